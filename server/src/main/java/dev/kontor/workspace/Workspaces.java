package dev.kontor.workspace;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.MEMBERSHIP;
import static kontor.tables.facts.Tables.PROJECT_CARD;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.Names;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.access.Sight;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.workspace.Workspace.Counts;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of workspaces. */
@Component
public class Workspaces {
    private static final kontor.tables.Organization OWNERS = ORGANIZATION.as("owners");

    private final DSLContext sql;
    private final Clock clock;
    private final WorkspaceSettings settings;

    Workspaces(DSLContext sql, Clock clock, WorkspaceSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /** An entry of the switcher. */
    record Entry(
            UUID id,
            String name,
            Person.Organization organization,
            String plan,
            String state,
            @Nullable String logo) {}

    /** Nothing where this user has created one already. */
    Optional<UUID> insert(Actor creator, NewWorkspace wanted) {
        Instant now = clock.instant();
        return sql.insertInto(WORKSPACE)
                .set(WORKSPACE.ORGANIZATION_ID, creator.organizationId())
                .set(WORKSPACE.OWNER_ID, creator.userId())
                .set(WORKSPACE.NAME, wanted.name().text())
                .set(
                        WORKSPACE.DESCRIPTION,
                        wanted.description() == null ? "" : wanted.description().text())
                .set(WORKSPACE.TRIAL_ENDS_AT, now.plus(settings.trial()))
                .set(WORKSPACE.CREATED_BY, creator.userId())
                .set(WORKSPACE.CREATED_AT, now)
                .onConflictDoNothing()
                .returning(WORKSPACE.ID)
                .fetchOptional(WORKSPACE.ID);
    }

    /** All that somebody is a member of, by name; a narrowed key sees only its own. */
    public List<Entry> of(Actor actor) {
        Condition narrowed =
                actor.onlyWorkspaces().<Condition>map(WORKSPACE.ID::in).orElse(noCondition());
        return sql.select(
                        WORKSPACE.ID,
                        WORKSPACE.NAME,
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME,
                        WORKSPACE.PLAN,
                        WORKSPACE.STATE,
                        WORKSPACE_LOGO.MARK)
                .from(MEMBERSHIP)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(MEMBERSHIP.WORKSPACE_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(WORKSPACE.ORGANIZATION_ID))
                .leftJoin(WORKSPACE_LOGO)
                .on(WORKSPACE_LOGO.WORKSPACE_ID.eq(WORKSPACE.ID))
                .where(MEMBERSHIP.USER_ID.eq(actor.userId()))
                .and(narrowed)
                .orderBy(lower(WORKSPACE.NAME), WORKSPACE.ID)
                .limit(inline(1_000))
                .fetch(r -> new Entry(
                        r.value1(),
                        r.value2(),
                        new Person.Organization(r.value3(), r.value4()),
                        r.value5(),
                        r.value6(),
                        r.value7()));
    }

    public Optional<Workspace> find(Reach reach) {
        Field<Integer> members = membersSeen(reach);
        Field<Integer> collaborators = collaboratorsSeen(reach);
        Field<Integer> projects = projectsSeen(reach);
        return sql.select(
                        WORKSPACE.ID,
                        WORKSPACE.NAME,
                        WORKSPACE.DESCRIPTION,
                        WORKSPACE.PLAN,
                        WORKSPACE.STATE,
                        WORKSPACE.TRIAL_ENDS_AT,
                        WORKSPACE.PURGE_AT,
                        WORKSPACE.CREATED_AT,
                        WORKSPACE.IMPLICIT_MEMBERS,
                        WORKSPACE.REVISION,
                        WORKSPACE_LOGO.MARK,
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME,
                        APP_USER.ID,
                        APP_USER.NAME,
                        OWNERS.ID,
                        OWNERS.NAME,
                        MEMBER.ROLES,
                        members,
                        collaborators,
                        projects)
                .from(WORKSPACE)
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(WORKSPACE.ORGANIZATION_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(WORKSPACE.OWNER_ID))
                .join(OWNERS)
                .on(OWNERS.ID.eq(APP_USER.ORGANIZATION_ID))
                .join(MEMBER)
                .on(MEMBER.WORKSPACE_ID.eq(WORKSPACE.ID).and(MEMBER.USER_ID.eq(WORKSPACE.OWNER_ID)))
                .leftJoin(WORKSPACE_LOGO)
                .on(WORKSPACE_LOGO.WORKSPACE_ID.eq(WORKSPACE.ID))
                .where(WORKSPACE.ID.eq(reach.workspaceId()))
                .fetchOptional(r -> workspace(
                        r,
                        new Counts(
                                count(reach, WorkspacePermission.MEMBER_MANAGE, r.get(members)),
                                count(reach, WorkspacePermission.COLLABORATOR_MANAGE, r.get(collaborators)),
                                r.get(projects))));
    }

    private static @Nullable Integer count(Reach reach, WorkspacePermission page, int count) {
        return page.heldBy(reach.standing().roles()) ? count : null;
    }

    private static Field<Integer> membersSeen(Reach reach) {
        return field(selectCount()
                        .from(MEMBER)
                        .where(MEMBER.WORKSPACE_ID.eq(reach.workspaceId()))
                        .and(People.members(reach)))
                .as("members");
    }

    private static Field<Integer> collaboratorsSeen(Reach reach) {
        return field(selectCount()
                        .from(COLLABORATOR)
                        .where(COLLABORATOR.WORKSPACE_ID.eq(reach.workspaceId()))
                        .and(People.collaborators(reach)))
                .as("collaborators");
    }

    private static Field<Integer> projectsSeen(Reach reach) {
        return field(selectCount()
                        .from(PROJECT_CARD)
                        .where(PROJECT_CARD.WORKSPACE_ID.eq(reach.workspaceId()).and(PROJECT_CARD.TRASHED.isFalse()))
                        .and(Sight.of(reach).sees(PROJECT_CARD.PROJECT_ID, PROJECT_CARD.VISIBILITY)))
                .as("projects");
    }

    /** Says whether the revision still was the expected one, where one was expected. */
    public boolean edit(Grant<InWorkspace> grant, WorkspaceChange change, Optional<Long> revision) {
        return sql.update(WORKSPACE)
                        .set(
                                WORKSPACE.NAME,
                                change.name() == null
                                        ? WORKSPACE.NAME
                                        : val(change.name().text()))
                        .set(
                                WORKSPACE.DESCRIPTION,
                                change.description() == null
                                        ? WORKSPACE.DESCRIPTION
                                        : val(change.description().text()))
                        .set(
                                WORKSPACE.IMPLICIT_MEMBERS,
                                change.implicitMembers() == null
                                        ? WORKSPACE.IMPLICIT_MEMBERS
                                        : val(change.implicitMembers()))
                        .set(WORKSPACE.REVISION, WORKSPACE.REVISION.plus(1))
                        .where(WORKSPACE.ID.eq(grant.id()))
                        .and(revision.<Condition>map(WORKSPACE.REVISION::eq).orElse(noCondition()))
                        .execute()
                == 1;
    }

    /** Whom things pass to that nobody was named for (O-02). */
    public UUID owner(UUID workspaceId) {
        return sql.select(WORKSPACE.OWNER_ID)
                .from(WORKSPACE)
                .where(WORKSPACE.ID.eq(workspaceId))
                .fetchSingle()
                .value1();
    }

    /** A-08; the schema demands that it be a member, of the owning organization. */
    public void setOwner(UUID workspaceId, UUID ownerId) {
        sql.update(WORKSPACE)
                .set(WORKSPACE.OWNER_ID, ownerId)
                .set(WORKSPACE.REVISION, WORKSPACE.REVISION.plus(1))
                .where(WORKSPACE.ID.eq(workspaceId))
                .execute();
    }

    public String name(UUID workspaceId) {
        return sql.select(WORKSPACE.NAME)
                .from(WORKSPACE)
                .where(WORKSPACE.ID.eq(workspaceId))
                .fetchSingle()
                .value1();
    }

    /** Which organization owns it; that never changes. */
    Optional<UUID> organization(UUID workspaceId) {
        return sql.select(WORKSPACE.ORGANIZATION_ID)
                .from(WORKSPACE)
                .where(WORKSPACE.ID.eq(workspaceId))
                .fetchOptional(WORKSPACE.ORGANIZATION_ID);
    }

    private static Workspace workspace(Record r, Counts counts) {
        var owners = new Person.Organization(r.get(OWNERS.ID), r.get(OWNERS.NAME));
        var owner = new Person.Known(
                r.get(APP_USER.ID), r.get(APP_USER.NAME), owners, Names.read(WorkspaceRole.class, r.get(MEMBER.ROLES)));
        return new Workspace(
                r.get(WORKSPACE.ID),
                r.get(WORKSPACE.NAME),
                r.get(WORKSPACE.DESCRIPTION),
                new Person.Organization(r.get(ORGANIZATION.ID), r.get(ORGANIZATION.NAME)),
                owner,
                r.get(WORKSPACE.PLAN),
                r.get(WORKSPACE.STATE),
                r.get(WORKSPACE.TRIAL_ENDS_AT),
                r.get(WORKSPACE.PURGE_AT),
                r.get(WORKSPACE.CREATED_AT),
                r.get(WORKSPACE.IMPLICIT_MEMBERS),
                r.get(WORKSPACE.REVISION),
                r.get(WORKSPACE_LOGO.MARK),
                counts);
    }
}
