package dev.kontor.project;

import static dev.kontor.access.ProjectPermission.PROJECT_CLOSE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.ProjectRole;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** O-12, O-13: deletes a project into the trash, and takes it out again. */
@Component
class TrashProject {
    private final Access access;
    private final Projects projects;
    private final DatasetOwners owners;
    private final Audit audit;

    TrashProject(Access access, Projects projects, DatasetOwners owners, Audit audit) {
        this.access = access;
        this.projects = projects;
        this.owners = owners;
        this.audit = audit;
    }

    /**
     * While others own datasets in it, only a workspace admin deletes it, who has been told of them and says so; they are
     * told by the event in the log.
     */
    @Transactional
    public void trash(Actor actor, UUID projectId, boolean despiteOthers) {
        var grant = access.toNarrowFacts(actor, PROJECT_CLOSE, projectId);
        if (!(despiteOthers && grant.scope().roles().contains(ProjectRole.ADMIN))) {
            owners.checkNoneBut(grant, actor.userId());
        }
        if (!projects.trash(grant, true)) {
            return;
        }
        Project project = projects.get(actor, projectId);
        Set<UUID> told = new HashSet<>(owners.ids(projectId));
        told.remove(actor.userId());
        audit.record(actor, event(project, AuditKind.PROJECT_TRASHED).with("datasetOwners", told));
    }

    @Transactional
    public Project restore(Actor actor, UUID projectId) {
        var grant = access.toChangeFacts(actor, PROJECT_CLOSE, projectId);
        if (!projects.trash(grant, false)) {
            throw Refusal.PROJECT_NOT_TRASHED.refused();
        }
        Project project = projects.get(actor, projectId);
        audit.record(actor, event(project, AuditKind.PROJECT_RESTORED));
        return project;
    }

    private static AuditEvent event(Project project, AuditKind kind) {
        return AuditEvent.inWorkspace(project.workspaceId(), kind, "project", project.id(), project.name());
    }
}
