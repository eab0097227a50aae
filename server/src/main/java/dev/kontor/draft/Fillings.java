package dev.kontor.draft;

import static kontor.tables.Tables.ANNOT;
import static kontor.tables.Tables.ITEM;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sql;
import static org.jooq.impl.DSL.val;

import dev.kontor.draft.FillDraft.Conflicts;
import dev.kontor.draft.FillDraft.Page;
import dev.kontor.version.Overlay;
import dev.kontor.version.Spot;
import java.time.Duration;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL that takes items of a version into a draft: narrow rows only; labels of another workspace are copied. */
@Component
public class Fillings {
    private final DSLContext sql;

    Fillings(DSLContext sql) {
        this.sql = sql;
    }

    Page fill(Work work, Spot from, @Nullable String after, int limit, Condition fits, Conflicts conflicts) {
        Condition later = after == null ? noCondition() : ITEM.PATH.gt(after);
        var i = Overlay.I;
        var page = select(i.PATH, i.DIGEST, i.SIZE, i.MEDIA_TYPE, i.ANNOT_ID)
                .from(Overlay.first(from.layers(), later, limit))
                .orderBy(i.PATH)
                .limit(limit);
        boolean own =
                from.grant().scope().workspaceId().equals(work.grant().scope().workspaceId());
        return sql.fetchSingle(
                        """
                        with page as materialized ({0}),
                        chosen as materialized (select i.* from page i left join annot on annot.id = i.annot_id where {1}),
                        clash as materialized (select min(c.path) as path from chosen c
                                               join item x on x.line_id = {2} and x.path = c.path and x.added_in = {3}),
                        fresh as materialized (select d.annot_id as old, case when {4} then d.annot_id else nextval('annot_id') end as id
                                               from (select distinct annot_id from chosen where annot_id is not null) d),
                        copied as (insert into annot (id, workspace_id, labels, meta)
                                   select f.id, {5}, annot.labels, annot.meta from fresh f join annot on annot.id = f.old where not {4}),
                        put as (insert into item (line_id, path, added_in, digest, size, media_type, annot_id)
                                select {2}, c.path, {3}, c.digest, c.size, c.media_type, f.id
                                from chosen c left join fresh f on f.old = c.annot_id
                                on conflict (line_id, path, added_in) {6})
                        select (select count(*) from page) as looked, (select max(path) from page) as last,
                               (select count(*) from chosen) as taken, (select path from clash) as conflict\
                        """,
                        page,
                        fits,
                        val(work.lineId()),
                        val(work.number()),
                        val(own),
                        val(work.grant().scope().workspaceId()),
                        otherwise(conflicts))
                .map(row -> new Page(
                        row.get("looked", long.class),
                        row.get("last", String.class),
                        row.get("taken", long.class),
                        Optional.ofNullable(row.get("conflict", String.class))));
    }

    private static QueryPart otherwise(Conflicts conflicts) {
        return conflicts == Conflicts.KEEP_LAST
                ? sql("do update set digest = excluded.digest, size = excluded.size, media_type = excluded.media_type,"
                        + " annot_id = excluded.annot_id")
                : sql("do nothing");
    }

    /** What is asked in this transaction from now on is given up after so long. */
    public void atMost(Duration duration) {
        sql.fetchSingle("select set_config('statement_timeout', {0}, true)", val(duration.toMillis() + "ms"));
    }

    /** How many items of a version fit. */
    public long count(Spot from, Condition fits) {
        return sql.fetchCount(select(Overlay.I.PATH)
                .from(Overlay.rows(from.layers(), noCondition()))
                .leftJoin(ANNOT)
                .on(ANNOT.ID.eq(Overlay.I.ANNOT_ID))
                .where(fits));
    }
}
