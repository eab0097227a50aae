package dev.kontor.member;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.select;

import dev.kontor.workspace.WorkspaceDeleting;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** the user list of a workspace goes with it. */
@Component
class ForgottenMembers {
    private final DSLContext sql;

    ForgottenMembers(DSLContext sql) {
        this.sql = sql;
    }

    @EventListener
    @Order(WorkspaceDeleting.MEMBERS)
    void on(WorkspaceDeleting deleting) {
        var id = deleting.workspaceId();
        sql.deleteFrom(MEMBER_ADDITION_PERSON)
                .where(MEMBER_ADDITION_PERSON.ADDITION_ID.in(
                        select(MEMBER_ADDITION.ID).from(MEMBER_ADDITION).where(MEMBER_ADDITION.WORKSPACE_ID.eq(id))))
                .execute();
        sql.deleteFrom(MEMBER_ADDITION)
                .where(MEMBER_ADDITION.WORKSPACE_ID.eq(id))
                .execute();
        sql.deleteFrom(FORMER_MEMBER).where(FORMER_MEMBER.WORKSPACE_ID.eq(id)).execute();
        sql.deleteFrom(MEMBER).where(MEMBER.WORKSPACE_ID.eq(id)).execute();
    }
}
