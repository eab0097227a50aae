package dev.kontor.draft;

import static dev.kontor.web.Refusal.BAD_PATH;
import static dev.kontor.web.Refusal.NO_DRAFT;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.dataset.Writable;
import dev.kontor.draft.Incoming.Usable;
import dev.kontor.draft.Outcome.Kind;
import dev.kontor.draft.StagedItems.Found;
import dev.kontor.label.Catalog;
import dev.kontor.label.Labels;
import dev.kontor.storage.Digest;
import dev.kontor.storage.MediaTypes;
import dev.kontor.storage.Received;
import dev.kontor.usage.CheckQuota;
import dev.kontor.version.ItemPath;
import dev.kontor.version.Spot;
import dev.kontor.web.Refused;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Puts items into a draft, many at once; one that is refused does not spoil the others. */
@Component
class StageItems {
    private final Access access;
    private final Drafts drafts;
    private final Incoming incoming;
    private final StagedItems staged;
    private final CheckQuota quota;
    private final DraftLog log;

    StageItems(Access access, Drafts drafts, Incoming incoming, StagedItems staged, CheckQuota quota, DraftLog log) {
        this.access = access;
        this.drafts = drafts;
        this.incoming = incoming;
        this.staged = staged;
        this.quota = quota;
        this.log = log;
    }

    /**
     * Asked before bytes are taken in; asked again by {@link #stage}.
     *
     * @param declared how many bytes the sender says will come; 0 where that is not said
     */
    @Transactional(readOnly = true)
    public void mayStage(Actor actor, UUID datasetId, long number, long declared) {
        Grant<InDataset> grant = access.require(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(access.writable(grant));
        if (!drafts.open(grant, number)) {
            throw NO_DRAFT.refused();
        }
        quota.before(grant, declared);
    }

    /**
     * What became of a batch.
     *
     * @param outcomes in the order of the entries
     * @param spot the draft as it is then, for as long as the transaction lasts
     */
    record Staged(List<Outcome> outcomes, Spot spot) {
        Staged {
            outcomes = List.copyOf(outcomes);
        }
    }

    /** Outcomes in the order of the entries; received are settled contents that were sent with them. */
    @Transactional
    public List<Outcome> stage(Actor actor, UUID datasetId, long number, Batch batch) {
        return staged(actor, datasetId, number, batch).outcomes();
    }

    /** The same, for who goes on to look at what is there then; within a transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Staged staged(Actor actor, UUID datasetId, long number, Batch batch) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        Work work = drafts.take(grant, number);
        Map<Digest, Received> received = Incoming.byDigest(batch.wanted());
        Map<Digest, Usable> usable = incoming.usable(work, received, batch.digests());
        Optional<String> declared = drafts.catalog(work);
        Catalog catalog = declared.map(Catalog::kept).orElse(Catalog.EMPTY);
        Found found = staged.find(work, batch.normalPaths());
        Map<String, Plan> plans = new LinkedHashMap<>();
        List<Outcome> outcomes = new ArrayList<>();
        for (Batch.One one : batch.items()) {
            outcomes.add(one.refused()
                    .map(refused -> Outcome.refused(one.entry().path(), refused))
                    .orElseGet(() -> decide(one.entry(), usable, catalog, found, plans)));
        }
        plans.values().removeIf(Plan::nothing);
        staged.carryOut(work, plans, found);
        quota.grown(grant);
        log.changed(work, plans.size(), 0);
        return new Staged(outcomes, work.spot(declared));
    }

    private static Outcome decide(
            Entry entry, Map<Digest, Usable> usable, Catalog catalog, Found found, Map<String, Plan> plans) {
        try {
            String path = new ItemPath(entry.path()).text();
            Entry.checkMetadata(entry.metadata());
            List<String> unknown = entry.labels()
                    .value()
                    .map(labels -> Labels.check(labels, catalog))
                    .orElse(List.of());
            if (plans.containsKey(path)) {
                throw BAD_PATH.refused("This path is in the batch twice.");
            }
            Usable content = usable.get(entry.digest());
            if (content == null) {
                return Outcome.of(entry.path(), Kind.UNKNOWN_CONTENT, List.of());
            }
            Value before = found.at(path).shown();
            Value wanted = new Value(
                    entry.digest(),
                    content.size(),
                    MediaTypes.of(content.head(), path),
                    Entry.changed(entry.labels(), before == null ? null : before.labels()),
                    Entry.changed(entry.metadata(), before == null ? null : before.metadata()));
            Plan plan = Plan.of(found.at(path), wanted);
            plans.put(path, plan);
            return Outcome.of(entry.path(), plan.nothing() ? Kind.UNCHANGED : Kind.STAGED, unknown);
        } catch (Refused refused) {
            return Outcome.refused(entry.path(), refused);
        }
    }
}
