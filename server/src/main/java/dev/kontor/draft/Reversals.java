package dev.kontor.draft;

import static org.jooq.impl.DSL.*;

import dev.kontor.version.Overlay;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The SQL that fills a new draft so that it shows another state: costs as much as the two differ. */
@Component
class Reversals {
    private static final long FOREVER = Long.MAX_VALUE;

    private final DSLContext sql;

    Reversals(DSLContext sql) {
        this.sql = sql;
    }

    /** @param becoming what differs, as it is to be; the draft has no rows of its own yet */
    void fill(Work work, Select<?> becoming) {
        sql.execute("""
            with d as materialized ({0}),
            hidden as (update item set removed_in = {1} from d
                       where item.line_id = {2} and item.path = d.path and item.removed_in = {3} and item.added_in < {1}
                       returning 1)
            insert into item (line_id, path, added_in, digest, size, media_type, annot_id)
            select {2}, d.path, {1}, d.digest, coalesce(d.size, 0), coalesce(d.media_type, ''), d.annot_id
            from d where d.digest is not null or {4}\
            """, becoming, val(work.number()), val(work.lineId()), inline(FOREVER), shownBelow(work));
    }

    /** Where an overlaid line has something, its absence is a row, too. */
    private static Condition shownBelow(Work work) {
        if (work.below().isEmpty()) {
            return falseCondition();
        }
        var path = field(name("d", "path"), SQLDataType.CLOB);
        return exists(selectOne().from(Overlay.rows(work.below(), kontor.tables.Tables.ITEM.PATH.eq(path))));
    }

    /** A version between two that stay is forgotten: what was there in it only, and what it says of itself. */
    void forget(long lineId, long number, long before, long after) {
        sql.execute("""
            delete from item
            where line_id = {0} and added_in > {1} and removed_in > {1} and removed_in <= {2}
              and removed_in < 9223372036854775807\
            """, val(lineId), val(before), val(after));
    }
}
