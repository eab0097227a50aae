package dev.kontor.usage;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.audit.AuditKind;
import dev.kontor.workspace.WorkspaceDeleting;
import java.time.Instant;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The SQL that keeps the figures of months. */
@Component
class Months {
    private static final int AT_ONCE = 1_000;

    /** What the clock does in somebody's name. */
    static final String[] BY_THE_CLOCK = AuditKind.codesByTheClock();

    private final DSLContext sql;

    Months(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Ends the month for projects in which nothing has changed since, and says whether there may be more. Those that
     * somebody has in hand are passed over: whoever changes them ends the month for them.
     */
    boolean end() {
        return sql.execute("""
            update project_storage s set metered_at = meter_now()
            from (select project_id from project_storage where metered_at < month_of(meter_now()) :: timestamp at time zone 'UTC'
                  limit {0} for update skip locked) idle
            where s.project_id = idle.project_id
            """, inline(AT_ONCE)) == AT_ONCE;
    }

    /** Adds up the projects' months that are over, into one row for a workspace. */
    void addUp() {
        sql.execute("""
            with ended as (
                delete from project_month where month < month_of(meter_now())
                returning workspace_id, month, byte_micros, closing_bytes)
            insert into workspace_month as m (workspace_id, month, byte_micros, closing_bytes)
            select workspace_id, month, sum(byte_micros), sum(closing_bytes) from ended group by 1, 2 order by 1, 2
            on conflict (workspace_id, month) do update
            set byte_micros = m.byte_micros + excluded.byte_micros, closing_bytes = m.closing_bytes + excluded.closing_bytes
            """);
    }

    /** Notes down who did something since then, of those who are members or were. */
    void noteActive(Instant since) {
        sql.execute("""
            insert into active_member (workspace_id, month, user_id)
            select w.id, a.month, a.user_id
            from workspace w
            cross join lateral active_since(
                w.id, greatest({0}, month_of(w.metered_since) :: timestamp at time zone 'UTC'), {1}) a
            where w.deleted_at is null
            on conflict do nothing
            """, val(since), val(BY_THE_CLOCK));
    }

    /** they go with the workspace. */
    @EventListener
    @Order(WorkspaceDeleting.BEFORE_MEMBERS)
    void on(WorkspaceDeleting deleting) {
        UUID id = deleting.workspaceId();
        sql.deleteFrom(PROJECT_MONTH).where(PROJECT_MONTH.WORKSPACE_ID.eq(id)).execute();
        sql.deleteFrom(WORKSPACE_MONTH)
                .where(WORKSPACE_MONTH.WORKSPACE_ID.eq(id))
                .execute();
        sql.deleteFrom(ACTIVE_MEMBER).where(ACTIVE_MEMBER.WORKSPACE_ID.eq(id)).execute();
    }
}
