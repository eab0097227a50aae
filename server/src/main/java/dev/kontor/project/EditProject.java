package dev.kontor.project;

import static dev.kontor.access.ProjectPermission.PROJECT_CLOSE;
import static dev.kontor.access.ProjectPermission.PROJECT_EDIT;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.ProjectVisibility;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** O-12: edits a project. Making it PRIVATE takes more, and waits while others own datasets in it. */
@Component
class EditProject {
    private final Access access;
    private final Projects projects;
    private final ProjectMembers members;
    private final DatasetOwners owners;
    private final Audit audit;

    EditProject(Access access, Projects projects, ProjectMembers members, DatasetOwners owners, Audit audit) {
        this.access = access;
        this.projects = projects;
        this.members = members;
        this.owners = owners;
        this.audit = audit;
    }

    @Transactional
    public Project edit(Actor actor, UUID projectId, ProjectChange change, Optional<Long> revision) {
        boolean closing = change.visibility() == ProjectVisibility.PRIVATE;
        var grant = access.toChangeFacts(actor, PROJECT_EDIT, projectId);
        Project before = projects.find(actor, projectId).orElseThrow(Refusal.NOT_FOUND::refused);
        if (grant.scope().archived() && !Boolean.FALSE.equals(change.archived())) {
            throw Refusal.PROJECT_ARCHIVED.refused();
        }
        if (closing && before.visibility() != ProjectVisibility.PRIVATE) {
            access.require(actor, PROJECT_CLOSE, projectId);
            owners.checkNoneBut(projects.creator(grant), projectId);
        }
        change.leadId().value().ifPresent(lead -> checkLead(actor, grant, lead));
        if (!projects.edit(grant, change, revision)) {
            throw Refusal.CHANGED_MEANWHILE.refused();
        }
        UUID workspaceId = before.workspaceId();
        if (change.visibility() == ProjectVisibility.SHARED && before.visibility() != ProjectVisibility.SHARED) {
            owners.of(projectId).forEach(owner -> members.insert(workspaceId, projectId, owner));
        }
        Project after = projects.find(actor, projectId).orElseThrow(Refusal.NOT_FOUND::refused);
        audit(actor, before, after);
        return after;
    }

    private void checkLead(Actor actor, Grant<InProject> grant, UUID lead) {
        var reach = access.reach(
                actor,
                WorkspacePermission.WORKSPACE_VIEW,
                grant.scope().standing().workspaceId());
        if (members.candidate(reach, grant.id(), lead).isEmpty()) {
            throw Refusal.UNKNOWN_MEMBER.on("leadId");
        }
    }

    private void audit(Actor actor, Project before, Project after) {
        AuditKind kind = before.archived() != after.archived()
                ? after.archived() ? AuditKind.PROJECT_ARCHIVED : AuditKind.PROJECT_REOPENED
                : before.visibility() != after.visibility()
                        ? AuditKind.PROJECT_VISIBILITY_CHANGED
                        : AuditKind.PROJECT_EDITED;
        audit.record(
                actor,
                AuditEvent.inWorkspace(after.workspaceId(), kind, "project", after.id(), after.name())
                        .with("visibility", after.visibility())
                        .with("before", before.visibility()));
    }
}
