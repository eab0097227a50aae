package dev.kontor.draft;

import static kontor.tables.Tables.ITEM;
import static org.jooq.impl.DSL.*;

import dev.kontor.version.Overlay;
import dev.kontor.version.Spot.Layer;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.math.BigDecimal;
import java.util.List;
import java.util.stream.IntStream;
import org.jooq.CaseConditionStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Record5;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.SelectField;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** The SQL of what a draft or version changed: rows that came with its number against rows that went with it. */
@Component
class Changes {
    private static final kontor.tables.Item A = ITEM.as("a");
    private static final kontor.tables.Item B = ITEM.as("b");

    private final DSLContext sql;

    Changes(DSLContext sql) {
        this.sql = sql;
    }

    /** The number of a draft or version on a line, which overlays other lines. */
    record Delta(long lineId, long number, List<Layer> below) {
        static Delta of(Work work) {
            return new Delta(work.lineId(), work.number(), work.below());
        }
    }

    enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }

    /** A path and what became of it; size and media type are those afterwards, or of what is gone. */
    record Change(String path, Kind change, long size, String mediaType) {}

    /** @param bytes by so many the items grew */
    record Counts(long added, long changed, long removed, long bytes) {
        boolean none() {
            return added + changed + removed == 0;
        }
    }

    Page<Change> list(Delta delta, Listing listing) {
        Field<String> path = field(name("d", "path"), String.class);
        Field<String> kind = field(name("d", "kind"), String.class);
        Field<Long> size = field(name("d", "size"), Long.class);
        Field<String> mediaType = field(name("d", "media_type"), String.class);
        Condition after =
                listing.after(1).map(cursor -> path.gt(cursor.part(0))).orElse(noCondition());
        List<Change> rows = sql.select(path, kind, size, mediaType)
                .from(table(delta))
                .where(after)
                .orderBy(path)
                .limit(inline(listing.size() + 1))
                .fetch(row -> new Change(row.value1(), Kind.valueOf(row.value2()), row.value3(), row.value4()));
        return Page.of(rows, listing.size(), change -> Cursor.of(change.path()));
    }

    Counts counts(Delta delta) {
        return counts(List.of(delta)).getFirst();
    }

    /** Of several, in the same order, by one statement. */
    List<Counts> counts(List<Delta> deltas) {
        Counts[] counts = new Counts[deltas.size()];
        IntStream.range(0, deltas.size())
                .mapToObj(i -> counting(i, deltas.get(i)))
                .reduce((a, b) -> a.unionAll(b))
                .ifPresent(all -> sql.fetch(all)
                        .forEach(row -> counts[row.value1()] = new Counts(
                                row.value2(),
                                row.value3(),
                                row.value4(),
                                row.value5().longValue())));
        return List.of(counts);
    }

    private static Select<Record5<Integer, Integer, Integer, Integer, BigDecimal>> counting(int place, Delta delta) {
        Field<String> kind = field(name("d", "kind"), String.class);
        Field<Long> grown = field(name("d", "grown"), Long.class);
        return select(
                        inline(place),
                        count().filterWhere(kind.eq("ADDED")),
                        count().filterWhere(kind.eq("CHANGED")),
                        count().filterWhere(kind.eq("REMOVED")),
                        coalesce(sum(grown), inline(BigDecimal.ZERO)))
                .from(table(delta));
    }

    /** How much more often each label category, attribute value and media type is there. */
    List<Statistics.Entry> statistics(Delta delta) {
        return sql.fetch("""
            with d as (select * from ({0}) d),
            ends as (select -1 as sign, before_annot as annot_id, before_type as media_type from d where kind <> 'ADDED'
                     union all
                     select 1, after_annot, after_type from d where kind <> 'REMOVED'),
            label as (select l.key as type, o.value, e.sign
                      from ends e
                      cross join lateral (select labels from annot where id = e.annot_id limit 1) a
                      cross join lateral jsonb_each(a.labels) l
                      cross join lateral (select l.value where jsonb_typeof(l.value) = 'object'
                                          union all
                                          select v from jsonb_array_elements(
                                              case jsonb_typeof(l.value) when 'array' then l.value else '[]' end) v
                                         ) o(value))
            select what, type, attribute, name, sum(sign) :: bigint as times
            from (select 'mediaTypes' as what, '' as type, '' as attribute, media_type as name, sign from ends
                  union all
                  select 'labels', type, '', coalesce(value ->> 'category', ''), sign from label
                  union all
                  select 'attributes', type, v.key,
                         case when jsonb_typeof(v.value) in ('boolean', 'null') then v.value :: text
                              when jsonb_typeof(v.value) = 'string' and length(v.value #>> '{}') <= 80 then v.value #>> '{}'
                              else '' end,
                         sign
                  from label
                  cross join lateral jsonb_each(case jsonb_typeof(value -> 'attributes') when 'object' then value -> 'attributes'
                                                else '{}' end) v) s
            group by what, type, attribute, name
            having sum(sign) <> 0
            order by what, type, attribute, name\
            """, select(asterisk()).from(table(delta)))
                .map(row -> new Statistics.Entry(
                        row.get("what", String.class),
                        row.get("type", String.class),
                        row.get("attribute", String.class),
                        row.get("name", String.class),
                        row.get("times", Long.class)));
    }

    /**
     * Equal, said as a range: nearly all rows of a dataset may carry one number, from which the planner would conclude that
     * so do those of this one, and read the whole line.
     */
    private static Condition only(Field<Long> field, long number) {
        return field.ge(number).and(field.le(number));
    }

    /** {@code d(path, kind, size, media_type, grown, before_annot, after_annot, before_type, after_type)}. */
    private static Table<?> table(Delta delta) {
        Table<?> after = select(ITEM.PATH, ITEM.DIGEST, ITEM.SIZE, ITEM.MEDIA_TYPE, ITEM.ANNOT_ID)
                .from(ITEM)
                .where(ITEM.LINE_ID.eq(delta.lineId()).and(Overlay.added(only(ITEM.ADDED_IN, delta.number()))))
                .asTable("a");
        Table<?> before = select(ITEM.PATH, ITEM.DIGEST, ITEM.SIZE, ITEM.MEDIA_TYPE, ITEM.ANNOT_ID)
                .from(ITEM)
                .where(ITEM.LINE_ID.eq(delta.lineId()).and(only(ITEM.REMOVED_IN, delta.number())))
                .and(ITEM.REMOVED_IN.lt(inline(Long.MAX_VALUE)))
                .asTable("b");
        var own = after.fullOuterJoin(before).on(A.PATH.eq(B.PATH));
        return delta.below().isEmpty()
                ? described(own, B, noCondition())
                : described(overlaid(own, delta), ITEM.as("p"), noCondition());
    }

    /** Where the line had no row of its own, what it overlays was there before. */
    private static Table<?> overlaid(Table<?> own, Delta delta) {
        Field<String> path = coalesce(A.PATH, B.PATH);
        var below = Overlay.rows(delta.below(), ITEM.PATH.eq(path).and(B.PATH.isNull()));
        var i = Overlay.I;
        Table<?> p = select(
                        coalesce(B.PATH, i.PATH).as("path"),
                        when(B.PATH.isNotNull(), B.DIGEST).otherwise(i.DIGEST).as("digest"),
                        coalesce(B.SIZE, i.SIZE).as("size"),
                        coalesce(B.MEDIA_TYPE, i.MEDIA_TYPE).as("media_type"),
                        when(B.PATH.isNotNull(), B.ANNOT_ID)
                                .otherwise(i.ANNOT_ID)
                                .as("annot_id"))
                .from(select(inline(1).as("one")).asTable("one"))
                .leftJoin(below)
                .on(trueCondition())
                .asTable("p");
        return own.crossJoin(lateral(p));
    }

    private static Table<?> described(Table<?> joined, kontor.tables.Item before, Condition where) {
        Condition is = A.DIGEST.isNotNull();
        Condition was = before.DIGEST.isNotNull();
        CaseConditionStep<String> kind =
                when(is.and(was), inline(Kind.CHANGED.name())).when(is, inline(Kind.ADDED.name()));
        List<SelectField<?>> fields = List.of(
                coalesce(A.PATH, before.PATH).as("path"),
                kind.otherwise(inline(Kind.REMOVED.name())).as("kind"),
                when(is, A.SIZE).otherwise(before.SIZE).as("size"),
                when(is, A.MEDIA_TYPE).otherwise(before.MEDIA_TYPE).as("media_type"),
                when(is, A.SIZE)
                        .otherwise(inline(0L))
                        .minus(when(was, before.SIZE).otherwise(inline(0L)))
                        .as("grown"),
                before.ANNOT_ID.as("before_annot"),
                A.ANNOT_ID.as("after_annot"),
                before.MEDIA_TYPE.as("before_type"),
                A.MEDIA_TYPE.as("after_type"));
        SelectConditionStep<Record> rows =
                select(fields).from(joined).where(is.or(was)).and(where);
        return rows.asTable("d");
    }
}
