package dev.kontor.version;

import static kontor.tables.Tables.ITEM;
import static kontor.tables.Tables.VERSION;
import static org.jooq.impl.DSL.*;

import dev.kontor.version.Spot.Layer;
import java.util.List;
import kontor.tables.Item;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SortField;
import org.jooq.Table;

/**
 * The rows that are there at a state: of each path the row of the nearest layer that has one, unless it is a
 * tombstone. To be ordered by path and limited by who uses it, so that an index serves it.
 */
public final class Overlay {
    /** How the columns of {@link #rows} are called. */
    public static final Item I = ITEM.as("i");

    private static final List<Field<?>> COLUMNS =
            List.of(ITEM.PATH, ITEM.DIGEST, ITEM.SIZE, ITEM.MEDIA_TYPE, ITEM.ANNOT_ID);
    private static final Field<Integer> DEPTH = field(name("u", "depth"), Integer.class);

    private Overlay() {}

    public static Table<?> rows(List<Layer> layers, Condition where) {
        return rows(layers, where, false);
    }

    /** @param where about ITEM's path */
    static Table<?> rows(List<Layer> layers, Condition where, boolean descending) {
        if (layers.isEmpty()) {
            return select(COLUMNS).from(ITEM).where(falseCondition()).asTable(I.getName());
        }
        if (layers.size() == 1) {
            return select(COLUMNS)
                    .from(ITEM)
                    .where(at(layers.getFirst()))
                    .and(where)
                    .and(ITEM.DIGEST.isNotNull())
                    .asTable(I.getName());
        }
        Item u = ITEM.as("u");
        Select<?> nearest = select(u.PATH, u.DIGEST, u.SIZE, u.MEDIA_TYPE, u.ANNOT_ID)
                .distinctOn(u.PATH)
                .from(union(layers, where).asTable("u"))
                .orderBy(descending ? u.PATH.desc() : u.PATH.asc(), DEPTH.asc());
        Item n = ITEM.as("n");
        return select(n.PATH, n.DIGEST, n.SIZE, n.MEDIA_TYPE, n.ANNOT_ID)
                .from(nearest.asTable("n"))
                .where(n.DIGEST.isNotNull())
                .asTable(I.getName());
    }

    /** Whether the state is still there in what a statement sees: of a version that is deleted meanwhile nothing is shown, not half. */
    static Condition there(Spot spot) {
        return spot.versionId() == null
                ? noCondition()
                : exists(selectOne().from(VERSION).where(VERSION.ID.eq(spot.versionId())));
    }

    static SortField<String> order(boolean descending) {
        return descending ? I.PATH.desc() : I.PATH.asc();
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Select<?> union(List<Layer> layers, Condition where) {
        Select all = null;
        for (int depth = 0; depth < layers.size(); depth++) {
            Select one = select(COLUMNS)
                    .select(inline(depth).as("depth"))
                    .from(ITEM)
                    .where(at(layers.get(depth)))
                    .and(where);
            all = all == null ? one : all.unionAll(one);
        }
        return java.util.Objects.requireNonNull(all);
    }

    private static Condition at(Layer layer) {
        return ITEM.LINE_ID.eq(layer.lineId()).and(ITEM.ADDED_IN.le(layer.at())).and(ITEM.REMOVED_IN.gt(layer.at()));
    }

    /** Paths that begin so. */
    public static Condition within(Field<String> path, String prefix) {
        return prefix.isEmpty() ? noCondition() : path.ge(prefix).and(path.lt(ItemPath.end(prefix)));
    }
}
