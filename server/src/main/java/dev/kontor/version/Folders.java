package dev.kontor.version;

import static dev.kontor.web.Refusal.BAD_CURSOR;
import static kontor.tables.Tables.ITEM;
import static org.jooq.impl.DSL.*;

import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.CommonTableExpression;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Folders, which are only in paths: found by a loose index scan, one probe for each folder or file whatever it holds.
 */
@Component
class Folders {
    private static final kontor.tables.Item E = ITEM.as("e");
    private static final Table<?> ENTRIES = table(name("e"));
    private static final List<Field<?>> COLUMNS = List.of(E.PATH, E.DIGEST, E.SIZE, E.MEDIA_TYPE, E.ANNOT_ID);
    private static final Field<Integer> COUNTED = field(name("e", "counted"), Integer.class);

    /** Beyond it a count says only that there are at least so many. */
    private static final int COUNTED_AT_MOST = 10_000;

    private final DSLContext sql;
    private final Items items;
    private final Spots spots;

    Folders(DSLContext sql, Items items, Spots spots) {
        this.sql = sql;
        this.items = items;
        this.spots = spots;
    }

    /** A folder in a folder; its path ends with a slash. */
    record Folder(String name, String path) {
        static Folder of(String parent, String anyPathIn) {
            int end = anyPathIn.indexOf('/', parent.length());
            return new Folder(anyPathIn.substring(parent.length(), end), anyPathIn.substring(0, end + 1));
        }
    }

    /** What is directly in a folder: folders first, then files. */
    record Contained(
            List<Folder> folders,
            List<Item> items,
            @Nullable String next) {
        Contained {
            folders = List.copyOf(folders);
            items = List.copyOf(items);
        }
    }

    Page<Folder> folders(Spot spot, String folder, Listing listing) {
        @Nullable
        String after =
                listing.after(1).map(cursor -> inside(folder, cursor.part(0))).orElse(null);
        return Page.of(folders(spot, folder, after, listing.size() + 1), listing.size(), f -> Cursor.of(f.path()));
    }

    Contained contained(Spot spot, String folder, Listing listing) {
        Cursor cursor = listing.after(2).orElse(Cursor.of("folder", ""));
        String after = cursor.part(1).isEmpty() ? null : inside(folder, cursor.part(1));
        if (cursor.part(0).equals("file")) {
            return files(spot, folder, after, List.of(), listing.size());
        }
        List<Folder> folders = folders(spot, folder, after, listing.size() + 1);
        if (folders.size() > listing.size()) {
            List<Folder> shown = folders.subList(0, listing.size());
            return new Contained(
                    shown,
                    List.of(),
                    Cursor.of("folder", shown.getLast().path()).text());
        }
        return files(spot, folder, null, folders, listing.size() - folders.size());
    }

    /** @param items however deep they are; as many as are counted at most means that there may be more */
    record Counted(String path, int items, boolean more) {}

    /** The folders directly in a folder, with how much is in each. */
    Page<Counted> counted(Spot spot, String folder, Listing listing) {
        Page<Folder> page = folders(spot, folder, listing);
        Map<String, Integer> counts =
                counts(spot, page.items().stream().map(Folder::path).toList());
        return page.map(one -> {
            int items = counts.getOrDefault(one.path(), 0);
            return new Counted(one.path(), items, items == COUNTED_AT_MOST);
        });
    }

    private Map<String, Integer> counts(Spot spot, List<String> folders) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        folders.stream()
                .<Select<Record2<String, Integer>>>map(folder -> select(val(folder), count())
                        .from(select(inline(1).as("one"))
                                .from(Overlay.rows(spot.layers(), Overlay.within(ITEM.PATH, folder)))
                                .limit(inline(COUNTED_AT_MOST))
                                .asTable("some")))
                .reduce((a, b) -> a.unionAll(b))
                .ifPresent(all -> sql.fetch(all).forEach(row -> counts.put(row.value1(), row.value2())));
        return counts;
    }

    private Contained files(Spot spot, String folder, @Nullable String after, List<Folder> folders, int limit) {
        List<Item> files = items.fetch(files(spot, folder, after, limit + 1));
        if (folders.isEmpty() && files.isEmpty()) {
            spots.check(spot);
        }
        if (files.size() <= limit) {
            return new Contained(folders, files, null);
        }
        List<Item> shown = files.subList(0, limit);
        String last = shown.isEmpty() ? "" : shown.getLast().path();
        return new Contained(folders, shown, Cursor.of("file", last).text());
    }

    private static String inside(String folder, String path) {
        if (!path.startsWith(folder)) {
            throw BAD_CURSOR.refused();
        }
        return path;
    }

    private List<Folder> folders(Spot spot, String folder, @Nullable String after, int limit) {
        Condition in = Overlay.within(ITEM.PATH, folder).and(deeper(ITEM.PATH, folder));
        Condition later = after == null ? noCondition() : ITEM.PATH.ge(ItemPath.end(after));
        var first = next(spot, in.and(later));
        var next = next(spot, in.and(ITEM.PATH.ge(beyond(E.PATH, folder))));
        return new ArrayList<>(sql.withRecursive(walk(first, next, inline(1), limit))
                .select(E.PATH)
                .from(ENTRIES)
                .orderBy(E.PATH)
                .fetch(row -> Folder.of(folder, row.value1())));
    }

    /** Steps over each subfolder at once, whatever it holds. */
    private static Select<?> files(Spot spot, String folder, @Nullable String after, int limit) {
        Condition in = Overlay.within(ITEM.PATH, folder);
        Condition later = after == null ? noCondition() : ITEM.PATH.gt(after);
        Field<String> here =
                when(deeper(E.PATH, folder), beyond(E.PATH, folder)).otherwise(E.PATH.concat(inline("\u0001")));
        Field<Integer> isFile = when(deeper(Overlay.I.PATH, folder), inline(0)).otherwise(inline(1));
        var first = next(spot, in.and(later));
        var next = next(spot, in.and(ITEM.PATH.ge(here)));
        return withRecursive(walk(first, next, isFile, limit))
                .select(COLUMNS)
                .from(ENTRIES)
                .where(not(deeper(E.PATH, folder)))
                .orderBy(E.PATH)
                .limit(inline(limit));
    }

    /** The first row of those. */
    private static Table<?> next(Spot spot, Condition where) {
        return select(Overlay.I.PATH, Overlay.I.DIGEST, Overlay.I.SIZE, Overlay.I.MEDIA_TYPE, Overlay.I.ANNOT_ID)
                .from(Overlay.first(spot.layers(), where, 1))
                .where(Overlay.there(spot))
                .orderBy(Overlay.I.PATH)
                .limit(inline(1))
                .asTable(Overlay.I.getName());
    }

    /** From one entry to the next, until so many were counted. */
    private static CommonTableExpression<?> walk(Table<?> first, Table<?> next, Field<Integer> counts, int limit) {
        var i = Overlay.I;
        return name("e")
                .fields("path", "digest", "size", "media_type", "annot_id", "counted")
                .as(select(i.PATH, i.DIGEST, i.SIZE, i.MEDIA_TYPE, i.ANNOT_ID, counts)
                        .from(first)
                        .unionAll(select(i.PATH, i.DIGEST, i.SIZE, i.MEDIA_TYPE, i.ANNOT_ID, COUNTED.plus(counts))
                                .from(ENTRIES)
                                .crossJoin(lateral(next))
                                .where(COUNTED.lt(inline(limit)))));
    }

    /** Whether a path goes on below the folder's own files. */
    private static Condition deeper(Field<String> path, String folder) {
        return field("strpos(substr({0}, {1}), '/')", Integer.class, path, rest(folder))
                .gt(inline(0));
    }

    /** Where the next sibling of the subfolder that a path is in can begin: its slash replaced by the next character. */
    private static Field<String> beyond(Field<String> path, String folder) {
        Field<String> name = field("split_part(substr({0}, {1}), '/', 1)", String.class, path, rest(folder));
        return concat(val(folder), name, inline("0"));
    }

    private static Field<Integer> rest(String folder) {
        return inline(folder.codePointCount(0, folder.length()) + 1);
    }
}
