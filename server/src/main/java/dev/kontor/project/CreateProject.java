package dev.kontor.project;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.collaborator.OwnProjects;
import dev.kontor.web.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** C-08: creates a project; it joins the limited access of its creator's organization at once (K-08). */
@Component
class CreateProject {
    private final Access access;
    private final Projects projects;
    private final ProjectMembers members;
    private final OwnProjects ownProjects;
    private final Audit audit;

    CreateProject(Access access, Projects projects, ProjectMembers members, OwnProjects ownProjects, Audit audit) {
        this.access = access;
        this.projects = projects;
        this.members = members;
        this.ownProjects = ownProjects;
        this.audit = audit;
    }

    @Transactional
    public UUID create(Actor actor, UUID workspaceId, NewProject wanted) {
        var grant = access.toWrite(actor, WorkspacePermission.PROJECT_CREATE, workspaceId);
        UUID id = projects.insert(grant, wanted);
        if (!grant.scope().standing().fullAccess()) {
            ownProjects.add(grant, id);
        }
        audit.record(
                actor,
                AuditEvent.inWorkspace(
                                workspaceId,
                                AuditKind.PROJECT_CREATED,
                                "project",
                                id,
                                wanted.name().text())
                        .with("visibility", wanted.wantedVisibility()));
        if (!wanted.wantedMembers().isEmpty()) {
            var reach = access.reach(actor, WorkspacePermission.PROJECT_CREATE, workspaceId);
            wanted.wantedMembers().forEach(userId -> choose(reach, id, wanted, userId));
        }
        return id;
    }

    private void choose(Reach reach, UUID projectId, NewProject wanted, UUID userId) {
        var candidate =
                members.candidate(reach, projectId, userId).orElseThrow(() -> Refusal.UNKNOWN_MEMBER.on("members"));
        if (!candidate.hasProject()) {
            throw Refusal.ORGANIZATION_LACKS_PROJECT.on("members");
        }
        members.insert(reach.workspaceId(), projectId, userId);
        audit(reach, projectId, wanted.name().text(), candidate.known().id());
    }

    private void audit(Reach reach, UUID projectId, String project, UUID person) {
        audit.record(
                reach.actor(),
                AuditEvent.inWorkspace(
                                reach.workspaceId(), AuditKind.PROJECT_MEMBER_CHOSEN, "project", projectId, project)
                        .with("member", person));
    }
}
