package dev.kontor.project;

import dev.kontor.access.Locks;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.project.TrashedProjects.Place;
import dev.kontor.workspace.WorkspacePurgeBegun;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The first and the last step of a purge, of a project or of all that a workspace has, each a transaction of its own. */
@Component
class PurgeProject {
    private final TrashedProjects trashed;
    private final Locks locks;
    private final Audit audit;

    PurgeProject(TrashedProjects trashed, Locks locks, Audit audit) {
        this.trashed = trashed;
        this.locks = locks;
        this.audit = audit;
    }

    /** Alone in the workspace, so that a restoration comes before it or not at all, and no write is on its way. */
    @Transactional
    public void begin(Place place) {
        locks.alone(Locks.Scope.WORKSPACE, place.workspaceId());
        trashed.begin(place.projectId())
                .ifPresent(ending -> audit.record(
                        ending.actor(),
                        AuditEvent.inWorkspace(
                                place.workspaceId(),
                                AuditKind.PROJECT_PURGED,
                                "project",
                                place.projectId(),
                                ending.name())));
    }

    /** in the transaction that begins the purge of the workspace, which the log tells of. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(WorkspacePurgeBegun begun) {
        trashed.beginAll(begun.workspaceId());
    }

    @Transactional
    public void finish(UUID projectId) {
        trashed.delete(projectId);
    }
}
