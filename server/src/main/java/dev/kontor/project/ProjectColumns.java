package dev.kontor.project;

import static kontor.tables.Tables.*;

import dev.kontor.access.Actor;
import dev.kontor.access.Names;
import dev.kontor.access.Person;
import dev.kontor.access.ProjectVisibility;
import dev.kontor.access.Standing;
import dev.kontor.access.WorkspaceRole;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BiFunction;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;

/** What of a project's row is shown, with its creator and its lead: the columns, their joins, and how they are read. */
final class ProjectColumns {
    static final kontor.tables.AppUser CREATOR = APP_USER.as("creator");
    static final kontor.tables.AppUser LEAD = APP_USER.as("lead");
    private static final kontor.tables.Organization CREATORS = ORGANIZATION.as("creators");
    private static final kontor.tables.Organization LEADS = ORGANIZATION.as("leads");
    private static final kontor.tables.Member CREATOR_MEMBER = MEMBER.as("creator_member");
    private static final kontor.tables.Member LEAD_MEMBER = MEMBER.as("lead_member");

    static final List<Field<?>> FIELDS = List.of(
            PROJECT.ID,
            PROJECT.WORKSPACE_ID,
            PROJECT.NAME,
            PROJECT.DESCRIPTION,
            PROJECT.VISIBILITY,
            PROJECT.CREATOR_ID,
            PROJECT.STARTS_ON,
            PROJECT.ENDS_ON,
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
            LEAD_MEMBER.ROLES);

    private ProjectColumns() {}

    /** Who reads, how people stand before them (O-05), how long the trash keeps, and how much there is, if that is known. */
    record Reader(
            Actor actor,
            Standing standing,
            BiFunction<Actor, Person.Known, Person> shown,
            Duration trash,
            Project.@Nullable Counts counts) {}

    static Table<?> joined(Table<?> projects) {
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

    static Project read(Record r, Reader reader) {
        Instant trashedAt = r.get(PROJECT.TRASHED_AT);
        return new Project(
                r.get(PROJECT.ID),
                r.get(PROJECT.WORKSPACE_ID),
                r.get(PROJECT.NAME),
                r.get(PROJECT.DESCRIPTION),
                ProjectVisibility.valueOf(r.get(PROJECT.VISIBILITY)),
                reader.shown().apply(reader.actor(), creator(r)),
                r.get(LEAD.ID) == null ? null : reader.shown().apply(reader.actor(), lead(r)),
                r.get(PROJECT.STARTS_ON),
                r.get(PROJECT.ENDS_ON),
                r.get(PROJECT.CREATED_AT),
                r.get(PROJECT.ARCHIVED_AT) != null,
                trashedAt,
                trashedAt == null ? null : trashedAt.plus(reader.trash()),
                reader.counts(),
                r.get(PROJECT.REVISION),
                Project.can(reader.actor(), reader.standing(), r.get(PROJECT.CREATOR_ID)));
    }

    private static Person.Known creator(Record r) {
        return new Person.Known(
                r.get(CREATOR.ID),
                r.get(CREATOR.NAME),
                new Person.Organization(r.get(CREATORS.ID), r.get(CREATORS.NAME)),
                Names.read(WorkspaceRole.class, r.get(CREATOR_MEMBER.ROLES)));
    }

    private static Person.Known lead(Record r) {
        return new Person.Known(
                r.get(LEAD.ID),
                r.get(LEAD.NAME),
                new Person.Organization(r.get(LEADS.ID), r.get(LEADS.NAME)),
                Names.read(WorkspaceRole.class, r.get(LEAD_MEMBER.ROLES)));
    }
}
