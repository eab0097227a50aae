package dev.kontor.dataset;

import dev.kontor.access.Actor;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.collaborator.ProjectsWithdrawn;
import dev.kontor.member.MembersLeaving;
import dev.kontor.member.RemovalImpact;
import dev.kontor.project.DropImpact;
import dev.kontor.project.MemberDropped;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** O-02, K-08: what becomes of datasets and levels when people leave, or they or their organization lose a project. */
@Component
class DatasetHandover implements RemovalImpact, DropImpact {
    private final Holdings holdings;
    private final Audit audit;

    DatasetHandover(Holdings holdings, Audit audit) {
        this.holdings = holdings;
        this.audit = audit;
    }

    /** Levels of those who leave end with the membership, by the schema. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(MembersLeaving leaving) {
        UUID workspaceId = leaving.workspaceId();
        List<String> passed = holdings.handOver(workspaceId, leaving.users(), null, leaving.heir());
        record(leaving.actor(), workspaceId, passed, leaving.heir());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ProjectsWithdrawn withdrawn) {
        UUID workspaceId = withdrawn.workspaceId();
        Set<UUID> people = holdings.people(workspaceId, withdrawn.organizationId());
        holdings.endGrants(workspaceId, people, withdrawn.projects());
        List<String> passed = holdings.handOver(workspaceId, people, withdrawn.projects(), withdrawn.heir());
        record(withdrawn.actor(), workspaceId, passed, withdrawn.heir());
    }

    /** Whoever still sees the project in another way keeps what they hold in it. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(MemberDropped dropped) {
        if (holdings.sees(dropped.userId(), dropped.projectId())) {
            return;
        }
        Set<UUID> user = Set.of(dropped.userId());
        Set<UUID> project = Set.of(dropped.projectId());
        holdings.endGrants(dropped.workspaceId(), user, project);
        List<String> passed = holdings.handOver(dropped.workspaceId(), user, project, dropped.heir());
        record(dropped.actor(), dropped.workspaceId(), passed, dropped.heir());
    }

    private void record(Actor actor, UUID workspaceId, List<String> datasets, UUID heir) {
        if (!datasets.isEmpty()) {
            audit.record(
                    actor,
                    AuditEvent.inWorkspace(workspaceId, AuditKind.DATASET_HANDED_OVER, "dataset", null, null)
                            .with("datasets", datasets)
                            .with("heir", heir));
        }
    }

    @Override
    public List<Loss> ofLeaving(UUID workspaceId, Set<UUID> users) {
        return List.of(
                new Loss("grants", holdings.countGrants(workspaceId, users, null)),
                new Loss("owned-datasets", holdings.countOwned(workspaceId, users, null)));
    }

    @Override
    public List<Loss> ofDropping(UUID workspaceId, UUID projectId, Set<UUID> users) {
        return List.of(
                new Loss("grants", holdings.countGrants(workspaceId, users, Set.of(projectId))),
                new Loss("owned-datasets", holdings.countOwned(workspaceId, users, Set.of(projectId))));
    }

    @Override
    public List<Loss> ofWithdrawing(UUID workspaceId, UUID organizationId, Set<UUID> projects) {
        Set<UUID> people = holdings.people(workspaceId, organizationId);
        return List.of(
                new Loss("grants", holdings.countGrants(workspaceId, people, projects)),
                new Loss("owned-datasets", holdings.countOwned(workspaceId, people, projects)));
    }
}
