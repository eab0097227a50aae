package dev.kontor.project;

import static dev.kontor.access.ProjectPermission.PROJECT_EDIT;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.member.Heirs;
import dev.kontor.web.Refusal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** C-10: chooses members of a project, and drops them; who is dropped loses what they held in it. */
@Component
class ChooseMember {
    private final Access access;
    private final Projects projects;
    private final ProjectMembers members;
    private final Heirs heirs;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    ChooseMember(
            Access access,
            Projects projects,
            ProjectMembers members,
            Heirs heirs,
            Audit audit,
            ApplicationEventPublisher events) {
        this.access = access;
        this.projects = projects;
        this.members = members;
        this.heirs = heirs;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void choose(Actor actor, UUID projectId, UUID userId) {
        var grant = access.toChangeFacts(actor, PROJECT_EDIT, projectId);
        Project.checkOpen(grant);
        var candidate = candidate(actor, grant, userId);
        if (!candidate.hasProject()) {
            throw Refusal.ORGANIZATION_LACKS_PROJECT.refused();
        }
        if (members.insert(grant.scope().standing().workspaceId(), projectId, userId)) {
            record(grant, AuditKind.PROJECT_MEMBER_CHOSEN, candidate);
        }
    }

    @Transactional
    public void drop(Actor actor, UUID projectId, UUID userId, @Nullable UUID handOverTo) {
        var grant = access.toChangeFacts(actor, PROJECT_EDIT, projectId);
        var candidate = candidate(actor, grant, userId);
        if (!members.delete(grant, userId)) {
            throw Refusal.NOT_FOUND.refused();
        }
        UUID workspaceId = grant.scope().standing().workspaceId();
        Reach reach = access.reach(actor, WorkspacePermission.WORKSPACE_VIEW, workspaceId);
        UUID heir = heirs.heir(reach, Set.of(userId), handOverTo);
        events.publishEvent(new MemberDropped(actor, workspaceId, projectId, userId, heir));
        record(grant, AuditKind.PROJECT_MEMBER_DROPPED, candidate);
    }

    private ProjectMembers.Candidate candidate(Actor actor, Grant<InProject> grant, UUID userId) {
        Reach reach = access.reach(
                actor,
                WorkspacePermission.WORKSPACE_VIEW,
                grant.scope().standing().workspaceId());
        return members.candidate(reach, grant.id(), userId).orElseThrow(Refusal.NOT_FOUND::refused);
    }

    private void record(Grant<InProject> grant, AuditKind kind, ProjectMembers.Candidate candidate) {
        Project project = projects.find(grant.actor(), grant.id()).orElseThrow();
        audit.record(
                grant.actor(),
                AuditEvent.inWorkspace(project.workspaceId(), kind, "project", project.id(), project.name())
                        .with("member", candidate.known().id()));
    }
}
