package dev.kontor.plan;

import dev.kontor.access.Locks;
import dev.kontor.plan.Purges.Purge;
import dev.kontor.workspace.Lives;
import dev.kontor.workspace.WorkspaceDeleting;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The last step of a purge; of a deletion the one in which settings, user list and statistics go as well. */
@Component
class FinishPurge {
    private final Locks locks;
    private final Lives lives;
    private final Warnings warnings;
    private final Purges purges;
    private final ApplicationEventPublisher events;

    FinishPurge(Locks locks, Lives lives, Warnings warnings, Purges purges, ApplicationEventPublisher events) {
        this.locks = locks;
        this.lives = lives;
        this.warnings = warnings;
        this.purges = purges;
        this.events = events;
    }

    @Transactional
    public void finish(Purge purge) {
        locks.alone(Locks.Scope.WORKSPACE, purge.workspaceId());
        if (!purges.end(purge)) {
            return;
        }
        if (purge.deletes()) {
            lives.forget(purge.workspaceId());
            warnings.deleteAll(purge.workspaceId());
            events.publishEvent(new WorkspaceDeleting(purge.workspaceId()));
        }
    }
}
