package dev.kontor.access;

import static kontor.tables.facts.Tables.NAMED_PROJECT;
import static kontor.tables.facts.Tables.NAMED_PUBLIC_PROJECT;
import static org.jooq.impl.DSL.*;

import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;

/**
 * Which projects a list may show to somebody, with their {@link Reach} as constants; the same rule as the view
 * {@code facts.sight}, which is asked about one project. Lists take one of two shapes: people with a broad sight walk
 * the order index and filter; people who see a few projects gather from each of them.
 */
public final class Sight {
    /** From here on walking and filtering costs less than gathering (docs/benchmarks.md). */
    private static final int MANY = 100;

    /** A project's id in {@link #ones()}. */
    public static final Field<UUID> ONE = field(name("o", "id"), SQLDataType.UUID);

    private final Reach reach;

    private Sight(Reach reach) {
        this.reach = reach;
    }

    public static Sight of(Reach reach) {
        return new Sight(reach);
    }

    /** Whether to walk the whole order index and filter, rather than to gather from {@link #ones}. */
    public boolean broad() {
        return reach.all()
                || reach.everyPublic()
                || reach.everyNamed() + reach.ones().size() > MANY;
    }

    /**
     * The filter of the broad shape. Both subqueries stand below an {@code or}, where PostgreSQL hashes them once;
     * joined, it would begin with each of their projects and read all that is in them.
     *
     * @param projectId of the row that is walked, not of a project joined to it: then it is filtered before the join
     */
    public Condition sees(Field<UUID> projectId, Field<String> visibility) {
        if (reach.all()) {
            return noCondition();
        }
        Condition one = projectId.in(select(ONE).from(those()));
        Condition seenByAll = visibility.eq(ProjectVisibility.PUBLIC.name());
        if (reach.everyPublic()) {
            return seenByAll.or(one);
        }
        Condition named = projectId.in(select(NAMED_PROJECT.PROJECT_ID)
                .from(NAMED_PROJECT)
                .where(NAMED_PROJECT.WORKSPACE_ID.eq(reach.workspaceId()))
                .and(NAMED_PROJECT.ORGANIZATION_ID.eq(organizationId())));
        return reach.everyNamed() > 0
                ? seenByAll.and(named).or(one)
                : falseCondition().or(one);
    }

    /** The projects to gather from in the narrow shape, each once: a table {@code o(id)}. */
    public Table<?> ones() {
        if (reach.everyNamed() == 0) {
            return those();
        }
        Select<?> all = select(ONE)
                .from(those())
                .union(select(NAMED_PUBLIC_PROJECT.PROJECT_ID)
                        .from(NAMED_PUBLIC_PROJECT)
                        .where(NAMED_PUBLIC_PROJECT.WORKSPACE_ID.eq(reach.workspaceId()))
                        .and(NAMED_PUBLIC_PROJECT.ORGANIZATION_ID.eq(organizationId())));
        return all.asTable("o", "id");
    }

    private UUID organizationId() {
        return reach.standing().organizationId();
    }

    private Table<?> those() {
        Field<UUID[]> array = val(reach.ones().toArray(UUID[]::new), SQLDataType.UUID.getArrayDataType());
        return unnest(array).as("o", "id");
    }
}
