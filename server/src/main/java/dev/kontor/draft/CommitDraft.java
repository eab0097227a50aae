package dev.kontor.draft;

import static dev.kontor.web.Refusal.NOTHING_TO_COMMIT;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.branch.RefName;
import dev.kontor.branch.Tags;
import dev.kontor.dataset.Datasets;
import dev.kontor.dataset.Writable;
import dev.kontor.draft.Drafts.Committed;
import dev.kontor.version.Items;
import dev.kontor.version.Version;
import dev.kontor.version.Versions;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes a version of a draft. Costs as much as the change, whatever the dataset's size. */
@Component
class CommitDraft {
    private final Access access;
    private final Drafts drafts;
    private final Changes changes;
    private final Items items;
    private final Versions versions;
    private final Datasets datasets;
    private final Tags tags;
    private final DraftLog log;

    CommitDraft(
            Access access,
            Drafts drafts,
            Changes changes,
            Items items,
            Versions versions,
            Datasets datasets,
            Tags tags,
            DraftLog log) {
        this.access = access;
        this.drafts = drafts;
        this.changes = changes;
        this.items = items;
        this.versions = versions;
        this.datasets = datasets;
        this.tags = tags;
        this.log = log;
    }

    /** What to say of a version, and how to call it. */
    record Wanted(String message, @Nullable RefName tag) {}

    @Transactional
    public Version commit(Actor actor, UUID datasetId, long number, Wanted wanted) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        Work work = drafts.take(grant, number);
        Changes.Delta delta = Changes.Delta.of(work);
        Changes.Counts counts = changes.counts(delta);
        if (counts.none() && work.ownCatalog() == null) {
            throw NOTHING_TO_COMMIT.refused();
        }
        Work.Base base = work.base();
        Committed version = new Committed(
                wanted.message(),
                (base == null ? 0 : base.items()) + counts.added() - counts.removed(),
                (base == null ? 0 : base.bytes()) + counts.bytes(),
                counts,
                Statistics.after(base == null ? "{}" : base.statistics(), changes.statistics(delta)));
        UUID id = drafts.insertVersion(work, version);
        drafts.delete(work);
        datasets.counted(datasetId, 1);
        if (work.onMain()) {
            String cover = items.cover(work.layers()).orElse(null);
            datasets.committed(grant, new Datasets.Newest(id, number, version.items(), version.bytes(), cover));
        }
        if (wanted.tag() != null) {
            tags.insert(grant, wanted.tag(), id);
        }
        log.committed(work, wanted, counts);
        return versions.find(grant, id).orElseThrow();
    }
}
