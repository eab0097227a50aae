package dev.kontor.branch;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.Datasets;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** What branches and tags leave in the audit log. */
@Component
class BranchLog {
    private final Datasets datasets;
    private final Audit audit;

    BranchLog(Datasets datasets, Audit audit) {
        this.datasets = datasets;
        this.audit = audit;
    }

    void record(Grant<InDataset> grant, AuditKind kind, UnaryOperator<AuditEvent> particulars) {
        audit.record(
                grant.actor(),
                particulars.apply(AuditEvent.inWorkspace(
                        grant.scope().workspaceId(), kind, "dataset", grant.id(), datasets.name(grant))));
    }
}
