package dev.kontor.draft;

import static dev.kontor.web.Refusal.NOT_FOUND;
import static kontor.tables.Tables.ANNOT;
import static kontor.tables.Tables.ITEM;
import static kontor.tables.Tables.VERSION;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.kontor.draft.FillDraft.Conflicts;
import dev.kontor.draft.FillDraft.Page;
import dev.kontor.draft.FillDraft.Stretch;
import dev.kontor.version.Overlay;
import dev.kontor.version.Spot;
import java.time.Duration;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The SQL that takes items of a version into a draft: narrow rows only; labels of another workspace are copied, with what
 * comes along only. What is replaced goes first and all at once, so that it is counted, and lets go of its labels, as a set.
 */
@Component
public class Fillings {
    private final DSLContext sql;

    Fillings(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * What fits is found first, into rows that go with the transaction: a statement that writes is never worked on by
     * several processes, and over a million items finding is nearly all of the work.
     */
    Page fill(Work work, Stretch from, Condition fits, Conflicts conflicts) {
        hold(from.spot());
        Range range = range(from);
        find(from.spot(), range.paths(from.after()), fits);
        Page page = sql.fetchSingle(
                        """
                        with chosen as materialized (select * from fitting order by path limit {5}),
                        clash as materialized (select c.path from chosen c
                                               join item x on x.line_id = {0} and x.path = c.path and x.added_in = {1}),
                        replaced as (delete from item x using clash k
                                     where {4} and x.line_id = {0} and x.path = k.path and x.added_in = {1} returning x.path),
                        kept as materialized (select c.* from chosen c
                                              where {4} or not exists (select from clash k where k.path = c.path)),
                        fresh as materialized (select d.annot_id as old, case when {2} then d.annot_id else nextval('annot_id') end as id
                                               from (select distinct annot_id from kept where annot_id is not null) d),
                        copied as (insert into annot (id, workspace_id, labels, meta)
                                   select f.id, {3}, annot.labels, annot.meta from fresh f join annot on annot.id = f.old where not {2}),
                        put as (insert into item (line_id, path, added_in, digest, size, media_type, annot_id)
                                select {0}, c.path, {1}, c.digest, c.size, c.media_type, f.id
                                from kept c left join fresh f on f.old = c.annot_id
                                where (select count(*) from replaced) >= 0
                                on conflict (line_id, path, added_in) do nothing)
                        select (select count(*) from chosen) as taken, (select min(path) from clash) as conflict,
                               (select max(path) from chosen where (select count(*) from fitting) > {5}) as cut\
                        """,
                        val(work.lineId()),
                        val(work.number()),
                        val(from.spot()
                                .grant()
                                .scope()
                                .workspaceId()
                                .equals(work.grant().scope().workspaceId())),
                        val(work.grant().scope().workspaceId()),
                        val(conflicts == Conflicts.KEEP_LAST),
                        val(from.most().taken()))
                .map(row -> page(from, range.cut(row.get("cut", String.class)), row));
        sql.execute("drop table fitting"); // the next step may be in the same transaction
        return page;
    }

    private void find(Spot from, Condition paths, Condition fits) {
        planned();
        var i = Overlay.I;
        sql.execute(
                "create temp table fitting on commit drop as select i.* from ({0}) i left join annot on annot.id ="
                        + " i.annot_id where {1}",
                select(i.PATH, i.DIGEST, i.SIZE, i.MEDIA_TYPE, i.ANNOT_ID).from(Overlay.rows(from.layers(), paths)),
                fits);
    }

    /**
     * What is asked about labels is found in another way for a thousand items than for a million. How many fit is not known
     * to the planner, which takes a third for granted and then thinks handing them over too dear to share the work.
     */
    private void planned() {
        sql.execute("set local plan_cache_mode = force_custom_plan; set local parallel_tuple_cost = 0.01");
    }

    private Page page(Stretch from, Range done, Record row) {
        return new Page(
                done.items() < 0
                        ? sql.fetchCount(Overlay.rows(from.spot().layers(), done.paths(from.after())))
                        : done.items(),
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
    private record Range(long items, @Nullable String last) {
        /** Where more fitted than come along at once, it ends with the last one that did. */
        Range cut(@Nullable String at) {
            return at == null ? this : new Range(-1, at);
        }

        Condition paths(@Nullable String after) {
            return last == null ? later(after) : later(after).and(ITEM.PATH.le(last));
        }
    }

    private static Condition later(@Nullable String after) {
        return after == null ? noCondition() : ITEM.PATH.gt(after);
    }

    /**
     * How far that many items go. What is left is known from the version's counter: walking there would cost as much as
     * finding what fits.
     */
    private Range range(Stretch from) {
        long all = sql.select(VERSION.ITEMS)
                .from(VERSION)
                .where(VERSION.ID.eq(from.spot().versionId()))
                .fetchSingle()
                .value1();
        long left = all - from.looked();
        int limit = from.most().lookedAt();
        if (left <= limit) {
            return new Range(left, null);
        }
        return sql.select(Overlay.I.PATH)
                .from(Overlay.first(from.spot().layers(), later(from.after()), limit))
                .orderBy(Overlay.I.PATH)
                .offset(inline(limit - 1))
                .limit(inline(1))
                .fetchOptional(Overlay.I.PATH)
                .map(last -> new Range(limit, last))
                .orElseGet(() -> new Range(left, null));
    }

    /** What is asked in this transaction from now on is given up after so long. */
    public void atMost(Duration duration) {
        sql.fetchSingle("select set_config('statement_timeout', {0}, true)", val(duration.toMillis() + "ms"));
    }

    /** How many items of a version fit. */
    @Transactional
    public long count(Spot from, Condition fits) {
        planned();
        return sql.fetchCount(select(Overlay.I.PATH)
                .from(Overlay.rows(from.layers(), noCondition()))
                .leftJoin(ANNOT)
                .on(ANNOT.ID.eq(Overlay.I.ANNOT_ID))
                .where(fits));
    }
}
