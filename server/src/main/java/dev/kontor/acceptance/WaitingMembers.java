package dev.kontor.acceptance;

import static kontor.tables.Tables.*;

import dev.kontor.access.WorkspaceState;
import dev.kontor.identity.User;
import dev.kontor.workspace.WorkspaceDeleting;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The SQL of people who become members once the workspace is writable again (O-10). */
@Component
class WaitingMembers {
    private static final int MOST = 200;

    private final DSLContext sql;
    private final Clock clock;

    WaitingMembers(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    record Waiting(UUID workspaceId, UUID userId, UUID organizationId) {}

    void insert(UUID workspaceId, User user) {
        sql.insertInto(WAITING_MEMBER)
                .set(WAITING_MEMBER.WORKSPACE_ID, workspaceId)
                .set(WAITING_MEMBER.USER_ID, user.id())
                .set(WAITING_MEMBER.ORGANIZATION_ID, user.organizationId())
                .set(WAITING_MEMBER.SINCE, clock.instant())
                .onConflictDoNothing()
                .execute();
    }

    /** Some whose waiting is over. */
    List<Waiting> ready() {
        return sql.select(WAITING_MEMBER.WORKSPACE_ID, WAITING_MEMBER.USER_ID, WAITING_MEMBER.ORGANIZATION_ID)
                .from(WAITING_MEMBER)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(WAITING_MEMBER.WORKSPACE_ID))
                .where(WORKSPACE.STATE.in(WorkspaceState.WRITABLE).or(WORKSPACE.DELETED_AT.isNotNull()))
                .orderBy(WAITING_MEMBER.SINCE, WAITING_MEMBER.USER_ID)
                .limit(MOST)
                .fetch(r -> new Waiting(r.value1(), r.value2(), r.value3()));
    }

    /** nobody waits for a workspace that is gone. */
    @EventListener
    @Order(WorkspaceDeleting.BEFORE_MEMBERS)
    void on(WorkspaceDeleting deleting) {
        sql.deleteFrom(WAITING_MEMBER)
                .where(WAITING_MEMBER.WORKSPACE_ID.eq(deleting.workspaceId()))
                .execute();
    }

    void delete(Waiting waiting) {
        sql.deleteFrom(WAITING_MEMBER)
                .where(WAITING_MEMBER.WORKSPACE_ID.eq(waiting.workspaceId()))
                .and(WAITING_MEMBER.USER_ID.eq(waiting.userId()))
                .execute();
    }
}
