package dev.kontor.plan;

import static kontor.tables.Tables.WARNING;
import static kontor.tables.Tables.WATCHED_TIME;
import static kontor.tables.facts.Tables.WORKSPACE_LIFE;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.workspace.Ending;
import dev.kontor.workspace.WorkspaceSettings;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of warnings that went out (O-07), and of the time that has truly passed since. */
@Component
class Warnings {
    private final DSLContext sql;
    private final WorkspaceSettings settings;

    Warnings(DSLContext sql, WorkspaceSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    /** A warning of the end at {@code deadline}, so many seconds before which it was due. */
    record Sent(Ending.Kind ending, Instant deadline, long leadSeconds, Instant at) {}

    /**
     * The clock stands here now. What it moved by since it was last looked at counts as passed as far as that can be true:
     * no more than two looks take, and never less than nothing.
     */
    void watch(Instant now) {
        long most = settings.sweep().multipliedBy(2).plusSeconds(10).toMillis();
        sql.execute("""
            insert into watched_time (watched_at, watched_ms) values ({0}, 0)
            on conflict (one) do update set watched_at = excluded.watched_at, watched_ms = watched_time.watched_ms
                + least(greatest(extract(epoch from excluded.watched_at - watched_time.watched_at) * 1000, 0), {1})::bigint
            """, val(now), val(most));
    }

    /** Workspaces that are to be warned of their end, the nearest first. */
    List<UUID> due(Instant now) {
        return settings.warnings().stream()
                .flatMap(lead -> sql
                        .select(WORKSPACE_LIFE.WORKSPACE_ID)
                        .from(WORKSPACE_LIFE)
                        .where(WORKSPACE_LIFE.UNTIL.le(now.plus(lead)))
                        .andNotExists(selectOne()
                                .from(WARNING)
                                .where(WARNING.WORKSPACE_ID.eq(WORKSPACE_LIFE.WORKSPACE_ID))
                                .and(WARNING.DEADLINE.eq(WORKSPACE_LIFE.UNTIL))
                                .and(WARNING.LEAD_MS.eq(lead.toMillis())))
                        .orderBy(WORKSPACE_LIFE.UNTIL, WORKSPACE_LIFE.WORKSPACE_ID)
                        .fetch(WORKSPACE_LIFE.WORKSPACE_ID)
                        .stream())
                .distinct()
                .toList();
    }

    /** Says whether this one had not gone out before. */
    boolean insert(UUID workspaceId, Ending ending, Duration lead, Instant now) {
        return sql.insertInto(WARNING)
                        .set(WARNING.WORKSPACE_ID, workspaceId)
                        .set(WARNING.ENDING, ending.kind().name())
                        .set(WARNING.DEADLINE, ending.deadline())
                        .set(WARNING.LEAD_MS, lead.toMillis())
                        .set(WARNING.WARNED_AT, now)
                        .set(
                                WARNING.WATCHED_MS,
                                coalesce(field(select(WATCHED_TIME.WATCHED_MS).from(WATCHED_TIME)), 0L))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** O-07: whether the last warning of this end went out, and is as old as it has to be. */
    boolean rested(UUID workspaceId, Ending ending) {
        Duration last = settings.warnings().getLast();
        return sql.fetchExists(selectOne()
                .from(WARNING)
                .where(of(workspaceId, ending))
                .and(WARNING.LEAD_MS.eq(last.toMillis()))
                .and(WARNING.WATCHED_MS.le(field(select(WATCHED_TIME.WATCHED_MS.minus(
                                settings.warningRest().toMillis()))
                        .from(WATCHED_TIME)))));
    }

    /** Whether people were warned of this end at all. */
    boolean any(UUID workspaceId, Ending ending) {
        return sql.fetchExists(selectOne().from(WARNING).where(of(workspaceId, ending)));
    }

    List<Sent> sent(Grant<InWorkspace> grant, Ending ending) {
        return sql.select(WARNING.LEAD_MS, WARNING.WARNED_AT)
                .from(WARNING)
                .where(of(grant.id(), ending))
                .orderBy(WARNING.WARNED_AT.desc(), WARNING.LEAD_MS)
                .limit(inline(20))
                .fetch(r -> new Sent(ending.kind(), ending.deadline(), r.value1() / 1000, r.value2()));
    }

    void deleteAll(UUID workspaceId) {
        sql.deleteFrom(WARNING).where(WARNING.WORKSPACE_ID.eq(workspaceId)).execute();
    }

    private static Condition of(UUID workspaceId, Ending ending) {
        return WARNING.WORKSPACE_ID
                .eq(workspaceId)
                .and(WARNING.ENDING.eq(ending.kind().name()))
                .and(WARNING.DEADLINE.eq(ending.deadline()));
    }
}
