package dev.kontor.draft;

import static dev.kontor.web.Refusal.CHANGED_MEANWHILE;
import static dev.kontor.web.Refusal.NOT_FOUND;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.dataset.Writable;
import dev.kontor.draft.StagedItems.Found;
import dev.kontor.label.Catalog;
import dev.kontor.label.Labels;
import dev.kontor.version.Item;
import dev.kontor.version.ItemPath;
import dev.kontor.version.Items;
import dev.kontor.version.Spots;
import dev.kontor.web.Change;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Changes labels or metadata of an item in a draft, or takes the item out of it. */
@Component
class EditItem {
    private final Access access;
    private final Drafts drafts;
    private final StagedItems staged;
    private final Spots spots;
    private final Items items;
    private final DraftLog log;

    EditItem(Access access, Drafts drafts, StagedItems staged, Spots spots, Items items, DraftLog log) {
        this.access = access;
        this.drafts = drafts;
        this.staged = staged;
        this.spots = spots;
        this.items = items;
        this.log = log;
    }

    record Wanted(Change<JsonNode> labels, Change<JsonNode> metadata) {}

    /** Where: an item of a draft. */
    record At(UUID datasetId, long number, String path) {
        /** Asked for only after the check, so that a wrong path tells outsiders nothing. */
        ItemPath itemPath() {
            return new ItemPath(path);
        }

        String ref() {
            return "draft-" + number;
        }
    }

    /** What the catalog does not know of the labels: accepted. Refused where the item is not at that revision. */
    @Transactional
    public List<String> edit(Actor actor, At at, Wanted wanted, Optional<String> revision) {
        Work work = take(actor, at);
        if (revision.isPresent() && !revision.get().equals(now(actor, at).revision())) {
            throw CHANGED_MEANWHILE.refused();
        }
        Entry.checkMetadata(wanted.metadata());
        Catalog catalog = drafts.catalog(work).map(Catalog::kept).orElse(Catalog.EMPTY);
        List<String> unknown = wanted.labels()
                .value()
                .map(labels -> Labels.check(labels, catalog))
                .orElse(List.of());
        Found found = staged.find(work, List.of(at.itemPath().text()));
        Value before = shown(found, at);
        Value after = new Value(
                before.digest(),
                before.size(),
                before.mediaType(),
                Entry.changed(wanted.labels(), before.labels()),
                Entry.changed(wanted.metadata(), before.metadata()));
        carryOut(work, at, found, after);
        log.changed(work, 1, 0);
        return unknown;
    }

    @Transactional
    public void remove(Actor actor, At at) {
        Work work = take(actor, at);
        Found found = staged.find(work, List.of(at.itemPath().text()));
        shown(found, at);
        carryOut(work, at, found, null);
        log.changed(work, 0, 1);
    }

    private Item now(Actor actor, At at) {
        return items.get(spots.find(actor, at.datasetId(), at.ref()), at.itemPath());
    }

    private Work take(Actor actor, At at) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, at.datasetId());
        Writable.check(grant);
        return drafts.take(grant, at.number());
    }

    private static Value shown(Found found, At at) {
        Value shown = found.at(at.itemPath().text()).shown();
        if (shown == null) {
            throw NOT_FOUND.refused();
        }
        return shown;
    }

    private void carryOut(Work work, At at, Found found, @Nullable Value wanted) {
        Plan plan = Plan.of(found.at(at.itemPath().text()), wanted);
        if (!plan.nothing()) {
            staged.carryOut(work, Map.of(at.itemPath().text(), plan), found);
        }
    }
}
