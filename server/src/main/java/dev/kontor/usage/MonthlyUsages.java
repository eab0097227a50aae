package dev.kontor.usage;

import static kontor.tables.Tables.WORKSPACE;
import static kontor.tables.facts.Tables.PLAN_SWITCH;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.web.ByName;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of reading what workspaces used by the month: what was kept, and what came since. */
@Component
class MonthlyUsages {
    private static final ByName BY_NAME = ByName.of(WORKSPACE.NAME, WORKSPACE.ID);
    /** By itself for each workspace of a page: all of the log is not looked through for it. */
    private static final Field<Instant> SWITCHED_AT = field(
                    select(PLAN_SWITCH.SWITCHED_AT).from(PLAN_SWITCH).where(PLAN_SWITCH.WORKSPACE_ID.eq(WORKSPACE.ID)))
            .as("switched_at");

    /**
     * The newest months first. What is stored is taken from three places: months added up, projects' months that are over,
     * and what each project has summed up since, which goes on until now. The month before the first is read as well,
     * because what was stored at its end was stored at the beginning of the next. Who was active since the job looked last is
     * looked for now, also in a month that has ended since.
     */
    private static final String MONTHS = """
        with asked as (
            select w.id, month_of(w.metered_since) as since, least(month_of(meter_now()), {1}) as latest, month_of(meter_now()) as present,
                   meter_now() - {3} * interval '1 second' as unseen
            from workspace w where w.id = any ({0})
        ), m as (
            select a.id as workspace_id, g :: date as month, g :: date < a.present as over, g at time zone 'UTC' as starts, a.unseen,
                   month_end(g :: date) as ends, greatest(a.since, a.latest - ({2} - 1) * interval '1 month') as earliest
            from asked a
            cross join lateral generate_series(greatest(a.since, a.latest - ({2} - 1) * interval '1 month') - interval '1 month',
                                               a.latest, interval '1 month') g
        ), going as (
            select m.workspace_id, m.month, sum(s.bytes) as closing,
                   sum(case when s.metered_at >= m.starts then s.byte_micros else 0 end
                       + byte_micros(s.bytes, greatest(s.metered_at, m.starts), least(m.ends, meter_now()))) as byte_micros
            from m
            join project_storage s on s.workspace_id = m.workspace_id and s.metered_at < m.ends
            group by 1, 2
        ), ended as (
            select m.workspace_id, m.month, sum(p.closing_bytes) as closing, sum(p.byte_micros) as byte_micros
            from m
            join project_month p on p.workspace_id = m.workspace_id and p.month = m.month
            group by 1, 2
        ), summed as (
            select m.workspace_id, m.month, m.over, m.ends, m.unseen, m.earliest, coalesce(k.peak_bytes, 0) as peak,
                   coalesce(k.closing_bytes, 0) + coalesce(ended.closing, 0) + coalesce(going.closing, 0) as closing,
                   coalesce(k.byte_micros, 0) + coalesce(ended.byte_micros, 0) + coalesce(going.byte_micros, 0) as byte_micros
            from m
            left join workspace_month k on k.workspace_id = m.workspace_id and k.month = m.month
            left join ended on ended.workspace_id = m.workspace_id and ended.month = m.month
            left join going on going.workspace_id = m.workspace_id and going.month = m.month
        ), shown as (
            select s.*, greatest(peak, closing, lag(closing) over (partition by workspace_id order by month)) :: bigint as peak_bytes
            from summed s
        )
        select s.workspace_id, s.month, s.over, s.peak_bytes, coalesce(i.files, 0) as inferred, round(s.byte_micros / 3600000000) :: bigint as byte_hours,
               (select count(*) from (
                   select a.user_id from active_member a where a.workspace_id = s.workspace_id and a.month = s.month
                   union
                   select a.user_id from active_since(s.workspace_id, s.unseen, {4}) a
                   where s.ends > s.unseen and a.month = s.month) n) :: integer as active
        from shown s
        left join inference_month i on i.workspace_id = s.workspace_id and i.month = s.month
        where s.month >= s.earliest
        order by s.workspace_id, s.month desc\
        """;

    /** A cursor may be of any day; before this one the database writes years otherwise. */
    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);

    private final DSLContext sql;
    /** So many seconds back the job may not have looked yet. */
    private final long unseen;

    MonthlyUsages(DSLContext sql, MonthSettings settings) {
        this.sql = sql;
        this.unseen = settings.every().multipliedBy(2).toSeconds();
    }

    /**
     * What a workspace used in one month.
     *
     * @param plan on which it was when the month ended, or is now; null where that is not known
     */
    record OfWorkspace(
            UUID id,
            String name,
            @Nullable String plan,
            LocalDate month,
            boolean over,
            long byteHours,
            long peakBytes,
            long inferredFiles,
            int activeMembers) {}

    /** The newest month first. */
    Page<MonthlyUsage> list(Grant<InWorkspace> grant, Listing listing) {
        LocalDate latest = listing.after(1)
                .map(cursor -> cursor.day(0).minusMonths(1))
                .map(month -> month.isBefore(FIRST) ? FIRST : month)
                .orElse(null);
        List<MonthlyUsage> rows =
                months(List.of(grant.id()), latest, listing.size() + 1).getOrDefault(grant.id(), List.of());
        return Page.of(rows, listing.size(), row -> Cursor.of(row.month()));
    }

    /** Those of a month of the workspaces that an organization owns, by their names; one that was not there then is left out. */
    Page<OfWorkspace> list(Grant<InOrganization> grant, @Nullable LocalDate month, Listing listing) {
        var rows = sql.select(WORKSPACE.ID, WORKSPACE.NAME, WORKSPACE.PLAN, SWITCHED_AT, BY_NAME.key())
                .from(WORKSPACE)
                .where(WORKSPACE.ORGANIZATION_ID.eq(grant.id()).and(WORKSPACE.DELETED_AT.isNull()))
                .and(
                        month == null
                                ? noCondition()
                                : condition("month_of({0}) <= {1}", WORKSPACE.METERED_SINCE, val(month)));
        Page<Record> page = BY_NAME.page(rows, listing, row -> row);
        Map<UUID, List<MonthlyUsage>> months =
                months(page.items().stream().map(row -> row.get(WORKSPACE.ID)).toList(), month, 1);
        return new Page<>(
                page.items().stream()
                        .flatMap(row -> months.getOrDefault(row.get(WORKSPACE.ID), List.of()).stream()
                                .filter(usage -> month == null || usage.month().equals(month))
                                .map(usage -> of(row, usage)))
                        .toList(),
                page.next());
    }

    private static OfWorkspace of(Record row, MonthlyUsage usage) {
        return new OfWorkspace(
                row.get(WORKSPACE.ID),
                row.get(WORKSPACE.NAME),
                usage.planOf(row.get(WORKSPACE.PLAN), row.get(SWITCHED_AT)),
                usage.month(),
                usage.over(),
                usage.byteHours(),
                usage.peakBytes(),
                usage.inferredFiles(),
                usage.activeMembers());
    }

    /** @param latest the last one; the present one if not said */
    Map<UUID, List<MonthlyUsage>> months(List<UUID> workspaces, @Nullable LocalDate latest, int count) {
        return sql.resultQuery(
                        MONTHS,
                        val(workspaces.toArray(UUID[]::new)),
                        val(latest, LocalDate.class),
                        val(count),
                        val(unseen),
                        val(Months.BY_THE_CLOCK))
                .fetchGroups(
                        row -> row.get("workspace_id", UUID.class),
                        row -> new MonthlyUsage(
                                row.get("month", LocalDate.class),
                                row.get("over", boolean.class),
                                row.get("byte_hours", long.class),
                                row.get("peak_bytes", long.class),
                                row.get("inferred", long.class),
                                row.get("active", int.class)));
    }
}
