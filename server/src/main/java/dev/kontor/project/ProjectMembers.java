package dev.kontor.project;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.MEMBERSHIP;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Names;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.ProjectPermission;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL of a project's chosen members, and of who may be chosen. */
@Component
public class ProjectMembers {
    private final DSLContext sql;
    private final Clock clock;

    ProjectMembers(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Somebody in a project; of people whom the reader may not see, only that they are there. */
    record Entry(Person user, boolean chosen, boolean creator, List<String> can) {}

    Page<Entry> list(Grant<InProject> grant, Reach reach, Listing listing) {
        var in = PROJECT_MEMBER.USER_ID.eq(APP_USER.ID).and(PROJECT_MEMBER.PROJECT_ID.eq(grant.id()));
        Field<Boolean> chosen =
                field(exists(selectOne().from(PROJECT_MEMBER).where(in))).as("chosen");
        boolean edits = ProjectPermission.PROJECT_EDIT.heldBy(grant.scope().roles())
                && reach.actor().carries(ProjectPermission.PROJECT_EDIT);
        var rows = sql.select(
                        APP_USER.ID,
                        APP_USER.NAME,
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME,
                        MEMBER.ROLES,
                        PROJECT.CREATOR_ID,
                        chosen,
                        People.BY_NAME.key())
                .from(PROJECT)
                .join(MEMBER)
                .on(MEMBER.WORKSPACE_ID.eq(PROJECT.WORKSPACE_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(MEMBER.USER_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(MEMBER.ORGANIZATION_ID))
                .where(PROJECT.ID.eq(grant.id()))
                .and(MEMBER.USER_ID
                        .eq(PROJECT.CREATOR_ID)
                        .or(MEMBER.USER_ID.in(select(PROJECT_MEMBER.USER_ID)
                                .from(PROJECT_MEMBER)
                                .where(PROJECT_MEMBER.PROJECT_ID.eq(grant.id())))));
        return People.BY_NAME.page(rows, listing, r -> entry(r, reach, r.get(chosen), edits));
    }

    private static Entry entry(Record r, Reach reach, boolean chosen, boolean edits) {
        Person person = Person.seenBy(reach, known(r));
        boolean creator = r.get(APP_USER.ID).equals(r.get(PROJECT.CREATOR_ID));
        List<String> can = edits && chosen && person.id() != null ? List.of("PROJECT_MEMBER_REMOVE") : List.of();
        return new Entry(person, chosen, creator, can);
    }

    /** Who may be chosen: members whom the reader sees, whose organization has the project; with those who are, too. */
    Page<Person> candidates(Grant<InProject> grant, Reach reach, Listing listing, boolean chosenToo) {
        var rows = sql.select(APP_USER.ID, APP_USER.NAME, ORGANIZATION.ID, ORGANIZATION.NAME, MEMBER.ROLES)
                .select(People.BY_NAME.key())
                .from(MEMBER)
                .join(APP_USER)
                .on(APP_USER.ID.eq(MEMBER.USER_ID).and(APP_USER.LOCKED_AT.isNull()))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(MEMBER.ORGANIZATION_ID))
                .join(COLLABORATOR)
                .on(COLLABORATOR
                        .WORKSPACE_ID
                        .eq(MEMBER.WORKSPACE_ID)
                        .and(COLLABORATOR.ORGANIZATION_ID.eq(MEMBER.ORGANIZATION_ID)))
                .where(MEMBER.WORKSPACE_ID.eq(reach.workspaceId()))
                .and(hasProject(grant.id()))
                .and(People.members(reach))
                .and(chosenToo ? noCondition() : notChosen(grant.id()));
        return People.BY_NAME.page(rows, listing, r -> Person.seenBy(reach, known(r)));
    }

    private static Condition notChosen(UUID projectId) {
        return notExists(selectOne()
                .from(PROJECT_MEMBER)
                .where(PROJECT_MEMBER.PROJECT_ID.eq(projectId).and(PROJECT_MEMBER.USER_ID.eq(MEMBER.USER_ID))));
    }

    private static Condition hasProject(UUID projectId) {
        return COLLABORATOR
                .FULL_ACCESS
                .isTrue()
                .or(exists(selectOne()
                        .from(COLLABORATOR_PROJECT)
                        .where(COLLABORATOR_PROJECT.WORKSPACE_ID.eq(COLLABORATOR.WORKSPACE_ID))
                        .and(COLLABORATOR_PROJECT.ORGANIZATION_ID.eq(COLLABORATOR.ORGANIZATION_ID))
                        .and(COLLABORATOR_PROJECT.PROJECT_ID.eq(projectId))));
    }

    /** A member whom the reader sees, and whether their organization has the project (C-10). */
    Optional<Candidate> candidate(Reach reach, UUID projectId, UUID userId) {
        return Optional.ofNullable(candidates(reach, projectId, Set.of(userId)).get(userId));
    }

    /** The same of several, by their ids; those whom the reader does not see are not there. */
    Map<UUID, Candidate> candidates(Reach reach, UUID projectId, Set<UUID> users) {
        return sql
                .select(
                        APP_USER.ID,
                        APP_USER.NAME,
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME,
                        MEMBER.ROLES,
                        field(hasProject(projectId)).as("has"))
                .from(MEMBER)
                .join(APP_USER)
                .on(APP_USER.ID.eq(MEMBER.USER_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(MEMBER.ORGANIZATION_ID))
                .join(COLLABORATOR)
                .on(COLLABORATOR
                        .WORKSPACE_ID
                        .eq(MEMBER.WORKSPACE_ID)
                        .and(COLLABORATOR.ORGANIZATION_ID.eq(MEMBER.ORGANIZATION_ID)))
                .where(MEMBER.WORKSPACE_ID
                        .eq(reach.workspaceId())
                        .and(MEMBER.USER_ID.eq(any(users.toArray(UUID[]::new)))))
                .fetch(r -> new Candidate(known(r), r.get("has", Boolean.class)))
                .stream()
                .filter(c -> reach.seesPerson(
                        c.known().id(), c.known().organization().id(), c.known().roles()))
                .collect(Collectors.toMap(c -> c.known().id(), c -> c));
    }

    record Candidate(Person.Known known, boolean hasProject) {}

    public boolean insert(UUID workspaceId, UUID projectId, UUID userId) {
        return sql.insertInto(PROJECT_MEMBER)
                        .set(PROJECT_MEMBER.WORKSPACE_ID, workspaceId)
                        .set(PROJECT_MEMBER.PROJECT_ID, projectId)
                        .set(PROJECT_MEMBER.USER_ID, userId)
                        .set(PROJECT_MEMBER.CHOSEN_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    boolean delete(Grant<InProject> grant, UUID userId) {
        return sql.deleteFrom(PROJECT_MEMBER)
                        .where(PROJECT_MEMBER.PROJECT_ID.eq(grant.id()).and(PROJECT_MEMBER.USER_ID.eq(userId)))
                        .execute()
                == 1;
    }

    /** K-08: people of an organization that lost these projects. */
    void deleteOf(UUID workspaceId, UUID organizationId, Collection<UUID> projects) {
        sql.deleteFrom(PROJECT_MEMBER)
                .where(of(workspaceId, organizationId, projects))
                .execute();
    }

    int countOf(UUID workspaceId, UUID organizationId, Collection<UUID> projects) {
        return sql.fetchCount(PROJECT_MEMBER, of(workspaceId, organizationId, projects));
    }

    int count(UUID workspaceId, Set<UUID> users) {
        return sql.fetchCount(
                PROJECT_MEMBER,
                PROJECT_MEMBER
                        .WORKSPACE_ID
                        .eq(workspaceId)
                        .and(PROJECT_MEMBER.USER_ID.eq(any(users.toArray(UUID[]::new)))));
    }

    /** The people of an organization in a workspace. */
    Set<UUID> people(UUID workspaceId, UUID organizationId) {
        return sql.select(MEMBERSHIP.USER_ID)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.WORKSPACE_ID.eq(workspaceId).and(MEMBERSHIP.ORGANIZATION_ID.eq(organizationId)))
                .fetchSet(MEMBERSHIP.USER_ID);
    }

    private static Condition of(UUID workspaceId, UUID organizationId, Collection<UUID> projects) {
        return PROJECT_MEMBER
                .WORKSPACE_ID
                .eq(workspaceId)
                .and(PROJECT_MEMBER.PROJECT_ID.eq(any(projects.toArray(UUID[]::new))))
                .and(PROJECT_MEMBER.USER_ID.in(select(MEMBER.USER_ID)
                        .from(MEMBER)
                        .where(MEMBER.WORKSPACE_ID.eq(workspaceId).and(MEMBER.ORGANIZATION_ID.eq(organizationId)))));
    }

    private static Person.Known known(Record r) {
        return new Person.Known(
                r.get(APP_USER.ID),
                r.get(APP_USER.NAME),
                new Person.Organization(r.get(ORGANIZATION.ID), r.get(ORGANIZATION.NAME)),
                Names.read(WorkspaceRole.class, r.get(MEMBER.ROLES)));
    }
}
