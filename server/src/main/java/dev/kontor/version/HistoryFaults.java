package dev.kontor.version;

import dev.kontor.storage.Fault;
import java.util.Map;
import java.util.function.Consumer;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/**
 * The SQL that finds what is wrong with datasets' histories: references that lead nowhere, rows that are in no version,
 * counters and statistics that are not those of the items. Each version is counted from scratch. Told one at a time.
 */
@Component
public class HistoryFaults {
    private static final int FETCHED = 500;

    /** Of projects that are being purged, step by step, parts are gone already. */
    private static final String STAYING = """
        (select d.id from dataset d join project p on p.id = d.project_id where p.purged_at is null)\
        """;

    /** What each finds, and how it reads: {@code thing}, {@code wrong}. */
    private static final Map<String, String> QUERIES = Map.ofEntries(
            Map.entry("items without their content", """
                select 'item ' || i.path || ' on line ' || i.line_id as thing,
                       case when c.digest is null then 'its content ' || encode(i.digest, 'hex') || ' is missing'
                            else 'its content has ' || c.size || ' bytes, not ' || i.size end as wrong
                from item i left join content c on c.digest = i.digest
                where i.digest is not null and (c.digest is null or c.size <> i.size)\
                """),
            Map.entry("items without their labels", """
                select 'item ' || i.path || ' on line ' || i.line_id,
                       case when a.id is null then 'its labels ' || i.annot_id || ' are missing'
                            else 'its labels are another workspace''s' end
                from item i join line l on l.id = i.line_id left join annot a on a.id = i.annot_id
                where i.annot_id is not null and (a.id is null or a.workspace_id <> l.workspace_id)\
                """),
            Map.entry("items without a line", """
                select 'item ' || i.path, 'its line ' || i.line_id || ' is missing'
                from item i where not exists (select from line l where l.id = i.line_id)
                               and not exists (select from leaving_line y where y.line_id = i.line_id)\
                """),
            Map.entry("items in no version", """
                select 'item ' || i.path || ' on line ' || i.line_id,
                       'is in no version and no draft (' || i.added_in || ' to ' || i.removed_in || ')'
                from item i
                join line l on l.id = i.line_id and l.dataset_id in %s
                where not coalesce((select true from version v where v.line_id = i.line_id and v.number >= i.added_in
                                                                and v.number < i.removed_in limit 1), false)
                  and not exists (select from draft d where d.line_id = i.line_id and d.number >= i.added_in
                                                        and d.number < i.removed_in)\
                """.formatted(STAYING)),
            Map.entry("two items at once", """
                select 'item ' || path || ' on line ' || line_id, 'is there twice from ' || next || ' on'
                from (select line_id, path, removed_in,
                             lead(added_in) over (partition by line_id, path order by added_in) as next from item) i
                where next < removed_in\
                """),
            Map.entry("documents", """
                select 'document ' || d.id, 'its content has another size'
                from document d join content c on c.digest = d.digest where c.size <> d.size\
                """),
            Map.entry("lines of no branch", """
                select 'line ' || l.id, 'no branch points to it'
                from line l where not exists (select from branch b where b.line_id = l.id) and l.dataset_id in %s\
                """.formatted(STAYING)),
            Map.entry("drafts", """
                select 'draft ' || d.number || ' of dataset ' || d.dataset_id, 'there is a newer version on its branch'
                from draft d where exists (select from version v where v.line_id = d.line_id and v.number >= d.number)\
                """),
            Map.entry("datasets", """
                select 'dataset ' || d.id,
                       'says version ' || coalesce(d.latest :: text, '-') || ', ' || d.items || ' items, ' || d.bytes || ' bytes, '
                       || d.versions || ' versions, draft ' || coalesce(d.draft :: text, '-')
                from dataset d
                left join branch b on b.dataset_id = d.id and b.name = 'main'
                left join draft o on o.line_id = b.line_id
                left join lateral (select v.id, v.number, v.items, v.bytes from version v where v.line_id = b.line_id
                                   order by v.number desc limit 1) n on true
                where d.id in %s and (d.latest_id is distinct from n.id or d.latest is distinct from n.number
                   or d.items <> coalesce(n.items, 0) or d.bytes <> coalesce(n.bytes, 0) or d.draft is distinct from o.number
                   or d.versions <> (select count(*) from version v where v.dataset_id = d.id))\
                """.formatted(STAYING)),
            Map.entry("changes of versions", """
                select 'version ' || v.number || ' of dataset ' || v.dataset_id,
                       'does not follow from the one before: ' || v.added || ' added, ' || v.removed || ' removed, ' || v.items || ' items'
                from version v
                join line l on l.id = v.line_id
                left join lateral (select p.items from version p
                                   where p.line_id = v.line_id and p.number < v.number
                                      or p.line_id = l.parent_line_id and p.number = l.forked_at
                                   order by p.number desc limit 1) b on true
                where v.items <> coalesce(b.items, 0) + v.added - v.removed and v.dataset_id in %s\
                """.formatted(STAYING)));

    /** Counted by the rows of its line and of those that it overlays, the nearest first. */
    private static final String VERSIONS = """
        select 'version ' || v.number || ' of dataset ' || v.dataset_id as thing,
               concat_ws('; ',
                   case when v.items <> c.items or v.bytes <> c.bytes then
                       'says ' || v.items || ' items of ' || v.bytes || ' bytes, has ' || c.items || ' of ' || c.bytes end,
                   case when coalesce(v.statistics -> 'mediaTypes', '{}') <> c.types then 'its media types are others' end,
                   case when coalesce(v.statistics -> 'labels', '{}') <> c.labels then 'its labels are others' end) as wrong
        from version v
        cross join lateral (
            with recursive layer (line_id, at, depth) as (
                select v.line_id, v.number, 0
                union all
                select l.parent_line_id, l.forked_at, y.depth + 1
                from layer y join line l on l.id = y.line_id where l.parent_line_id is not null),
            shown as (
                select * from (
                    select distinct on (i.path) i.path, i.digest, i.size, i.media_type, i.annot_id
                    from layer y
                    join item i on i.line_id = y.line_id and i.added_in <= y.at and i.removed_in > y.at
                    order by i.path, y.depth) n
                where n.digest is not null),
            label as (
                select k.key as type, coalesce(o.value ->> 'category', '') as name, count(*) as n
                from shown s
                join annot a on a.id = s.annot_id
                cross join lateral jsonb_each(a.labels) k
                cross join lateral (select k.value where jsonb_typeof(k.value) = 'object'
                                    union all
                                    select e from jsonb_array_elements(
                                        case jsonb_typeof(k.value) when 'array' then k.value else '[]' end) e) o (value)
                group by 1, 2)
            select (select count(*) from shown) as items, (select coalesce(sum(size), 0) from shown) as bytes,
                   (select coalesce(jsonb_object_agg(media_type, n), '{}')
                    from (select media_type, count(*) as n from shown group by 1) t) as types,
                   (select coalesce(jsonb_object_agg(type, names), '{}')
                    from (select type, jsonb_object_agg(name, n) as names from label group by 1) t) as labels) c
        where v.dataset_id in %s
          and (v.items <> c.items or v.bytes <> c.bytes or coalesce(v.statistics -> 'mediaTypes', '{}') <> c.types
               or coalesce(v.statistics -> 'labels', '{}') <> c.labels)\
        """.formatted(STAYING);

    private final DSLContext sql;

    HistoryFaults(DSLContext sql) {
        this.sql = sql;
    }

    /** @param items and versions that were looked at */
    public record Checked(long items, long versions) {}

    /** Within a transaction that sees one state. */
    public Checked find(Consumer<Fault> told) {
        QUERIES.values().forEach(query -> tell(query, told));
        tell(VERSIONS, told);
        return sql.fetchSingle(
                        "select (select count(*) from item) as items, (select count(*) from version) as versions")
                .map(row -> new Checked(row.get("items", Long.class), row.get("versions", Long.class)));
    }

    private void tell(String query, Consumer<Fault> told) {
        try (Cursor<Record> rows = sql.resultQuery(query).fetchSize(FETCHED).fetchLazy()) {
            rows.forEach(row -> told.accept(new Fault(row.get(0, String.class), row.get(1, String.class))));
        }
    }
}
