package dev.kontor.invitation;

import static kontor.tables.Tables.WORKSPACE_INVITATION;

import dev.kontor.workspace.WorkspaceDeleting;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** invitations into a workspace go with it. */
@Component
class ForgottenInvitations {
    private final DSLContext sql;

    ForgottenInvitations(DSLContext sql) {
        this.sql = sql;
    }

    @EventListener
    @Order(WorkspaceDeleting.BEFORE_MEMBERS)
    void on(WorkspaceDeleting deleting) {
        sql.deleteFrom(WORKSPACE_INVITATION)
                .where(WORKSPACE_INVITATION.WORKSPACE_ID.eq(deleting.workspaceId()))
                .execute();
    }
}
