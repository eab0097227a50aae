package dev.kontor.draft;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.dataset.Writable;
import dev.kontor.draft.StagedItems.Found;
import dev.kontor.label.Catalog;
import dev.kontor.label.Json;
import dev.kontor.label.Labels;
import dev.kontor.usage.CheckQuota;
import dev.kontor.web.Change;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Puts labels and metadata that come from elsewhere to items that are there; one that is refused does not spoil the others. */
@Component
public class PutLabels {
    private final Access access;
    private final Drafts drafts;
    private final StagedItems staged;
    private final CheckQuota quota;
    private final DraftLog log;

    PutLabels(Access access, Drafts drafts, StagedItems staged, CheckQuota quota, DraftLog log) {
        this.access = access;
        this.drafts = drafts;
        this.staged = staged;
        this.quota = quota;
        this.log = log;
    }

    /**
     * What an item shall have; what is absent stays.
     *
     * @param types in the place of which labels; of all where none is named
     */
    public record Wanted(Change<JsonNode> labels, Change<JsonNode> metadata, Set<String> types) {
        private @Nullable JsonNode labelsAfter(@Nullable JsonNode before) {
            if (types.isEmpty() || !labels.given()) {
                return labels.over(before);
            }
            ObjectNode after =
                    before instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
            after.remove(types);
            labels.value()
                    .ifPresent(wanted -> wanted.propertyNames().forEach(type -> after.set(type, wanted.get(type))));
            return after.isEmpty() ? null : after;
        }
    }

    public enum Kind {
        PUT,
        UNCHANGED,
        REFUSED,
        /** there is no such item */
        ABSENT
    }

    /** @param unknown categories and attributes that the catalog does not declare; they were accepted */
    public record Put(String path, Kind kind, @Nullable String detail, List<String> unknown) {}

    /**
     * Asked before a file is taken in.
     *
     * @param declared how many bytes the sender says will come; below 0 where that is not said, 0 where none do
     */
    @Transactional(readOnly = true)
    public void mayPut(Actor actor, Place at, long declared) {
        Grant<InDataset> grant = access.require(actor, DatasetPermission.DATASET_CHANGE, at.datasetId());
        Writable.check(access.writable(grant));
        if (declared != 0) {
            quota.before(grant, declared);
        }
        if (!drafts.open(grant, at.number())) {
            throw Refusal.NO_DRAFT.refused();
        }
    }

    @Transactional
    public List<Put> put(Actor actor, Place at, Map<String, Wanted> wanted) {
        Work work = take(actor, at);
        Catalog catalog = drafts.catalog(work).map(Catalog::kept).orElse(Catalog.EMPTY);
        Found found = staged.find(work, wanted.keySet());
        Map<String, Plan> plans = new LinkedHashMap<>();
        List<Put> outcomes = new ArrayList<>();
        wanted.forEach((path, one) -> outcomes.add(decide(path, one, catalog, found, plans)));
        staged.carryOut(work, plans, found);
        if (!plans.isEmpty()) {
            log.changed(work, plans.size(), 0);
        }
        return outcomes;
    }

    private static Put decide(String path, Wanted wanted, Catalog catalog, Found found, Map<String, Plan> plans) {
        Value before = found.at(path).shown();
        if (before == null) {
            return new Put(path, Kind.ABSENT, null, List.of());
        }
        try {
            JsonNode labels = wanted.labelsAfter(before.labels());
            JsonNode metadata = wanted.metadata().over(before.metadata());
            List<String> unknown =
                    labels == null || labels.equals(before.labels()) ? List.of() : Labels.check(labels, catalog);
            if (metadata != null) {
                Json.metadata(metadata);
            }
            Plan plan = Plan.of(
                    found.at(path), new Value(before.digest(), before.size(), before.mediaType(), labels, metadata));
            if (plan.nothing()) {
                return new Put(path, Kind.UNCHANGED, null, unknown);
            }
            plans.put(path, plan);
            return new Put(path, Kind.PUT, null, unknown);
        } catch (Refused refused) {
            return new Put(path, Kind.REFUSED, refused.detail(), List.of());
        }
    }

    /** Which draft of which dataset. */
    public record Place(java.util.UUID datasetId, long number) {}

    /** What the draft declares beside what it declares already. */
    @Transactional
    public void declare(Actor actor, Place at, String more) {
        Work work = take(actor, at);
        String before = drafts.catalog(work).orElse("{}");
        String after = Catalog.union(List.of(before, more));
        if (!Catalog.same(before, after)) {
            drafts.setCatalog(work, after);
            log.changed(work, 0, 0);
        }
    }

    private Work take(Actor actor, Place at) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, at.datasetId());
        Writable.check(grant);
        return drafts.take(grant, at.number());
    }
}
