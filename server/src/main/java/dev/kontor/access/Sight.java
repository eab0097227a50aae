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
    /**
     * From here on walking and filtering costs less than gathering: measured at 84 of 5,000 projects with ten datasets
     * each, where both take a millisecond (docs/benchmarks.md); at fewer in smaller workspaces.
     */
    private static final int MANY = 80;

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
     * The filter of the broad shape: {@code (named or one) and (public or one)}, because a condition on the walked row
     * alone is asked before anything is joined. The subqueries stand below an {@code or}, where PostgreSQL hashes each
     * once; joined, it would begin with each of their projects and read all that is in them.
     *
     * @param projectId of the row that is walked, not of a project joined to it
     */
    public Condition sees(Field<UUID> projectId, Field<String> visibility) {
        if (reach.all()) {
            return noCondition();
        }
        Condition one = one(projectId);
        if (!reach.everyPublic() && reach.everyNamed() == 0) {
            return one;
        }
        Condition publicOrOne = visibility.eq(ProjectVisibility.PUBLIC.name()).or(one);
        return reach.everyPublic() ? publicOrOne : named(projectId).or(one).and(publicOrOne);
    }

    /** Nothing to ask where nobody made or chose one for them: the usual case of a partner's people. */
    private Condition one(Field<UUID> projectId) {
        return reach.ones().isEmpty()
                ? falseCondition()
                : falseCondition().or(projectId.in(select(ONE).from(those())));
    }

    private Condition named(Field<UUID> projectId) {
        return projectId.in(select(NAMED_PROJECT.PROJECT_ID)
                .from(NAMED_PROJECT)
                .where(NAMED_PROJECT.WORKSPACE_ID.eq(reach.workspaceId()))
                .and(NAMED_PROJECT.ORGANIZATION_ID.eq(organizationId())));
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
