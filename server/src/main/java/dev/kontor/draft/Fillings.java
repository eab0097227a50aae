package dev.kontor.draft;

import static dev.kontor.web.Refusal.NOT_FOUND;
import static kontor.tables.Tables.ANNOT;
import static kontor.tables.Tables.ITEM;
import static kontor.tables.Tables.VERSION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.sql;
import static org.jooq.impl.DSL.val;

import dev.kontor.draft.FillDraft.Conflicts;
import dev.kontor.draft.FillDraft.Most;
import dev.kontor.draft.FillDraft.Page;
import dev.kontor.version.Overlay;
import dev.kontor.version.Spot;
import java.time.Duration;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.QueryPart;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The SQL that takes items of a version into a draft: narrow rows only; labels of another workspace are copied. */
@Component
public class Fillings {
    private final DSLContext sql;

    Fillings(DSLContext sql) {
        this.sql = sql;
    }

    Page fill(Work work, Spot from, @Nullable String after, Most most, Condition fits, Conflicts conflicts) {
        // what is asked about labels is found in another way for a thousand items than for a million
        sql.execute("set local plan_cache_mode = force_custom_plan");
        hold(from);
        Stretch stretch = stretch(from, after, most.lookedAt());
        var i = Overlay.I;
        boolean own =
                from.grant().scope().workspaceId().equals(work.grant().scope().workspaceId());
        return sql.fetchSingle(
                        """
                        with fitting as materialized (select i.* from ({0}) i left join annot on annot.id = i.annot_id where {1}),
                        chosen as materialized (select * from fitting order by path limit {7}),
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
                        select (select count(*) from chosen) as taken, (select path from clash) as conflict,
                               (select max(path) from chosen where (select count(*) from fitting) > {7}) as cut\
                        """,
                        select(i.PATH, i.DIGEST, i.SIZE, i.MEDIA_TYPE, i.ANNOT_ID)
                                .from(Overlay.rows(from.layers(), stretch.paths(after))),
                        fits,
                        val(work.lineId()),
                        val(work.number()),
                        val(own),
                        val(work.grant().scope().workspaceId()),
                        otherwise(conflicts),
                        val(most.taken()))
                .map(row -> page(from, after, stretch.cut(row.get("cut", String.class)), row));
    }

    private Page page(Spot from, @Nullable String after, Stretch done, Record row) {
        return new Page(
                done.items() < 0 ? sql.fetchCount(Overlay.rows(from.layers(), done.paths(after))) : done.items(),
                done.last(),
                row.get("taken", long.class),
                Optional.ofNullable(row.get("conflict", String.class)));
    }

    /** Nobody deletes the version while its items are taken. */
    private void hold(Spot from) {
        boolean there = sql.select(VERSION.ID)
                .from(VERSION)
                .where(VERSION.ID.eq(from.versionId()))
                .forKeyShare()
                .fetchOptional()
                .isPresent();
        if (!there) {
            throw NOT_FOUND.refused();
        }
    }

    /** @param items below 0 where they are not counted; {@code last} null: to the end */
    private record Stretch(long items, @Nullable String last) {
        /** Where more fitted than come along at once, it ends with the last one that did. */
        Stretch cut(@Nullable String at) {
            return at == null ? this : new Stretch(-1, at);
        }

        Condition paths(@Nullable String after) {
            Condition later = after == null ? noCondition() : ITEM.PATH.gt(after);
            return last == null ? later : later.and(ITEM.PATH.le(last));
        }
    }

    /** How far that many items go. */
    private Stretch stretch(Spot from, @Nullable String after, int limit) {
        Condition later = after == null ? noCondition() : ITEM.PATH.gt(after);
        if (after == null) {
            Long all = sql.select(VERSION.ITEMS)
                    .from(VERSION)
                    .where(VERSION.ID.eq(from.versionId()))
                    .fetchOne(VERSION.ITEMS);
            if (all != null && all < limit) {
                return new Stretch(all, null);
            }
        }
        return sql.select(Overlay.I.PATH)
                .from(Overlay.first(from.layers(), later, limit))
                .orderBy(Overlay.I.PATH)
                .offset(inline(limit - 1))
                .limit(inline(1))
                .fetchOptional(Overlay.I.PATH)
                .map(last -> new Stretch(limit, last))
                .orElseGet(() -> new Stretch(sql.fetchCount(Overlay.rows(from.layers(), later)), null));
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
    @Transactional
    public long count(Spot from, Condition fits) {
        sql.execute("set local plan_cache_mode = force_custom_plan");
        return sql.fetchCount(select(Overlay.I.PATH)
                .from(Overlay.rows(from.layers(), noCondition()))
                .leftJoin(ANNOT)
                .on(ANNOT.ID.eq(Overlay.I.ANNOT_ID))
                .where(fits));
    }
}
