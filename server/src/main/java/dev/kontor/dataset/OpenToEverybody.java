package dev.kontor.dataset;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.DatasetVisibility;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.usage.CheckQuota;
import dev.kontor.web.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * T-03: a dataset admin asks to open a dataset, a workspace admin confirms it or says no; one who opens it confirms it by
 * that. Who asks no more takes the request back.
 */
@Component
class OpenToEverybody {
    private final Access access;
    private final Datasets datasets;
    private final Openings openings;
    private final DatasetSettings settings;
    private final CheckQuota quota;
    private final Audit audit;

    OpenToEverybody(
            Access access,
            Datasets datasets,
            Openings openings,
            DatasetSettings settings,
            CheckQuota quota,
            Audit audit) {
        this.access = access;
        this.datasets = datasets;
        this.openings = openings;
        this.settings = settings;
        this.quota = quota;
        this.audit = audit;
    }

    Opening get(Actor actor, UUID datasetId) {
        return openings.get(access.require(actor, DatasetPermission.DATASET_ADMINISTER, datasetId), settings);
    }

    @Transactional
    public Opening ask(Actor actor, UUID datasetId) {
        Grant<InDataset> grant = stillClosed(actor, datasetId);
        if (Opening.confirms(grant, settings)) {
            open(grant);
        } else if (openings.insert(grant)) {
            record(grant, AuditKind.DATASET_OPENING_ASKED, Optional.empty());
        }
        return openings.get(grant, settings);
    }

    @Transactional
    public void confirm(Actor actor, UUID datasetId) {
        Grant<InDataset> grant = stillClosed(actor, datasetId);
        access.require(actor, WorkspacePermission.WORKSPACE_EDIT, grant.scope().workspaceId());
        open(grant, openings.delete(grant).orElseThrow(Refusal.OPENING_NOT_ASKED::refused));
    }

    /** Of a workspace admin it is a no, of other dataset admins a change of mind. */
    @Transactional
    public void end(Actor actor, UUID datasetId) {
        Grant<InDataset> grant = access.toNarrowFacts(actor, DatasetPermission.DATASET_ADMINISTER, datasetId);
        Writable.check(grant);
        UUID askedBy = openings.delete(grant).orElseThrow(Refusal.OPENING_NOT_ASKED::refused);
        boolean rejected = Opening.mayConfirm(grant) && !askedBy.equals(actor.userId());
        if (rejected) {
            record(grant, AuditKind.DATASET_OPENING_REJECTED, Optional.of(askedBy));
        } else {
            record(grant, AuditKind.DATASET_OPENING_WITHDRAWN, Optional.empty());
        }
    }

    private Grant<InDataset> stillClosed(Actor actor, UUID datasetId) {
        Grant<InDataset> grant = access.toChangeFacts(actor, DatasetPermission.DATASET_ADMINISTER, datasetId);
        Writable.check(grant);
        if (datasets.get(actor, datasetId).visibility() == DatasetVisibility.OPEN) {
            throw Refusal.ALREADY_OPEN.refused();
        }
        return grant;
    }

    private void open(Grant<InDataset> grant) {
        open(grant, openings.delete(grant).orElse(grant.actor().userId()));
    }

    private void open(Grant<InDataset> grant, UUID askedBy) {
        datasets.open(grant);
        quota.grown(grant);
        record(grant, AuditKind.DATASET_OPENED, Optional.of(askedBy));
    }

    private void record(Grant<InDataset> grant, AuditKind kind, Optional<UUID> askedBy) {
        AuditEvent event =
                AuditEvent.inWorkspace(grant.scope().workspaceId(), kind, "dataset", grant.id(), datasets.name(grant));
        audit.record(grant.actor(), askedBy.map(by -> event.with("askedBy", by)).orElse(event));
    }
}
