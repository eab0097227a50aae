package dev.kontor.project;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.PROJECT_SIZE;
import static kontor.tables.facts.Tables.SIGHT;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.Names;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.ProjectVisibility;
import dev.kontor.access.Reach;
import dev.kontor.access.Sight;
import dev.kontor.access.Standing;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.web.Cursor;
import dev.kontor.web.Page;
import dev.kontor.web.Sorted;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of projects. Lists are filtered by what their reader reaches, in one of the two shapes of {@link Sight}. */
@Component
class Projects {
    private static final kontor.tables.AppUser CREATOR = APP_USER.as("creator");
    private static final kontor.tables.AppUser LEAD = APP_USER.as("lead");
    private static final kontor.tables.Organization CREATORS = ORGANIZATION.as("creators");
    private static final kontor.tables.Organization LEADS = ORGANIZATION.as("leads");
    private static final kontor.tables.Member CREATOR_MEMBER = MEMBER.as("creator_member");
    private static final kontor.tables.Member LEAD_MEMBER = MEMBER.as("lead_member");

    private final DSLContext sql;
    private final Clock clock;

    Projects(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Page<Project> list(Reach reach, ProjectListing wanted) {
        ProjectOrder order = wanted.listing().order(ProjectOrder.class);
        int size = wanted.listing().size();
        Select<?> keys = keys(reach, wanted, order).orderBy(order.fields()).limit(inline(size + 1));
        var rows = sql.select(fields())
                .select(ProjectOrder.KEY.as("sort_key"))
                .from(joined(PROJECT.join(keys.asTable("k"))
                        .on(field(name("k", "id"), UUID.class).eq(PROJECT.ID))))
                .orderBy(order.fields())
                .fetch(r -> new Sorted<>(
                        project(
                                r,
                                reach.actor(),
                                reach.standing(),
                                (actor, known) -> Person.seenBy(reach, known),
                                null),
                        r.get("sort_key", String.class)));
        return Page.of(rows, size, row -> Cursor.of(row.key(), row.item().id())).map(Sorted::item);
    }

    private SelectConditionStep<?> keys(Reach reach, ProjectListing wanted, ProjectOrder order) {
        Sight sight = Sight.of(reach);
        Condition filter = PROJECT.WORKSPACE_ID
                .eq(reach.workspaceId())
                .and(wanted.condition(reach))
                .and(wanted.listing().after(2).map(order::after).orElse(noCondition()));
        if (wanted.trashed()) {
            return sql.select(PROJECT.ID).from(PROJECT).where(filter);
        }
        return sight.broad()
                ? sql.select(PROJECT.ID).from(PROJECT).where(filter).and(sight.sees(PROJECT.ID, PROJECT.VISIBILITY))
                : sql.select(PROJECT.ID)
                        .from(sight.ones())
                        .join(PROJECT)
                        .on(PROJECT.ID.eq(Sight.ONE))
                        .where(filter);
    }

    /** One project with its counts, where the actor sees it: one statement. */
    Optional<Project> find(Actor actor, UUID projectId) {
        Field<Boolean> seesCreator = People.seen(actor, CREATOR.ORGANIZATION_ID).as("sees_creator");
        Field<Boolean> seesLead = People.seen(actor, LEAD.ORGANIZATION_ID).as("sees_lead");
        return sql.select(fields())
                .select(SIGHT.ORGANIZATION_ID, SIGHT.ROLES, SIGHT.TYPES, SIGHT.FULL_ACCESS, SIGHT.OWNER, SIGHT.STATE)
                .select(PROJECT_SIZE.DATASETS, PROJECT_SIZE.MEMBERS, seesCreator, seesLead)
                .from(joined(PROJECT.join(SIGHT)
                        .on(SIGHT.PROJECT_ID
                                .eq(PROJECT.ID)
                                .and(SIGHT.USER_ID.eq(actor.userId()))
                                .and(SIGHT.SEEN))
                        .join(PROJECT_SIZE)
                        .on(PROJECT_SIZE.PROJECT_ID.eq(PROJECT.ID))))
                .where(PROJECT.ID.eq(projectId))
                .fetchOptional()
                .filter(r -> actor.reaches(r.get(PROJECT.WORKSPACE_ID)))
                .map(r -> {
                    Standing standing = Standing.of(
                            r.get(PROJECT.WORKSPACE_ID),
                            r.get(SIGHT.ORGANIZATION_ID),
                            r.get(SIGHT.ROLES),
                            r.get(SIGHT.TYPES),
                            r.get(SIGHT.FULL_ACCESS),
                            r.get(SIGHT.OWNER),
                            r.get(SIGHT.STATE));
                    var counts = new Project.Counts(r.get(PROJECT_SIZE.DATASETS), r.get(PROJECT_SIZE.MEMBERS));
                    UUID creator = r.get(PROJECT.CREATOR_ID);
                    return project(
                            r,
                            actor,
                            standing,
                            (reader, known) -> Person.seenBy(
                                    reader,
                                    standing.admin(),
                                    r.get(known.id().equals(creator) ? seesCreator : seesLead),
                                    known),
                            counts);
                });
    }

    UUID insert(Grant<InWorkspace> grant, NewProject wanted) {
        return sql.insertInto(PROJECT)
                .set(PROJECT.WORKSPACE_ID, grant.id())
                .set(PROJECT.NAME, wanted.name().text())
                .set(
                        PROJECT.DESCRIPTION,
                        wanted.description() == null ? "" : wanted.description().text())
                .set(PROJECT.VISIBILITY, wanted.wantedVisibility().name())
                .set(PROJECT.CREATOR_ID, grant.actor().userId())
                .set(PROJECT.CREATED_AT, clock.instant())
                .returning(PROJECT.ID)
                .fetchSingle()
                .get(PROJECT.ID);
    }

    /** Says whether the revision still was the expected one, where one was expected. */
    boolean edit(Grant<InProject> grant, ProjectChange change, Optional<Long> revision) {
        var now = clock.instant();
        Field<Instant> archived = change.archived() == null
                ? PROJECT.ARCHIVED_AT
                : change.archived()
                        ? coalesce(PROJECT.ARCHIVED_AT, val(now))
                        : val((Instant) null, PROJECT.ARCHIVED_AT);
        Field<UUID> lead =
                change.leadId().given() ? val(change.leadId().value().orElse(null), PROJECT.LEAD_ID) : PROJECT.LEAD_ID;
        return sql.update(PROJECT)
                        .set(
                                PROJECT.NAME,
                                change.name() == null
                                        ? PROJECT.NAME
                                        : val(change.name().text()))
                        .set(
                                PROJECT.DESCRIPTION,
                                change.description() == null
                                        ? PROJECT.DESCRIPTION
                                        : val(change.description().text()))
                        .set(
                                PROJECT.VISIBILITY,
                                change.visibility() == null
                                        ? PROJECT.VISIBILITY
                                        : val(change.visibility().name()))
                        .set(PROJECT.ARCHIVED_AT, archived)
                        .set(PROJECT.LEAD_ID, lead)
                        .set(PROJECT.REVISION, PROJECT.REVISION.plus(1))
                        .where(PROJECT.ID.eq(grant.id()))
                        .and(revision.<Condition>map(PROJECT.REVISION::eq).orElse(noCondition()))
                        .execute()
                == 1;
    }

    UUID creator(Grant<InProject> grant) {
        return sql.select(PROJECT.CREATOR_ID)
                .from(PROJECT)
                .where(PROJECT.ID.eq(grant.id()))
                .fetchSingle()
                .value1();
    }

    /** Into the trash, or out of it; says whether that changed anything. */
    boolean trash(Grant<InProject> grant, boolean trashed) {
        return sql.update(PROJECT)
                        .set(PROJECT.TRASHED_AT, trashed ? clock.instant() : null)
                        .set(PROJECT.REVISION, PROJECT.REVISION.plus(1))
                        .where(PROJECT.ID.eq(grant.id()))
                        .and(trashed ? PROJECT.TRASHED_AT.isNull() : PROJECT.TRASHED_AT.isNotNull())
                        .execute()
                == 1;
    }

    /** O-02: passes projects of these creators on, those among the given ones where some are given. */
    List<String> handOver(UUID workspaceId, Set<UUID> creators, @Nullable Set<UUID> projects, UUID heir) {
        return sql.update(PROJECT)
                .set(PROJECT.CREATOR_ID, heir)
                .where(PROJECT.WORKSPACE_ID
                        .eq(workspaceId)
                        .and(PROJECT.CREATOR_ID.eq(any(creators.toArray(UUID[]::new)))))
                .and(projects == null ? noCondition() : PROJECT.ID.eq(any(projects.toArray(UUID[]::new))))
                .returning(PROJECT.ID)
                .fetch(r -> r.get(PROJECT.ID).toString());
    }

    int countCreatedBy(UUID workspaceId, Set<UUID> creators) {
        return sql.fetchCount(
                PROJECT,
                PROJECT.WORKSPACE_ID.eq(workspaceId).and(PROJECT.CREATOR_ID.eq(any(creators.toArray(UUID[]::new)))));
    }

    private static List<Field<?>> fields() {
        return new ArrayList<>(List.of(
                PROJECT.ID,
                PROJECT.WORKSPACE_ID,
                PROJECT.NAME,
                PROJECT.DESCRIPTION,
                PROJECT.VISIBILITY,
                PROJECT.CREATOR_ID,
                PROJECT.CREATED_AT,
                PROJECT.ARCHIVED_AT,
                PROJECT.TRASHED_AT,
                PROJECT.REVISION,
                CREATOR.ID,
                CREATOR.NAME,
                CREATORS.ID,
                CREATORS.NAME,
                CREATOR_MEMBER.ROLES,
                LEAD.ID,
                LEAD.NAME,
                LEADS.ID,
                LEADS.NAME,
                LEAD_MEMBER.ROLES));
    }

    private static Table<?> joined(Table<?> projects) {
        return projects.join(CREATOR)
                .on(CREATOR.ID.eq(PROJECT.CREATOR_ID))
                .join(CREATORS)
                .on(CREATORS.ID.eq(CREATOR.ORGANIZATION_ID))
                .join(CREATOR_MEMBER)
                .on(CREATOR_MEMBER
                        .WORKSPACE_ID
                        .eq(PROJECT.WORKSPACE_ID)
                        .and(CREATOR_MEMBER.USER_ID.eq(PROJECT.CREATOR_ID)))
                .leftJoin(LEAD)
                .on(LEAD.ID.eq(PROJECT.LEAD_ID))
                .leftJoin(LEADS)
                .on(LEADS.ID.eq(LEAD.ORGANIZATION_ID))
                .leftJoin(LEAD_MEMBER)
                .on(LEAD_MEMBER.WORKSPACE_ID.eq(PROJECT.WORKSPACE_ID).and(LEAD_MEMBER.USER_ID.eq(PROJECT.LEAD_ID)));
    }

    private static Project project(
            Record r,
            Actor actor,
            Standing standing,
            BiFunction<Actor, Person.Known, Person> shown,
            Project.@Nullable Counts counts) {
        var creator = new Person.Known(
                r.get(CREATOR.ID),
                r.get(CREATOR.NAME),
                new Person.Organization(r.get(CREATORS.ID), r.get(CREATORS.NAME)),
                Names.read(WorkspaceRole.class, r.get(CREATOR_MEMBER.ROLES)));
        Person lead = r.get(LEAD.ID) == null
                ? null
                : shown.apply(
                        actor,
                        new Person.Known(
                                r.get(LEAD.ID),
                                r.get(LEAD.NAME),
                                new Person.Organization(r.get(LEADS.ID), r.get(LEADS.NAME)),
                                Names.read(WorkspaceRole.class, r.get(LEAD_MEMBER.ROLES))));
        return new Project(
                r.get(PROJECT.ID),
                r.get(PROJECT.WORKSPACE_ID),
                r.get(PROJECT.NAME),
                r.get(PROJECT.DESCRIPTION),
                ProjectVisibility.valueOf(r.get(PROJECT.VISIBILITY)),
                shown.apply(actor, creator),
                lead,
                r.get(PROJECT.CREATED_AT),
                r.get(PROJECT.ARCHIVED_AT) != null,
                r.get(PROJECT.TRASHED_AT) != null,
                counts,
                r.get(PROJECT.REVISION),
                Project.can(actor, standing, r.get(PROJECT.CREATOR_ID)));
    }
}
