package dev.kontor.access;

import static kontor.tables.facts.Tables.NAMED_PROJECT;
import static kontor.tables.facts.Tables.NAMED_PUBLIC_PROJECT;
import static org.jooq.impl.DSL.*;

import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * The rule of {@link Sight} for several workspaces in one statement, which searching needs: its two shapes stand side by
 * side, workspaces that are {@link #walked} and projects that are {@link #gathered} from the others.
 */
public final class Sights {
    /** Columns of {@link #walked}. */
    public static final Field<UUID> WORKSPACE = field(name("w", "workspace_id"), SQLDataType.UUID);

    private static final Field<Boolean> EVERY_PROJECT = field(name("w", "every_project"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> EVERY_PUBLIC = field(name("w", "every_public"), SQLDataType.BOOLEAN);
    private static final Field<Boolean> EVERY_NAMED = field(name("w", "every_named"), SQLDataType.BOOLEAN);

    private final UUID organizationId;
    private final List<Reach> broad;
    private final List<Reach> narrow;

    private Sights(UUID organizationId, List<Reach> broad, List<Reach> narrow) {
        this.organizationId = organizationId;
        this.broad = broad;
        this.narrow = narrow;
    }

    /** Of one actor in all workspaces that are searched. */
    public static Sights of(Actor actor, List<Reach> reaches) {
        Predicate<Reach> isBroad = reach -> Sight.of(reach).broad();
        return new Sights(
                actor.organizationId(),
                reaches.stream().filter(isBroad).toList(),
                reaches.stream().filter(isBroad.negate()).toList());
    }

    /** The workspaces to walk and filter with {@link #sees}: a table {@code w}, one row for each. */
    public Table<?> walked() {
        return table(
                        "unnest({0}, {1}, {2}, {3})",
                        array(workspaces(broad)),
                        flags(Reach::all),
                        flags(Reach::everyPublic),
                        flags(reach -> reach.everyNamed() > 0))
                .as("w", "workspace_id", "every_project", "every_public", "every_named");
    }

    /** The filter of a row of the workspace {@code w}. */
    public Condition sees(Field<UUID> projectId, Field<String> visibility) {
        Condition named = exists(selectOne()
                .from(NAMED_PROJECT)
                .where(NAMED_PROJECT.WORKSPACE_ID.eq(WORKSPACE))
                .and(NAMED_PROJECT.ORGANIZATION_ID.eq(organizationId))
                .and(NAMED_PROJECT.PROJECT_ID.eq(projectId)));
        Condition everybodys = condition(EVERY_PUBLIC).or(condition(EVERY_NAMED).and(named));
        return condition(EVERY_PROJECT)
                .or(projectId.in(
                        select(Sight.ONE).from(unnest(array(ones(broad))).as("o", "id"))))
                .or(visibility.eq(ProjectVisibility.PUBLIC.name()).and(everybodys));
    }

    /** The projects to gather from, each once: a table {@code o(id)}; {@link Sight#ONE}. */
    public Table<?> gathered() {
        List<Reach> limited =
                narrow.stream().filter(reach -> reach.everyNamed() > 0).toList();
        return select(Sight.ONE)
                .from(unnest(array(ones(narrow))).as("o", "id"))
                .union(select(NAMED_PUBLIC_PROJECT.PROJECT_ID)
                        .from(NAMED_PUBLIC_PROJECT)
                        .where(NAMED_PUBLIC_PROJECT.WORKSPACE_ID.eq(any(array(workspaces(limited)))))
                        .and(NAMED_PUBLIC_PROJECT.ORGANIZATION_ID.eq(organizationId)))
                .asTable("o", "id");
    }

    private Field<Boolean[]> flags(Predicate<Reach> flag) {
        Boolean[] flags = broad.stream().map(flag::test).toArray(Boolean[]::new);
        return val(flags, SQLDataType.BOOLEAN.getArrayDataType());
    }

    private static UUID[] workspaces(List<Reach> reaches) {
        return reaches.stream().map(Reach::workspaceId).toArray(UUID[]::new);
    }

    private static UUID[] ones(List<Reach> reaches) {
        return reaches.stream().flatMap(reach -> reach.ones().stream()).toArray(UUID[]::new);
    }

    private static Field<UUID[]> array(UUID[] ids) {
        return val(ids, SQLDataType.UUID.getArrayDataType());
    }
}
