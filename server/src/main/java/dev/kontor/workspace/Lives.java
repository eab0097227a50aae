package dev.kontor.workspace;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.WORKSPACE;
import static kontor.tables.Tables.WORKSPACE_LOGO;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.WorkspaceState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL of the lives of workspaces. Who writes them holds the workspace's lock alone. */
@Component
public class Lives {
    private static final int AT_ONCE = 1_000;

    private final DSLContext sql;

    Lives(DSLContext sql) {
        this.sql = sql;
    }

    /** A workspace with its name and in whose name the clock acts: its owner's. */
    public record Living(UUID id, String name, Life life, Actor owner) {}

    /** Nothing of a workspace that is gone for good. */
    public Optional<Living> find(UUID workspaceId) {
        return sql.select(
                        WORKSPACE.ID,
                        WORKSPACE.NAME,
                        WORKSPACE.PLAN,
                        WORKSPACE.STATE,
                        WORKSPACE.TRIAL_ENDS_AT,
                        WORKSPACE.DEACTIVATED_AT,
                        WORKSPACE.PURGE_AT,
                        WORKSPACE.PURGED_AT,
                        WORKSPACE.DELETED_AT,
                        APP_USER.ID,
                        APP_USER.NAME,
                        APP_USER.ORGANIZATION_ID)
                .from(WORKSPACE)
                .join(APP_USER)
                .on(APP_USER.ID.eq(WORKSPACE.OWNER_ID))
                .where(WORKSPACE.ID.eq(workspaceId).and(WORKSPACE.DELETED_AT.isNull()))
                .fetchOptional(Lives::living);
    }

    public void put(UUID workspaceId, Life life) {
        sql.update(WORKSPACE)
                .set(WORKSPACE.PLAN, life.plan().name())
                .set(WORKSPACE.STATE, life.state().name())
                .set(WORKSPACE.TRIAL_ENDS_AT, life.trialEndsAt())
                .set(WORKSPACE.DEACTIVATED_AT, life.deactivatedAt())
                .set(WORKSPACE.PURGE_AT, life.purgeAt())
                .set(WORKSPACE.PURGED_AT, life.purgedAt())
                .set(WORKSPACE.DELETED_AT, life.deletedAt())
                .set(WORKSPACE.REVISION, WORKSPACE.REVISION.plus(1))
                .where(WORKSPACE.ID.eq(workspaceId))
                .execute();
    }

    /** Those that {@link Life#byClock} may change. */
    public List<UUID> changingByClock(Instant now) {
        return sql.select(WORKSPACE.ID)
                .from(WORKSPACE)
                .where(WORKSPACE.STATE.eq(inline("TRIAL")).and(WORKSPACE.TRIAL_ENDS_AT.le(now)))
                .and(WORKSPACE.DELETED_AT.isNull())
                .unionAll(select(WORKSPACE.ID)
                        .from(WORKSPACE)
                        .where(WORKSPACE.STATE.eq(inline("DEACTIVATED")).and(WORKSPACE.DEACTIVATED_AT.gt(now)))
                        .and(WORKSPACE.DELETED_AT.isNull()))
                .limit(inline(AT_ONCE))
                .fetch(WORKSPACE.ID);
    }

    /** Those whose contents, or all of which, go by the clock. */
    public List<UUID> toPurge(Instant now) {
        return sql.select(WORKSPACE.ID)
                .from(WORKSPACE)
                .where(WORKSPACE.PURGE_AT.isNotNull().and(WORKSPACE.PURGE_AT.le(now)))
                .and(WORKSPACE.DELETED_AT.isNull())
                .orderBy(WORKSPACE.PURGE_AT, WORKSPACE.ID)
                .limit(inline(AT_ONCE))
                .fetch(WORKSPACE.ID);
    }

    /** The rest of one that was deleted for good: its name and id, which the log refers to. */
    public void forget(UUID workspaceId) {
        sql.deleteFrom(WORKSPACE_LOGO)
                .where(WORKSPACE_LOGO.WORKSPACE_ID.eq(workspaceId))
                .execute();
        sql.update(WORKSPACE)
                .setNull(WORKSPACE.OWNER_ID)
                .set(WORKSPACE.DESCRIPTION, "")
                .where(WORKSPACE.ID.eq(workspaceId).and(WORKSPACE.DELETED_AT.isNotNull()))
                .execute();
    }

    private static Living living(Record r) {
        return new Living(
                r.get(WORKSPACE.ID),
                r.get(WORKSPACE.NAME),
                new Life(
                        Plan.valueOf(r.get(WORKSPACE.PLAN)),
                        WorkspaceState.valueOf(r.get(WORKSPACE.STATE)),
                        r.get(WORKSPACE.TRIAL_ENDS_AT),
                        r.get(WORKSPACE.DEACTIVATED_AT),
                        r.get(WORKSPACE.PURGE_AT),
                        r.get(WORKSPACE.PURGED_AT),
                        r.get(WORKSPACE.DELETED_AT)),
                new Actor(
                        r.get(APP_USER.ID),
                        r.get(APP_USER.NAME),
                        r.get(APP_USER.ORGANIZATION_ID),
                        false,
                        Optional.empty()));
    }
}
