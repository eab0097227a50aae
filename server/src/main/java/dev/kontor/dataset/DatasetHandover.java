package dev.kontor.dataset;

import static dev.kontor.dataset.DatasetHandovers.*;

import dev.kontor.access.Actor;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.project.MemberDropped;
import dev.kontor.workspace.MembersLeaving;
import dev.kontor.workspace.ProjectsWithdrawn;
import dev.kontor.workspace.RemovalImpact;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** O-02, K-08: what becomes of datasets and grants when people leave, or they or their organization lose projects. */
@Component
class DatasetHandover implements RemovalImpact {
    private final DatasetHandovers handovers;
    private final Audit audit;

    DatasetHandover(DatasetHandovers handovers, Audit audit) {
        this.handovers = handovers;
        this.audit = audit;
    }

    /** Their grants end with their membership, by the schema. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(MembersLeaving leaving) {
        handOver(
                leaving.actor(),
                leaving.workspaceId(),
                handovers.handOver(ownedBy(leaving.workspaceId(), leaving.users()), leaving.heir()),
                leaving.heir());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ProjectsWithdrawn withdrawn) {
        UUID workspaceId = withdrawn.workspaceId();
        handovers.endGrants(grantedToPeopleOf(workspaceId, withdrawn.organizationId(), withdrawn.projects()));
        var owned = ownedByPeopleOf(workspaceId, withdrawn.organizationId(), withdrawn.projects());
        handOver(withdrawn.actor(), workspaceId, handovers.handOver(owned, withdrawn.heir()), withdrawn.heir());
    }

    /** Nothing ends where they see the project still, for instance because it is public. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(MemberDropped dropped) {
        if (handovers.sees(dropped.userId(), dropped.projectId())) {
            return;
        }
        UUID workspaceId = dropped.workspaceId();
        Set<UUID> project = Set.of(dropped.projectId());
        UUID heir = handovers.workspaceOwner(workspaceId);
        handovers.endGrants(grantedTo(workspaceId, Set.of(dropped.userId())).and(in(project)));
        var owned = ownedBy(workspaceId, Set.of(dropped.userId())).and(ofProjects(project));
        handOver(dropped.actor(), workspaceId, handovers.handOver(owned, heir), heir);
    }

    private void handOver(Actor actor, UUID workspaceId, List<String> names, UUID heir) {
        if (!names.isEmpty()) {
            audit.record(
                    actor,
                    AuditEvent.inWorkspace(workspaceId, AuditKind.DATASET_HANDED_OVER, "dataset", null, null)
                            .with("datasets", names)
                            .with("heir", heir.toString()));
        }
    }

    @Override
    public List<Loss> ofLeaving(UUID workspaceId, Set<UUID> users) {
        return List.of(
                new Loss("grants", handovers.countGrants(grantedTo(workspaceId, users))),
                new Loss("owned-datasets", handovers.countOwned(ownedBy(workspaceId, users))));
    }

    @Override
    public List<Loss> ofWithdrawing(UUID workspaceId, UUID organizationId, Set<UUID> projects) {
        return List.of(
                new Loss("grants", handovers.countGrants(grantedToPeopleOf(workspaceId, organizationId, projects))),
                new Loss(
                        "owned-datasets",
                        handovers.countOwned(ownedByPeopleOf(workspaceId, organizationId, projects))));
    }
}
