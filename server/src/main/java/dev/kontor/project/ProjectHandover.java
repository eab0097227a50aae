package dev.kontor.project;

import dev.kontor.access.Actor;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.collaborator.ProjectsWithdrawn;
import dev.kontor.member.MembersLeaving;
import dev.kontor.member.RemovalImpact;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** O-02, K-08: what becomes of projects and of places in them when people leave or their organization loses projects. */
@Component
class ProjectHandover implements RemovalImpact {
    private final Projects projects;
    private final ProjectMembers members;
    private final Audit audit;

    ProjectHandover(Projects projects, ProjectMembers members, Audit audit) {
        this.projects = projects;
        this.members = members;
        this.audit = audit;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(MembersLeaving leaving) {
        record(
                leaving.actor(),
                leaving.workspaceId(),
                projects.handOver(leaving.workspaceId(), leaving.users(), null, leaving.heir()),
                leaving.heir());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ProjectsWithdrawn withdrawn) {
        UUID workspaceId = withdrawn.workspaceId();
        members.deleteOf(workspaceId, withdrawn.organizationId(), withdrawn.projects());
        Set<UUID> people = members.people(workspaceId, withdrawn.organizationId());
        record(
                withdrawn.actor(),
                workspaceId,
                projects.handOver(workspaceId, people, withdrawn.projects(), withdrawn.heir()),
                withdrawn.heir());
    }

    private void record(Actor actor, UUID workspaceId, List<String> handedOver, UUID heir) {
        if (!handedOver.isEmpty()) {
            audit.record(
                    actor,
                    AuditEvent.inWorkspace(workspaceId, AuditKind.PROJECT_HANDED_OVER, "project", null, null)
                            .with("projects", handedOver)
                            .with("heir", heir));
        }
    }

    @Override
    public List<Loss> ofLeaving(UUID workspaceId, Set<UUID> users) {
        return List.of(
                new Loss("project-memberships", members.count(workspaceId, users)),
                new Loss("owned-projects", projects.countCreatedBy(workspaceId, users, null)));
    }

    @Override
    public List<Loss> ofWithdrawing(UUID workspaceId, UUID organizationId, Set<UUID> withdrawn) {
        Set<UUID> people = members.people(workspaceId, organizationId);
        return List.of(
                new Loss("project-memberships", members.countOf(workspaceId, organizationId, withdrawn)),
                new Loss("owned-projects", projects.countCreatedBy(workspaceId, people, withdrawn)));
    }
}
