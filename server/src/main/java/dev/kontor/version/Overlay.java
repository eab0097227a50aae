package dev.kontor.version;

import static kontor.tables.Tables.ITEM;
import static kontor.tables.Tables.VERSION;
import static org.jooq.impl.DSL.*;

import dev.kontor.version.Spot.Layer;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import kontor.tables.Item;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jooq.impl.DSL;

/**
 * The rows that are there at a state: of each path the row of the nearest layer that has one, unless it is a
 * tombstone. Pages ask for the {@link #first} ones, whoever takes all of them for {@link #rows}.
 */
public final class Overlay {
    /** How the columns of {@link #rows} are called. */
    public static final Item I = ITEM.as("i");

    private static final List<Field<?>> COLUMNS =
            List.of(ITEM.PATH, ITEM.DIGEST, ITEM.SIZE, ITEM.MEDIA_TYPE, ITEM.ANNOT_ID);
    private static final Item N = ITEM.as("n");

    private Overlay() {}

    /**
     * All of them, in no order: layer by layer, without the paths that a nearer one decides about.
     *
     * @param where about ITEM's path
     */
    public static Table<?> rows(List<Layer> layers, Condition where) {
        return layered(
                layers,
                (layer, nearer) -> select(COLUMNS)
                        .from(ITEM)
                        .where(present(layer))
                        .and(where)
                        .and(DSL.and(nearer.stream()
                                .map(above -> notExists(decided(above)))
                                .toList())));
    }

    /** The first ones by path; of a row of layers as many steps as are asked for, however many there are. */
    public static Table<?> first(List<Layer> layers, Condition where, int limit) {
        return ordered(layers, where, limit, ITEM.PATH.asc());
    }

    static Table<?> last(List<Layer> layers, Condition where, int limit) {
        return ordered(layers, where, limit, ITEM.PATH.desc());
    }

    /** Each arm ordered and limited by itself: else PostgreSQL reads every row of every layer, then sorts. */
    private static Table<?> ordered(List<Layer> layers, Condition where, int limit, SortField<String> order) {
        return layered(
                layers,
                (layer, nearer) -> select(COLUMNS)
                        .from(ITEM)
                        .where(present(layer))
                        .and(where)
                        .and(DSL.and(nearer.stream()
                                // fenced: joined, it would begin with all rows of the nearer layer
                                .map(above -> notExists(decided(above).offset(inline(0))))
                                .toList()))
                        .orderBy(order)
                        .limit(inline(limit)));
    }

    private static Table<?> layered(List<Layer> layers, BiFunction<Layer, List<Layer>, Select<?>> arm) {
        return IntStream.range(0, layers.size())
                .<Select<?>>mapToObj(depth -> arm.apply(layers.get(depth), layers.subList(0, depth)))
                .reduce(Overlay::union)
                .orElseGet(() -> select(COLUMNS).from(ITEM).where(falseCondition()))
                .asTable(I.getName());
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private static Select<?> union(Select all, Select one) {
        return all.unionAll(one);
    }

    /** A row, maybe a tombstone, that says what is at ITEM's path. */
    private static SelectConditionStep<?> decided(Layer layer) {
        return selectOne().from(N).where(at(N, layer)).and(N.PATH.eq(ITEM.PATH));
    }

    private static Condition present(Layer layer) {
        return at(ITEM, layer).and(ITEM.DIGEST.isNotNull());
    }

    /** Whether the state is still there in what a statement sees: of a version that is deleted meanwhile nothing is shown, not half. */
    static Condition there(Spot spot) {
        return spot.versionId() == null
                ? noCondition()
                : exists(selectOne().from(VERSION).where(VERSION.ID.eq(spot.versionId())));
    }

    private static Condition at(Item item, Layer layer) {
        return item.LINE_ID.eq(layer.lineId()).and(item.ADDED_IN.le(layer.at())).and(item.REMOVED_IN.gt(layer.at()));
    }

    /** What came with changes of these numbers: by an index of its own, which look-ups of paths cannot take by mistake. */
    public static Condition added(Condition numbers) {
        return numbers.and(ITEM.ADDED_IN.gt(inline(0L)));
    }

    /** Paths that begin so. */
    public static Condition within(Field<String> path, String prefix) {
        return prefix.isEmpty() ? noCondition() : path.ge(prefix).and(path.lt(ItemPath.end(prefix)));
    }
}
