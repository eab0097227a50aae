package dev.kontor.access;

import static kontor.tables.facts.Tables.MEMBERSHIP;
import static kontor.tables.facts.Tables.REACH;
import static kontor.tables.facts.Tables.SIGHT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.noCondition;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;

/** Reads an actor's {@link Reach} from {@code facts.reach}, in one workspace or in all, in one statement. */
final class Reaches {
    /** As the view counts. */
    private static final int MOST_GRANTED = 100;

    private Reaches() {}

    static Optional<Reach> read(DSLContext sql, Actor actor, UUID workspaceId) {
        return actor.reaches(workspaceId)
                ? rows(sql, actor).and(REACH.WORKSPACE_ID.eq(workspaceId)).fetchOptional(row -> reach(actor, row))
                : Optional.empty();
    }

    /** In every workspace that the actor is a member of, within those that a key is narrowed to. */
    static List<Reach> readAll(DSLContext sql, Actor actor) {
        return rows(sql, actor)
                .and(actor.onlyWorkspaces()
                        .map(only -> REACH.WORKSPACE_ID.eq(any(only.toArray(UUID[]::new))))
                        .orElse(noCondition()))
                .fetch(row -> reach(actor, row));
    }

    private static SelectConditionStep<? extends Record> rows(DSLContext sql, Actor actor) {
        return sql.select(
                        REACH.WORKSPACE_ID,
                        REACH.ORGANIZATION_ID,
                        REACH.ROLES,
                        REACH.TYPES,
                        REACH.FULL_ACCESS,
                        REACH.OWNER,
                        REACH.STATE,
                        REACH.EVERY_PROJECT,
                        REACH.EVERY_PUBLIC,
                        REACH.EVERY_NAMED,
                        REACH.ONES,
                        REACH.SEES,
                        REACH.GRANTED)
                .from(REACH)
                .where(REACH.USER_ID.eq(actor.userId()));
    }

    private static Reach reach(Actor actor, Record row) {
        Standing standing = Standing.of(
                row.get(REACH.WORKSPACE_ID),
                row.get(REACH.ORGANIZATION_ID),
                row.get(REACH.ROLES),
                row.get(REACH.TYPES),
                row.get(REACH.FULL_ACCESS),
                row.get(REACH.OWNER),
                row.get(REACH.STATE));
        return new Reach(
                actor,
                standing,
                row.get(REACH.EVERY_PROJECT),
                row.get(REACH.EVERY_PUBLIC),
                row.get(REACH.EVERY_NAMED),
                Set.copyOf(Arrays.asList(row.get(REACH.ONES))),
                Set.copyOf(Arrays.asList(row.get(REACH.SEES))),
                granted(row.get(REACH.GRANTED)));
    }

    /** From datasets and levels, a space between them. */
    private static @Nullable Map<UUID, DatasetLevel> granted(String[] pairs) {
        if (pairs.length > MOST_GRANTED) {
            return null;
        }
        Map<UUID, DatasetLevel> granted = HashMap.newHashMap(pairs.length);
        for (String pair : pairs) {
            int space = pair.indexOf(' ');
            granted.put(UUID.fromString(pair.substring(0, space)), DatasetLevel.valueOf(pair.substring(space + 1)));
        }
        return granted;
    }

    static Standing standingOfSight(Record row) {
        return Standing.of(
                row.get(SIGHT.WORKSPACE_ID),
                row.get(SIGHT.ORGANIZATION_ID),
                row.get(SIGHT.ROLES),
                row.get(SIGHT.TYPES),
                row.get(SIGHT.FULL_ACCESS),
                row.get(SIGHT.OWNER),
                row.get(SIGHT.STATE));
    }

    static Standing standing(Record row) {
        return Standing.of(
                row.get(MEMBERSHIP.WORKSPACE_ID),
                row.get(MEMBERSHIP.ORGANIZATION_ID),
                row.get(MEMBERSHIP.ROLES),
                row.get(MEMBERSHIP.TYPES),
                row.get(MEMBERSHIP.FULL_ACCESS),
                row.get(MEMBERSHIP.OWNER),
                row.get(MEMBERSHIP.STATE));
    }
}
