package dev.kontor.draft;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.Datasets;
import dev.kontor.dataset.Writable;
import dev.kontor.version.Ref;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a branch's draft, or finds the one that is open. */
@Component
class OpenDraft {
    private final Access access;
    private final Drafts drafts;
    private final Datasets datasets;
    private final DraftLog log;

    OpenDraft(Access access, Drafts drafts, Datasets datasets, DraftLog log) {
        this.access = access;
        this.drafts = drafts;
        this.datasets = datasets;
        this.log = log;
    }

    /** @param before whether it was open already */
    record Opened(Draft draft, boolean before) {}

    @Transactional
    public Opened open(Actor actor, UUID datasetId, String branch) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        Drafts.Opened opened = drafts.open(grant, branch);
        if (!opened.before()) {
            if (branch.equals(Ref.MAIN)) {
                datasets.draft(grant, opened.number());
            }
            log.record(grant, AuditKind.DRAFT_OPENED, opened.number());
        }
        return new Opened(drafts.find(grant, opened.number()).orElseThrow(), opened.before());
    }
}
