package dev.kontor.version;

import static dev.kontor.web.Refusal.NOT_FOUND;
import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.picture.Picture;
import dev.kontor.picture.Pictures;
import dev.kontor.picture.Thumbnails;
import dev.kontor.storage.Content;
import dev.kontor.storage.Contents;
import dev.kontor.storage.Digest;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectOnConditionStep;
import org.jooq.SortField;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of items at a state. Keys first, by one index; labels are joined to what is left of them. */
@Component
public class Items {
    private static final List<Field<?>> KEYS =
            List.of(Overlay.I.PATH, Overlay.I.DIGEST, Overlay.I.SIZE, Overlay.I.MEDIA_TYPE, Overlay.I.ANNOT_ID);
    static final kontor.tables.Item K = ITEM.as("k");

    private final DSLContext sql;
    private final Spots spots;

    Items(DSLContext sql, Spots spots) {
        this.sql = sql;
        this.spots = spots;
    }

    Page<Item> list(Spot spot, String prefix, Listing listing) {
        Condition after =
                listing.after(1).map(cursor -> ITEM.PATH.gt(cursor.part(0))).orElse(noCondition());
        List<Item> rows = fetch(keys(spot, Overlay.within(ITEM.PATH, prefix).and(after), listing.size() + 1));
        if (rows.isEmpty()) {
            spots.check(spot);
        }
        return Page.of(rows, listing.size(), item -> Cursor.of(item.path()));
    }

    /** What is at those paths. */
    public Map<String, Item> at(Spot spot, Collection<String> paths) {
        String[] wanted = paths.toArray(String[]::new);
        return fetch(keys(spot, ITEM.PATH.eq(any(wanted)), wanted.length)).stream()
                .collect(Collectors.toMap(Item::path, item -> item));
    }

    /** The next ones after a path. */
    public List<Item> after(Spot spot, @Nullable String after, int limit) {
        return fetch(keys(spot, after == null ? noCondition() : ITEM.PATH.gt(after), limit));
    }

    /** The first of them. */
    public List<Item> first(Spot spot, int count) {
        return fetch(keys(spot, noCondition(), count));
    }

    /**
     * The first of those that fit.
     *
     * @param fits about {@link Overlay#I} and ANNOT
     */
    public List<Item> fitting(Spot spot, Condition fits, int count) {
        return fetch(select(KEYS)
                .from(Overlay.rows(spot.layers(), noCondition()))
                .leftJoin(ANNOT)
                .on(ANNOT.ID.eq(Overlay.I.ANNOT_ID))
                .where(fits)
                .orderBy(Overlay.I.PATH)
                .limit(inline(count)));
    }

    private static Select<?> keys(Spot spot, Condition where, int limit) {
        return select(KEYS)
                .from(Overlay.first(spot.layers(), where, limit))
                .where(Overlay.there(spot))
                .orderBy(Overlay.I.PATH)
                .limit(inline(limit));
    }

    List<Item> fetch(Select<?> keys) {
        return joined(keys, List.of()).orderBy(K.PATH).fetch(Items::item);
    }

    private SelectOnConditionStep<Record> joined(Select<?> keys, List<Field<?>> more) {
        return sql.select(K.PATH, K.DIGEST, K.SIZE, K.MEDIA_TYPE, ANNOT.LABELS, ANNOT.META)
                .select(Pictures.FIELDS)
                .select(more)
                .from(keys.asTable(K.getName()))
                .leftJoin(ANNOT)
                .on(ANNOT.ID.eq(K.ANNOT_ID))
                .leftJoin(PICTURE)
                .on(PICTURE.DIGEST.eq(K.DIGEST));
    }

    static Item item(Record row) {
        Picture picture = Pictures.picture(row);
        String mediaType = row.get(K.MEDIA_TYPE);
        return new Item(
                row.get(K.PATH),
                Digest.of(row.get(K.DIGEST)).hex(),
                row.get(K.SIZE),
                mediaType,
                json(row.get(ANNOT.LABELS)),
                json(row.get(ANNOT.META)),
                Thumbnails.possible(mediaType, row.get(K.SIZE), picture),
                picture);
    }

    private static @Nullable String json(@Nullable JSONB value) {
        return value == null ? null : value.data();
    }

    /** An item and its neighbours in the order of paths. */
    record WithNeighbours(Item item, Optional<String> previous, Optional<String> next) {}

    WithNeighbours withNeighbours(Spot spot, ItemPath path) {
        Field<String> previous = path(Overlay.last(spot.layers(), ITEM.PATH.lt(path.text()), 1), Overlay.I.PATH.desc())
                .as("previous");
        Field<String> next = path(Overlay.first(spot.layers(), ITEM.PATH.gt(path.text()), 1), Overlay.I.PATH.asc())
                .as("next");
        return joined(keys(spot, ITEM.PATH.eq(path.text()), 1), List.of(previous, next))
                .fetchOptional(row -> new WithNeighbours(
                        item(row), Optional.ofNullable(row.get(previous)), Optional.ofNullable(row.get(next))))
                .orElseThrow(NOT_FOUND::refused);
    }

    private static Field<String> path(Table<?> some, SortField<String> order) {
        return field(select(Overlay.I.PATH).from(some).orderBy(order).limit(inline(1)));
    }

    public Item get(Spot spot, ItemPath path) {
        return fetch(keys(spot, ITEM.PATH.eq(path.text()), 1)).stream()
                .findFirst()
                .orElseThrow(NOT_FOUND::refused);
    }

    /** An item's bytes, and as what they are sent. */
    public record WithContent(String path, String mediaType, Content content) {}

    WithContent withContent(Spot spot, ItemPath path) {
        return contents(spot, ITEM.PATH.eq(path.text()), 1).stream().findFirst().orElseThrow(NOT_FOUND::refused);
    }

    /** The next ones after a path, with their bytes where those are rows. */
    public List<WithContent> contentsAfter(Spot spot, String prefix, @Nullable String after, int limit) {
        Condition later = after == null ? noCondition() : ITEM.PATH.gt(after);
        return contents(spot, Overlay.within(ITEM.PATH, prefix).and(later), limit);
    }

    private List<WithContent> contents(Spot spot, Condition where, int limit) {
        return sql.select(K.PATH, K.MEDIA_TYPE)
                .select(Contents.FIELDS)
                .from(keys(spot, where, limit).asTable(K.getName()))
                .join(CONTENT)
                .on(CONTENT.DIGEST.eq(K.DIGEST))
                .orderBy(K.PATH)
                .fetch(row -> new WithContent(row.get(K.PATH), row.get(K.MEDIA_TYPE), Contents.content(row)));
    }

    /** The next ones after a path, as a zip's directory lists them. */
    List<Zip.Entry> entriesAfter(Spot spot, String prefix, @Nullable String after, int limit) {
        Condition later = after == null ? noCondition() : ITEM.PATH.gt(after);
        return sql.select(K.PATH, CONTENT.SIZE, CONTENT.CRC32)
                .from(keys(spot, Overlay.within(ITEM.PATH, prefix).and(later), limit)
                        .asTable(K.getName()))
                .join(CONTENT)
                .on(CONTENT.DIGEST.eq(K.DIGEST))
                .orderBy(K.PATH)
                .fetch(row -> new Zip.Entry(row.value1(), row.value2(), row.value3()));
    }

    /** What a zip needs to know of its length beforehand. */
    record Totals(long count, long bytes, long pathBytes, long largest) {}

    Totals totals(Spot spot, String prefix) {
        Field<Long> pathBytes = field("octet_length({0})", Long.class, Overlay.I.PATH);
        return sql.select(
                        count(),
                        coalesce(sum(Overlay.I.SIZE), inline(0)),
                        coalesce(sum(pathBytes), inline(0)),
                        coalesce(max(Overlay.I.SIZE), inline(0L)))
                .from(Overlay.rows(spot.layers(), Overlay.within(ITEM.PATH, prefix)))
                .fetchSingle(row -> new Totals(
                        row.value1(), row.value2().longValue(), row.value3().longValue(), row.value4()));
    }

    /** The first picture among the first thousand items: a dataset's cover. */
    public Optional<String> cover(List<Spot.Layer> layers) {
        var head = select(Overlay.I.PATH, Overlay.I.MEDIA_TYPE)
                .from(Overlay.first(layers, noCondition(), 1000))
                .orderBy(Overlay.I.PATH)
                .limit(inline(1000))
                .asTable(K.getName());
        return sql.select(K.PATH)
                .from(head)
                .where(K.MEDIA_TYPE.startsWith("image/"))
                .orderBy(K.PATH)
                .limit(inline(1))
                .fetchOptional(K.PATH);
    }
}
