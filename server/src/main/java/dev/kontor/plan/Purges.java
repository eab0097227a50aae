package dev.kontor.plan;

import static kontor.tables.Tables.PURGE;
import static kontor.tables.Tables.WORKSPACE;
import static kontor.tables.facts.Tables.DYING_PROJECT;
import static org.jooq.impl.DSL.*;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of purges that have begun and are not done. */
@Component
class Purges {
    private static final int AT_ONCE = 100;

    private final DSLContext sql;

    Purges(DSLContext sql) {
        this.sql = sql;
    }

    /** @param deletes whether nothing is to be left of the workspace */
    record Purge(UUID workspaceId, Instant begunAt, long annotsBelow, boolean deletes) {}

    /** Behind the workspace's lock, so that nobody has taken a number of labels and not used it. */
    void begin(UUID workspaceId, Instant now) {
        sql.insertInto(PURGE)
                .set(PURGE.WORKSPACE_ID, workspaceId)
                .set(PURGE.BEGUN_AT, now)
                .set(PURGE.ANNOTS_BELOW, field("nextval('annot_id')", Long.class))
                .onConflict(PURGE.WORKSPACE_ID)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    /** Those whose projects are gone already. */
    List<Purge> withoutProjects() {
        return sql.select(
                        PURGE.WORKSPACE_ID, PURGE.BEGUN_AT, PURGE.ANNOTS_BELOW, field(WORKSPACE.DELETED_AT.isNotNull()))
                .from(PURGE)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(PURGE.WORKSPACE_ID))
                .whereNotExists(
                        selectOne().from(DYING_PROJECT).where(DYING_PROJECT.WORKSPACE_ID.eq(PURGE.WORKSPACE_ID)))
                .orderBy(PURGE.BEGUN_AT, PURGE.WORKSPACE_ID)
                .limit(inline(AT_ONCE))
                .fetch(r -> new Purge(r.value1(), r.value2(), r.value3(), r.value4()));
    }

    /** Nothing where another one has begun meanwhile. */
    boolean end(Purge purge) {
        return sql.deleteFrom(PURGE)
                        .where(PURGE.WORKSPACE_ID.eq(purge.workspaceId()).and(PURGE.BEGUN_AT.eq(purge.begunAt())))
                        .execute()
                == 1;
    }
}
