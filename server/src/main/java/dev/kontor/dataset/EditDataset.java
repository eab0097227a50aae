package dev.kontor.dataset;

import static dev.kontor.web.Refusal.CHANGED_MEANWHILE;
import static dev.kontor.web.Refusal.NAME_TAKEN;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.usage.CheckQuota;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Edits name, description and visibility. Alone in the workspace, because visibility is a fact that levels rest on. */
@Component
class EditDataset {
    private final Access access;
    private final Datasets datasets;
    private final CheckQuota quota;
    private final Audit audit;

    EditDataset(Access access, Datasets datasets, CheckQuota quota, Audit audit) {
        this.access = access;
        this.datasets = datasets;
        this.quota = quota;
        this.audit = audit;
    }

    @Transactional
    public Dataset edit(Actor actor, UUID datasetId, DatasetChange change, Optional<Long> revision) {
        Grant<InDataset> grant = access.toNarrowFacts(actor, change.needs(), datasetId);
        Dataset before = datasets.get(actor, datasetId);
        if (!change.onlyNarrows(before)) {
            Writable.check(access.writable(grant));
        }
        if (change.name() != null && datasets.taken(grant, change.name())) {
            throw NAME_TAKEN.refused(change.name());
        }
        if (!datasets.update(grant, change, revision)) {
            throw CHANGED_MEANWHILE.refused();
        }
        Dataset dataset = datasets.get(actor, datasetId);
        audit.record(
                actor,
                event(dataset, AuditKind.DATASET_EDITED)
                        .with("visibility", dataset.visibility().name()));
        if (change.closes(before)) {
            // T-03: what did not count does so from here on
            quota.grown(grant);
            audit.record(actor, event(dataset, AuditKind.DATASET_CLOSED));
        }
        return dataset;
    }

    private static AuditEvent event(Dataset dataset, AuditKind kind) {
        return AuditEvent.inWorkspace(dataset.workspaceId(), kind, "dataset", dataset.id(), dataset.name());
    }
}
