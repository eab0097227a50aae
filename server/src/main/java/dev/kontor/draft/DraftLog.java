package dev.kontor.draft;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.Datasets;
import org.springframework.stereotype.Component;

/** What drafts leave in the audit log: how much was changed, never paths or contents. */
@Component
class DraftLog {
    private final Datasets datasets;
    private final Audit audit;

    DraftLog(Datasets datasets, Audit audit) {
        this.datasets = datasets;
        this.audit = audit;
    }

    void record(Grant<InDataset> grant, AuditKind kind, long number) {
        audit.record(grant.actor(), event(grant, kind, number));
    }

    void changed(Work work, int staged, int removed) {
        audit.record(
                work.grant().actor(),
                event(work.grant(), AuditKind.DRAFT_CHANGED, work.number())
                        .with("staged", staged)
                        .with("removed", removed));
    }

    void committed(Work work, CommitDraft.Wanted wanted, Changes.Counts counts) {
        AuditEvent event = event(work.grant(), AuditKind.VERSION_COMMITTED, work.number())
                .with("branch", work.branch())
                .with("message", wanted.message())
                .with("added", counts.added())
                .with("changed", counts.changed())
                .with("removed", counts.removed());
        audit.record(
                work.grant().actor(),
                wanted.tag() == null ? event : event.with("tag", wanted.tag().text()));
    }

    void switched(Work work, long to, Changes.Counts counts) {
        audit.record(
                work.grant().actor(),
                event(work.grant(), AuditKind.VERSION_SWITCHED, work.number())
                        .with("branch", work.branch())
                        .with("to", to)
                        .with("added", counts.added())
                        .with("changed", counts.changed())
                        .with("removed", counts.removed()));
    }

    private AuditEvent event(Grant<InDataset> grant, AuditKind kind, long number) {
        return AuditEvent.inWorkspace(grant.scope().workspaceId(), kind, "dataset", grant.id(), datasets.name(grant))
                .with("number", number);
    }
}
