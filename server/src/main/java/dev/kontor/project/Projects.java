package dev.kontor.project;

import static dev.kontor.project.ProjectColumns.CREATOR;
import static dev.kontor.project.ProjectColumns.LEAD;
import static kontor.tables.Tables.PROJECT;
import static kontor.tables.facts.Tables.PROJECT_SIZE;
import static kontor.tables.facts.Tables.SIGHT;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.Standing;
import dev.kontor.web.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of single projects. */
@Component
class Projects {
    private final DSLContext sql;
    private final Clock clock;
    private final ProjectSettings settings;

    Projects(DSLContext sql, Clock clock, ProjectSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    Project get(Actor actor, UUID projectId) {
        return find(actor, projectId).orElseThrow(Refusal.NOT_FOUND::refused);
    }

    /** One project with its counts, where the actor sees it: one statement. */
    Optional<Project> find(Actor actor, UUID projectId) {
        Field<Boolean> seesCreator = People.seen(actor, CREATOR.ORGANIZATION_ID).as("sees_creator");
        Field<Boolean> seesLead = People.seen(actor, LEAD.ORGANIZATION_ID).as("sees_lead");
        return sql.select(ProjectColumns.FIELDS)
                .select(SIGHT.ORGANIZATION_ID, SIGHT.ROLES, SIGHT.TYPES, SIGHT.FULL_ACCESS, SIGHT.OWNER, SIGHT.STATE)
                .select(PROJECT_SIZE.DATASETS, PROJECT_SIZE.MEMBERS, PROJECT_SIZE.DOCUMENTS, seesCreator, seesLead)
                .from(ProjectColumns.joined(PROJECT.join(SIGHT)
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
                    UUID creator = r.get(PROJECT.CREATOR_ID);
                    Standing standing = standing(r);
                    return ProjectColumns.read(
                            r,
                            new ProjectColumns.Reader(
                                    actor,
                                    standing,
                                    (reader, known) -> Person.seenBy(
                                            reader,
                                            standing.admin(),
                                            r.get(known.id().equals(creator) ? seesCreator : seesLead),
                                            known),
                                    settings.trash(),
                                    new Project.Counts(
                                            r.get(PROJECT_SIZE.DATASETS),
                                            r.get(PROJECT_SIZE.MEMBERS),
                                            r.get(PROJECT_SIZE.DOCUMENTS))));
                });
    }

    private static Standing standing(Record r) {
        return Standing.of(
                r.get(PROJECT.WORKSPACE_ID),
                r.get(SIGHT.ORGANIZATION_ID),
                r.get(SIGHT.ROLES),
                r.get(SIGHT.TYPES),
                r.get(SIGHT.FULL_ACCESS),
                r.get(SIGHT.OWNER),
                r.get(SIGHT.STATE));
    }

    UUID insert(Grant<InWorkspace> grant, NewProject wanted) {
        return sql.insertInto(PROJECT)
                .set(PROJECT.WORKSPACE_ID, grant.id())
                .set(PROJECT.NAME, wanted.name().text())
                .set(PROJECT.DESCRIPTION, wanted.wantedDescription())
                .set(PROJECT.VISIBILITY, wanted.wantedVisibility().name())
                .set(PROJECT.STARTS_ON, wanted.startsOn())
                .set(PROJECT.ENDS_ON, wanted.endsOn())
                .set(PROJECT.CREATOR_ID, grant.actor().userId())
                .set(PROJECT.CREATED_AT, clock.instant())
                .returning(PROJECT.ID)
                .fetchSingle()
                .get(PROJECT.ID);
    }

    /** Says whether the revision still was the expected one, where one was expected. */
    boolean edit(Grant<InProject> grant, ProjectChange change, Optional<Long> revision) {
        return sql.update(PROJECT)
                        .set(columns(change))
                        .set(PROJECT.REVISION, PROJECT.REVISION.plus(1))
                        .where(PROJECT.ID.eq(grant.id()))
                        .and(revision.<Condition>map(PROJECT.REVISION::eq).orElse(noCondition()))
                        .execute()
                == 1;
    }

    /** Only those that are to be changed. */
    private Map<Field<?>, @Nullable Object> columns(ProjectChange change) {
        Map<Field<?>, @Nullable Object> columns = new HashMap<>();
        if (change.name() != null) columns.put(PROJECT.NAME, change.name().text());
        if (change.description() != null)
            columns.put(PROJECT.DESCRIPTION, change.description().text());
        if (change.visibility() != null)
            columns.put(PROJECT.VISIBILITY, change.visibility().name());
        if (change.leadId().given())
            columns.put(PROJECT.LEAD_ID, change.leadId().over(null));
        if (change.startsOn().given())
            columns.put(PROJECT.STARTS_ON, change.startsOn().over(null));
        if (change.endsOn().given())
            columns.put(PROJECT.ENDS_ON, change.endsOn().over(null));
        if (change.archived() != null) columns.put(PROJECT.ARCHIVED_AT, archivedAt(change.archived()));
        return columns;
    }

    private Field<Instant> archivedAt(boolean archived) {
        return archived
                ? coalesce(PROJECT.ARCHIVED_AT, val(clock.instant()))
                : val((Instant) null, PROJECT.ARCHIVED_AT);
    }

    /** Its name, for the audit log. */
    String name(Grant<InProject> grant) {
        return sql.select(PROJECT.NAME)
                .from(PROJECT)
                .where(PROJECT.ID.eq(grant.id()))
                .fetchSingle()
                .value1();
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
                        .set(PROJECT.TRASHED_BY, trashed ? grant.actor().userId() : null)
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

    /** Of these projects, where any are named. */
    int countCreatedBy(UUID workspaceId, Set<UUID> creators, @Nullable Set<UUID> projects) {
        return sql.fetchCount(
                PROJECT,
                PROJECT.WORKSPACE_ID
                        .eq(workspaceId)
                        .and(PROJECT.CREATOR_ID.eq(any(creators.toArray(UUID[]::new))))
                        .and(projects == null ? noCondition() : PROJECT.ID.eq(any(projects.toArray(UUID[]::new)))));
    }
}
