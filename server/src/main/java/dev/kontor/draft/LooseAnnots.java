package dev.kontor.draft;

import static org.jooq.impl.DSL.*;

import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The SQL of labels and metadata that items let go of: deleted where no item has them, not before every transaction has
 * ended that could still take them over from what it had read.
 */
@Component
class LooseAnnots {
    private static final int BATCH = 1_000;

    private final DSLContext sql;

    LooseAnnots(DSLContext sql) {
        this.sql = sql;
    }

    /** From now on they are known to be let go of, by transactions that have ended. */
    @Transactional
    public void see() {
        sql.execute("update loose_annot set seen_at = clock_timestamp() where seen_at is null");
    }

    /** How many were looked at. */
    @Transactional
    public int next() {
        var loose = sql.fetch("""
            select id, annot_id from loose_annot where seen_at < (select running_since()) order by id limit {0} for update skip locked\
            """, inline(BATCH));
        Long[] ids = loose.getValues("id", Long.class).toArray(Long[]::new);
        Long[] annots = loose.getValues("annot_id", Long.class).toArray(Long[]::new);
        sql.execute("""
            delete from annot a
            where a.id = any ({0}) and not annot_used(a.id)
              and not exists (select from loose_annot l
                              where l.annot_id = a.id and not coalesce(l.seen_at < (select running_since()), false))\
            """, val(annots));
        sql.execute("delete from loose_annot where id = any ({0})", val(ids));
        return ids.length;
    }
}
