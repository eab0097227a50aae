package dev.kontor.statistic;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.audit.AuditKind;
import dev.kontor.workspace.WorkspaceDeleting;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The SQL that counts a day: a few statements for some hundred workspaces each, never one per workspace. */
@Component
class Snapshots {
    static final int AT_ONCE = 500;

    /** Nobody is active by what only stands in the log in their name. */
    private static final String[] BY_THE_CLOCK = AuditKind.codesByTheClock();

    private final DSLContext sql;

    Snapshots(DSLContext sql) {
        this.sql = sql;
    }

    /** The next workspaces in the order of their ids. */
    List<UUID> after(UUID last) {
        return sql.select(WORKSPACE.ID)
                .from(WORKSPACE)
                .where(WORKSPACE.ID.gt(last).and(WORKSPACE.DELETED_AT.isNull()))
                .orderBy(WORKSPACE.ID)
                .limit(inline(AT_ONCE))
                .fetch(WORKSPACE.ID);
    }

    void projects(Collection<UUID> workspaces, LocalDate day) {
        UUID[] ids = workspaces.toArray(UUID[]::new);
        sql.execute("delete from project_day where workspace_id = any ({0}) and day = {1}", val(ids), val(day));
        sql.execute("""
            insert into project_day
            select p.workspace_id, {1}, p.id, p.name,
                   case when p.trashed_at is not null then 'TRASHED' when p.archived_at is not null then 'ARCHIVED'
                        else 'ONGOING' end,
                   (select count(*) from project_member m where m.project_id = p.id), d.datasets, d.items, d.versions,
                   (select count(*) from document c where c.project_id = p.id),
                   coalesce(s.bytes, 0), coalesce(s.open_bytes, 0)
            from project p
            cross join lateral (select count(*) as datasets, coalesce(sum(d.items), 0) as items,
                                       coalesce(sum(d.versions), 0) as versions
                                from dataset d where d.project_id = p.id) d
            left join project_storage s on s.project_id = p.id
            where p.workspace_id = any ({0}) and p.purged_at is null
            """, val(ids), val(day));
    }

    /** After the projects, of which it is the sum. */
    void workspaces(Collection<UUID> workspaces, LocalDate day) {
        UUID[] ids = workspaces.toArray(UUID[]::new);
        sql.execute("""
            insert into workspace_day (workspace_id, day, members, partners, ongoing, archived, trashed, datasets, items,
                                       versions, documents, bytes, open_bytes)
            select w.id, {1}, (select count(*) from member m where m.workspace_id = w.id),
                   (select count(*) - 1 from collaborator c where c.workspace_id = w.id), p.*
            from workspace w
            cross join lateral (select count(*) filter (where state = 'ONGOING'), count(*) filter (where state = 'ARCHIVED'),
                                       count(*) filter (where state = 'TRASHED'), coalesce(sum(datasets), 0),
                                       coalesce(sum(items), 0), coalesce(sum(versions), 0), coalesce(sum(documents), 0),
                                       coalesce(sum(bytes), 0), coalesce(sum(open_bytes), 0)
                                from project_day p where p.workspace_id = w.id and p.day = {1}) p
            where w.id = any ({0}) and w.deleted_at is null
            on conflict (workspace_id, day) do update
            set members = excluded.members, partners = excluded.partners, ongoing = excluded.ongoing,
                archived = excluded.archived, trashed = excluded.trashed, datasets = excluded.datasets,
                items = excluded.items, versions = excluded.versions, documents = excluded.documents,
                bytes = excluded.bytes, open_bytes = excluded.open_bytes
            """, val(ids), val(day));
        sql.execute("""
            insert into organization_day (workspace_id, day, organization_id, name, members)
            select c.workspace_id, {1}, o.id, o.name,
                   (select count(*) from member m where m.workspace_id = c.workspace_id and m.organization_id = o.id)
            from collaborator c
            join organization o on o.id = c.organization_id
            where c.workspace_id = any ({0})
            on conflict (workspace_id, day, organization_id) do update
            set name = excluded.name, members = excluded.members
            """, val(ids), val(day));
    }

    /** What was done on a day that was counted: also of the day before, which went on after its last count. */
    void activity(Collection<UUID> workspaces, LocalDate day) {
        UUID[] ids = workspaces.toArray(UUID[]::new);
        var from = val(day.atStartOfDay().toInstant(ZoneOffset.UTC));
        var to = val(day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        sql.execute("""
            update workspace_day d set actions = e.actions, active = e.active
            from unnest({0}) w(id)
            cross join lateral (select count(*) as actions,
                                       count(distinct actor_id) filter (where not e.unattended and e.kind <> all ({4})) as active
                                from audit_event e
                                where e.workspace_id = w.id and e.at >= {2} and e.at < {3}) e
            where d.workspace_id = w.id and d.day = {1} and (d.actions, d.active) <> (e.actions, e.active)
            """, val(ids), val(day), from, to, val(BY_THE_CLOCK));
        sql.execute("""
            update organization_day d set actions = e.actions
            from (select e.workspace_id, e.actor_organization_id, count(*) as actions
                  from unnest({0}) w(id)
                  join audit_event e on e.workspace_id = w.id and e.at >= {2} and e.at < {3}
                  group by 1, 2) e
            where d.workspace_id = e.workspace_id and d.day = {1} and d.organization_id = e.actor_organization_id
              and d.actions <> e.actions
            """, val(ids), val(day), from, to);
    }

    /** they go with the workspace. */
    @EventListener
    @Order(WorkspaceDeleting.BEFORE_MEMBERS)
    void on(WorkspaceDeleting deleting) {
        UUID id = deleting.workspaceId();
        sql.deleteFrom(PROJECT_DAY).where(PROJECT_DAY.WORKSPACE_ID.eq(id)).execute();
        sql.deleteFrom(ORGANIZATION_DAY)
                .where(ORGANIZATION_DAY.WORKSPACE_ID.eq(id))
                .execute();
        sql.deleteFrom(WORKSPACE_DAY).where(WORKSPACE_DAY.WORKSPACE_ID.eq(id)).execute();
    }
}
