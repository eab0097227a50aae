package dev.kontor.collaborator;

import static kontor.tables.Tables.COLLABORATOR;

import dev.kontor.workspace.WorkspaceDeleting;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** a workspace that is gone has no collaborators. */
@Component
class ForgottenCollaborators {
    private final DSLContext sql;

    ForgottenCollaborators(DSLContext sql) {
        this.sql = sql;
    }

    @EventListener
    @Order(WorkspaceDeleting.AFTER_MEMBERS)
    void on(WorkspaceDeleting deleting) {
        sql.deleteFrom(COLLABORATOR)
                .where(COLLABORATOR.WORKSPACE_ID.eq(deleting.workspaceId()))
                .execute();
    }
}
