package dev.kontor.access;

import static kontor.tables.facts.Tables.MEMBERSHIP;
import static kontor.tables.facts.Tables.REACH;
import static org.jooq.impl.DSL.*;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** Reads an actor's {@link Reach} in a workspace from {@code facts.reach}, in one statement. */
final class Reaches {
    private static final Field<Boolean> ALL = boolOr(REACH.KIND.eq("ALL")).as("every");
    private static final Field<Boolean> PUBLIC = boolOr(REACH.KIND.eq("PUBLIC")).as("every_public");
    private static final Field<UUID[]> ONES =
            arrayAgg(REACH.OBJECT_ID).filterWhere(REACH.KIND.eq("ONE")).as("ones");
    private static final Field<UUID[]> SEES =
            arrayAgg(REACH.OBJECT_ID).filterWhere(REACH.KIND.eq("SEES")).as("sees");

    private Reaches() {}

    static Optional<Reach> read(DSLContext sql, Actor actor, UUID workspaceId) {
        if (!actor.reaches(workspaceId)) {
            return Optional.empty();
        }
        return sql.select(
                        MEMBERSHIP.WORKSPACE_ID,
                        MEMBERSHIP.ORGANIZATION_ID,
                        MEMBERSHIP.ROLES,
                        MEMBERSHIP.TYPES,
                        MEMBERSHIP.FULL_ACCESS,
                        MEMBERSHIP.OWNER,
                        MEMBERSHIP.STATE,
                        ALL,
                        PUBLIC,
                        ONES,
                        SEES)
                .from(MEMBERSHIP)
                .join(REACH)
                .on(REACH.USER_ID.eq(MEMBERSHIP.USER_ID).and(REACH.WORKSPACE_ID.eq(MEMBERSHIP.WORKSPACE_ID)))
                .where(MEMBERSHIP.USER_ID.eq(actor.userId()).and(MEMBERSHIP.WORKSPACE_ID.eq(workspaceId)))
                .groupBy(
                        MEMBERSHIP.WORKSPACE_ID,
                        MEMBERSHIP.ORGANIZATION_ID,
                        MEMBERSHIP.ROLES,
                        MEMBERSHIP.TYPES,
                        MEMBERSHIP.FULL_ACCESS,
                        MEMBERSHIP.OWNER,
                        MEMBERSHIP.STATE)
                .fetchOptional(row -> new Reach(
                        actor, standing(row), row.get(ALL), row.get(PUBLIC), set(row.get(ONES)), set(row.get(SEES))));
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

    private static Set<UUID> set(UUID @Nullable [] ids) {
        return ids == null ? Set.of() : Arrays.stream(ids).collect(Collectors.toSet());
    }
}
