package dev.kontor.draft;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.Datasets;
import dev.kontor.dataset.Writable;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Throws a draft away; possible in any state of the workspace. */
@Component
class DiscardDraft {
    private final Access access;
    private final Drafts drafts;
    private final StagedItems staged;
    private final Datasets datasets;
    private final DraftLog log;

    DiscardDraft(Access access, Drafts drafts, StagedItems staged, Datasets datasets, DraftLog log) {
        this.access = access;
        this.drafts = drafts;
        this.staged = staged;
        this.datasets = datasets;
        this.log = log;
    }

    @Transactional
    public void discard(Actor actor, UUID datasetId, long number) {
        Grant<InDataset> grant = access.toTakeAway(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        Work work = drafts.take(grant, number);
        staged.discard(work);
        drafts.delete(work);
        if (work.onMain()) {
            datasets.draft(grant, null);
        }
        log.record(grant, AuditKind.DRAFT_DISCARDED, number);
    }
}
