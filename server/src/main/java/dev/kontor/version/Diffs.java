package dev.kontor.version;

import static kontor.tables.Tables.ITEM;
import static org.jooq.impl.DSL.*;

import dev.kontor.version.Difference.Kind;
import dev.kontor.version.Spot.Layer;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The SQL of how two states differ. Only paths that came or went on the lines between them are looked at, so it costs as
 * much as the change, whatever the dataset's size.
 */
@Component
public class Diffs {
    private static final long FOREVER = Long.MAX_VALUE;
    private static final kontor.tables.Item C = ITEM.as("c");
    private static final kontor.tables.Item X = ITEM.as("x");
    private static final kontor.tables.Item Y = ITEM.as("y");
    private static final Field<Boolean> RELABELLED = field(
            "case when {0} is not distinct from {1} then false else"
                    + " (select (a.labels, a.meta) from annot a where a.id = {0})"
                    + " is distinct from (select (a.labels, a.meta) from annot a where a.id = {1}) end",
            Boolean.class, X.ANNOT_ID, Y.ANNOT_ID);
    private static final Field<Kind> KIND = when(X.PATH.isNull(), inline(Kind.ADDED.name()))
            .when(Y.PATH.isNull(), inline(Kind.REMOVED.name()))
            .otherwise(inline(Kind.CHANGED.name()))
            .as("kind")
            .convertFrom(Kind::valueOf);

    private final DSLContext sql;
    private final Items items;
    private final Spots spots;

    Diffs(DSLContext sql, Items items, Spots spots) {
        this.sql = sql;
        this.items = items;
        this.spots = spots;
    }

    /** Two states, from the one to the other. */
    public record Between(Spot from, Spot to) {}

    /** @param contents of the changed, those with other bytes; labels: those with other labels or metadata */
    public record Counts(long added, long changed, long removed, long contents, long labels, long bytes) {}

    private record Row(String path, Kind kind) {}

    /** In the order of paths. */
    Page<Difference> list(Between two, @Nullable Kind only, Listing listing) {
        Condition after =
                listing.after(1).map(cursor -> ITEM.PATH.gt(cursor.part(0))).orElse(noCondition());
        List<Row> rows = sql.select(C.PATH, KIND)
                .from(joined(two, after))
                .where(differs().and(only == null ? noCondition() : is(only)).and(there(two)))
                .orderBy(C.PATH)
                .limit(inline(listing.size() + 1))
                .fetch(row -> new Row(row.value1(), row.value2()));
        if (rows.isEmpty()) {
            spots.check(two.from());
            spots.check(two.to());
        }
        Page<Row> page = Page.of(rows, listing.size(), row -> Cursor.of(row.path()));
        List<String> paths = page.items().stream().map(Row::path).toList();
        Map<String, Item> before = items.at(two.from(), paths);
        Map<String, Item> now = items.at(two.to(), paths);
        return page.map(row -> difference(row, before.get(row.path()), now.get(row.path())));
    }

    private static Difference difference(Row row, @Nullable Item before, @Nullable Item after) {
        if (before == null || after == null) {
            return new Difference(row.path(), row.kind(), before, after, false, false, false);
        }
        return new Difference(
                row.path(),
                row.kind(),
                before,
                after,
                !before.digest().equals(after.digest()),
                !Objects.equals(before.labels(), after.labels()),
                !Objects.equals(before.metadata(), after.metadata()));
    }

    public Counts counts(Between two) {
        Field<Boolean> bytes = field(X.DIGEST.isDistinctFrom(Y.DIGEST));
        Field<Long> grown = coalesce(Y.SIZE, inline(0L)).minus(coalesce(X.SIZE, inline(0L)));
        Condition both = is(Kind.CHANGED);
        return sql.select(
                        count().filterWhere(is(Kind.ADDED)),
                        count().filterWhere(both),
                        count().filterWhere(is(Kind.REMOVED)),
                        count().filterWhere(both.and(bytes)),
                        count().filterWhere(both.and(RELABELLED)),
                        coalesce(sum(grown), inline(0)))
                .from(joined(two, noCondition()))
                .where(differs())
                .fetchSingle(row -> new Counts(
                        row.value1(),
                        row.value2(),
                        row.value3(),
                        row.value4(),
                        row.value5(),
                        row.value6().longValue()));
    }

    /** {@code (path, digest, size, media_type, annot_id)} as it is at the second state; no digest where it is not. */
    public Select<?> becoming(Between two) {
        return select(C.PATH, Y.DIGEST, Y.SIZE, Y.MEDIA_TYPE, Y.ANNOT_ID)
                .from(joined(two, noCondition()))
                .where(differs());
    }

    private static Table<?> joined(Between two, Condition after) {
        return candidates(two, after)
                .asTable(C.getName())
                .leftJoin(lateral(at(two.from(), X)))
                .on(trueCondition())
                .leftJoin(lateral(at(two.to(), Y)))
                .on(trueCondition());
    }

    private static Table<?> at(Spot spot, kontor.tables.Item as) {
        var i = Overlay.I;
        return select(i.PATH, i.DIGEST, i.SIZE, i.MEDIA_TYPE, i.ANNOT_ID)
                .from(Overlay.first(spot.layers(), ITEM.PATH.eq(C.PATH), 1))
                .limit(inline(1)) // a look-up for each path, never a join with the whole line
                .asTable(as.getName());
    }

    private static Condition differs() {
        return X.PATH.isNotNull()
                .or(Y.PATH.isNotNull())
                .and(X.DIGEST.isDistinctFrom(Y.DIGEST).or(RELABELLED));
    }

    private static Condition is(Kind kind) {
        return switch (kind) {
            case ADDED -> X.PATH.isNull();
            case REMOVED -> Y.PATH.isNull();
            case CHANGED -> X.PATH.isNotNull().and(Y.PATH.isNotNull());
        };
    }

    private static Condition there(Between two) {
        return Overlay.there(two.from()).and(Overlay.there(two.to()));
    }

    /** Paths with a row that came or went between the two: on the lines of their own, and on the one that they share. */
    private static Select<Record1<String>> candidates(Between two, Condition after) {
        List<Layer> from = two.from().layers();
        List<Layer> to = two.to().layers();
        Optional<Layer> left =
                from.stream().filter(one -> at(to, one).isPresent()).findFirst();
        Optional<Layer> right = left.flatMap(one -> at(to, one));
        List<Condition> where = new ArrayList<>();
        above(from, left).forEach(layer -> where.add(own(layer)));
        above(to, right).forEach(layer -> where.add(own(layer)));
        if (left.isPresent() && left.get().at() != right.orElseThrow().at()) {
            long least = Math.min(left.get().at(), right.get().at());
            long most = Math.max(left.get().at(), right.get().at());
            Condition line = ITEM.LINE_ID.eq(left.get().lineId());
            where.add(line.and(Overlay.added(ITEM.ADDED_IN.gt(least).and(ITEM.ADDED_IN.le(most)))));
            where.add(line.and(ITEM.REMOVED_IN.gt(least))
                    .and(ITEM.REMOVED_IN.le(most))
                    .and(ITEM.REMOVED_IN.lt(inline(FOREVER))));
        }
        return where.stream()
                .map(one -> (Select<Record1<String>>)
                        select(ITEM.PATH).from(ITEM).where(one).and(after))
                .reduce((a, b) -> a.union(b))
                .orElseGet(() -> select(ITEM.PATH).from(ITEM).where(falseCondition()));
    }

    private static Optional<Layer> at(List<Layer> layers, Layer line) {
        return layers.stream().filter(one -> one.lineId() == line.lineId()).findFirst();
    }

    private static List<Layer> above(List<Layer> layers, Optional<Layer> shared) {
        return layers.stream()
                .takeWhile(
                        one -> shared.isEmpty() || one.lineId() != shared.get().lineId())
                .toList();
    }

    private static Condition own(Layer layer) {
        return ITEM.LINE_ID.eq(layer.lineId()).and(ITEM.ADDED_IN.le(layer.at())).and(ITEM.REMOVED_IN.gt(layer.at()));
    }
}
