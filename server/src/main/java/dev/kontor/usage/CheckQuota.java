package dev.kontor.usage;

import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Grant.InProject;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * O-08: asks before bytes are taken in whether they can fit, and, exactly, in the transaction that makes them visible
 * whether they did. Only what grows is stopped: nobody is kept from reading, deleting, or changing labels.
 */
@Component
public class CheckQuota {
    private final StorageUses uses;
    private final PlanLimits limits;
    private final Audit audit;

    CheckQuota(StorageUses uses, PlanLimits limits, Audit audit) {
        this.uses = uses;
        this.limits = limits;
        this.audit = audit;
    }

    /** @param declared what the sender says will come; 0 where that is not said: then there has to be any room at all */
    public void before(Grant<InDataset> into, long declared) {
        fits(uses.around(into), declared);
    }

    public void beforeDocument(Grant<InProject> into, long declared) {
        fits(uses.aroundProject(into), declared);
    }

    private void fits(StorageUses.Around around, long declared) {
        PlanLimits.Limits most = limits.of(around.plan());
        Quota quota = around.open()
                ? new Quota(Quota.Kind.OPEN_STORAGE, around.used(), most.openStorage())
                : new Quota(Quota.Kind.STORAGE, around.used(), most.storage());
        quota.admit(Math.max(1, declared));
    }

    /** After everything was written that this transaction writes; before that, others may still pass. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void grown(Grant<InDataset> grant) {
        grown(grant.actor(), grant.scope().projectId());
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void grownByDocument(Grant<InProject> grant) {
        grown(grant.actor(), grant.id());
    }

    private void grown(Actor actor, UUID projectId) {
        uses.growth(projectId).ifPresent(growth -> {
            PlanLimits.Limits most = limits.of(growth.plan());
            grown(actor, growth, Quota.Kind.STORAGE, growth.used(), growth.grown(), most.storage());
            grown(actor, growth, Quota.Kind.OPEN_STORAGE, growth.openUsed(), growth.openGrown(), most.openStorage());
        });
    }

    private void grown(Actor actor, StorageUses.Growth growth, Quota.Kind kind, long used, long more, long limit) {
        if (more <= 0) {
            return;
        }
        Quota before = new Quota(kind, used - more, limit);
        before.admit(more);
        warn(actor, new Of(growth.workspaceId(), growth.workspace()), before, more);
    }

    /** The workspace whose quota it is. */
    public record Of(UUID id, String name) {}

    /** Where so much more crosses a warning, people are told. Exact only behind a lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void warn(Actor actor, Of workspace, Quota before, long more) {
        before.crossed(more)
                .ifPresent(percent -> audit.record(
                        actor,
                        AuditEvent.inWorkspace(
                                        workspace.id(),
                                        AuditKind.WORKSPACE_QUOTA_NEARED,
                                        "workspace",
                                        workspace.id(),
                                        workspace.name())
                                .with("quota", before.quota().words())
                                .with("percent", percent)
                                .with("used", before.human(before.used() + more))
                                .with("limit", before.human(before.limit()))));
    }
}
