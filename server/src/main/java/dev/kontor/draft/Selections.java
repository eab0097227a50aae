package dev.kontor.draft;

import static kontor.tables.Tables.ITEM;
import static org.jooq.impl.DSL.*;

import dev.kontor.version.Overlay;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of what a selection holds in a draft, and of taking all of it out at once. */
@Component
class Selections {
    private static final long FOREVER = Long.MAX_VALUE;

    private final DSLContext sql;

    Selections(DSLContext sql) {
        this.sql = sql;
    }

    private static Condition in(Selection selection) {
        Condition paths = selection.paths().isEmpty()
                ? falseCondition()
                : ITEM.PATH.eq(any(selection.paths().toArray(String[]::new)));
        return selection.folders().stream()
                .map(folder -> folder.isEmpty() ? trueCondition() : Overlay.within(ITEM.PATH, folder))
                .reduce(paths, Condition::or);
    }

    /** The next paths after one. */
    List<String> next(Work work, Selection selection, @Nullable String after, int limit) {
        Condition later = after == null ? noCondition() : ITEM.PATH.gt(after);
        return sql.select(Overlay.I.PATH)
                .from(Overlay.first(work.layers(), in(selection).and(later), limit))
                .orderBy(Overlay.I.PATH)
                .limit(inline(limit))
                .fetch(Overlay.I.PATH);
    }

    /** Not more than so many are counted. */
    long count(Work work, Selection selection, long most) {
        var some = select(Overlay.I.PATH)
                .from(Overlay.rows(work.layers(), in(selection)))
                .limit(inline(most))
                .asTable("some");
        return sql.fetchCount(some);
    }

    /** How many went. */
    int remove(Work work, Selection selection) {
        int before = sql.fetchCount(Overlay.rows(work.layers(), in(selection)));
        Condition shown = ITEM.LINE_ID.eq(work.lineId()).and(in(selection)).and(ITEM.DIGEST.isNotNull());
        sql.deleteFrom(ITEM)
                .where(shown.and(Overlay.added(ITEM.ADDED_IN.eq(work.number()))))
                .execute();
        sql.update(ITEM)
                .set(ITEM.REMOVED_IN, work.number())
                .where(shown.and(ITEM.REMOVED_IN.eq(inline(FOREVER))).and(ITEM.ADDED_IN.lt(work.number())))
                .execute();
        if (!work.below().isEmpty()) {
            // what still shows is of overlaid lines
            sql.insertInto(ITEM, ITEM.LINE_ID, ITEM.PATH, ITEM.ADDED_IN, ITEM.SIZE, ITEM.MEDIA_TYPE)
                    .select(select(val(work.lineId()), Overlay.I.PATH, val(work.number()), inline(0L), inline(""))
                            .from(Overlay.rows(work.layers(), in(selection))))
                    .execute();
        }
        return before;
    }
}
