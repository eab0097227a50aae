package dev.kontor.project;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.PROJECT;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of the end of the trash: which projects are to be purged, and how far their purge is. */
@Component
class TrashedProjects {
    private static final int AT_ONCE = 1_000;

    private final DSLContext sql;
    private final Clock clock;
    private final ProjectSettings settings;

    TrashedProjects(DSLContext sql, Clock clock, ProjectSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    record Place(UUID workspaceId, UUID projectId) {}

    /** Where a purge is to begin, and where one was begun and not finished. */
    List<Place> toPurge() {
        return sql.select(PROJECT.WORKSPACE_ID, PROJECT.ID)
                .from(PROJECT)
                .where(due().or(PROJECT.PURGED_AT.isNotNull()))
                .orderBy(PROJECT.TRASHED_AT, PROJECT.ID)
                .limit(inline(AT_ONCE))
                .fetch(r -> new Place(r.value1(), r.value2()));
    }

    /** What is about to be purged, and in whose name: theirs who deleted it. */
    record Ending(String name, Actor actor) {}

    /** Nobody sees it from now on. Nothing where it was restored meanwhile, or the purge has begun already. */
    Optional<Ending> begin(UUID projectId) {
        int begun = sql.update(PROJECT)
                .set(PROJECT.PURGED_AT, clock.instant())
                .where(PROJECT.ID.eq(projectId).and(due()))
                .execute();
        return begun == 0
                ? Optional.empty()
                : sql.select(PROJECT.NAME, APP_USER.ID, APP_USER.NAME, APP_USER.ORGANIZATION_ID)
                        .from(PROJECT)
                        .join(APP_USER)
                        .on(APP_USER.ID.eq(coalesce(PROJECT.TRASHED_BY, PROJECT.CREATOR_ID)))
                        .where(PROJECT.ID.eq(projectId))
                        .fetchOptional(r -> new Ending(
                                r.value1(), new Actor(r.value2(), r.value3(), r.value4(), false, Optional.empty())));
    }

    /** all of a workspace's that are not on their way out already; says how many. */
    int beginAll(UUID workspaceId) {
        Instant now = clock.instant();
        return sql.update(PROJECT)
                .set(PROJECT.TRASHED_AT, coalesce(PROJECT.TRASHED_AT, val(now)))
                .set(PROJECT.PURGED_AT, now)
                .where(PROJECT.WORKSPACE_ID.eq(workspaceId).and(PROJECT.PURGED_AT.isNull()))
                .execute();
    }

    /** The last step: whatever is still in it would hold it back. */
    void delete(UUID projectId) {
        sql.deleteFrom(PROJECT)
                .where(PROJECT.ID.eq(projectId).and(PROJECT.PURGED_AT.isNotNull()))
                .execute();
    }

    private Condition due() {
        Instant before = clock.instant().minus(settings.trash());
        return PROJECT.TRASHED_AT.le(before).and(PROJECT.PURGED_AT.isNull());
    }
}
