package dev.kontor.access;

import static org.jooq.impl.DSL.*;

import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
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

    private final boolean all;
    private final boolean everyPublic;
    private final UUID[] ones;

    private Sight(boolean all, boolean everyPublic, Set<UUID> ones) {
        this.all = all;
        this.everyPublic = everyPublic;
        this.ones = ones.toArray(UUID[]::new);
    }

    public static Sight of(Reach reach) {
        return new Sight(reach.all(), reach.everyPublic(), reach.ones());
    }

    /** Whether to walk the whole order index and filter, rather than to gather from {@link #ones}. */
    public boolean broad() {
        return all || everyPublic || ones.length > MANY;
    }

    /** The filter of the broad shape. */
    public Condition sees(Field<UUID> projectId, Field<String> visibility) {
        if (all) {
            return noCondition();
        }
        // a hashed subplan: `= any(array)` would compare with each of a thousand for every row walked
        Condition named =
                ones.length == 0 ? falseCondition() : projectId.in(select(ONE).from(ones()));
        return everyPublic ? visibility.eq(ProjectVisibility.PUBLIC.name()).or(named) : named;
    }

    /** The projects to gather from in the narrow shape: a table {@code o(id)}. */
    public Table<?> ones() {
        Field<UUID[]> array = val(ones, SQLDataType.UUID.getArrayDataType());
        return unnest(array).as("o", "id");
    }
}
