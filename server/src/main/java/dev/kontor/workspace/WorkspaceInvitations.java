package dev.kontor.workspace;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.PROJECT_CARD;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.CollaborationType;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.Names;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.access.Sight;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.identity.Secret;
import dev.kontor.organization.InvitationMade;
import dev.kontor.organization.InvitationState;
import dev.kontor.organization.OrganizationSettings;
import dev.kontor.web.Cursor;
import dev.kontor.web.Email;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The SQL of invitations into workspaces; shown only to people who could make the same one (O-01). */
@Component
class WorkspaceInvitations {
    private static final kontor.tables.WorkspaceInvitation I = WORKSPACE_INVITATION;
    private static final kontor.tables.Organization INVITERS = ORGANIZATION.as("inviters");
    private static final Condition PENDING = I.ACCEPTED_AT.isNull().and(I.REVOKED_AT.isNull());

    private final DSLContext sql;
    private final Clock clock;
    private final OrganizationSettings settings;
    private final Inviters inviters;
    private final ApplicationEventPublisher events;

    WorkspaceInvitations(
            DSLContext sql,
            Clock clock,
            OrganizationSettings settings,
            Inviters inviters,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
        this.inviters = inviters;
        this.events = events;
    }

    /** The same inviter asks the same address again: the invitation is renewed and gains the roles (O-01). */
    WorkspaceInvitation inviteMember(
            Grant<InWorkspace> grant, Email email, UUID organizationId, Set<WorkspaceRole> roles) {
        Instant now = clock.instant();
        boolean bringsIn =
                grant.actor().administrator() && grant.actor().organizationId().equals(organizationId);
        Optional<UUID> renewed = sql.update(I)
                .set(
                        I.ROLES,
                        field(
                                "(select coalesce(array_agg(distinct r order by r), '{}') from unnest({0} || {1}) r)",
                                String[].class, I.ROLES, val(Names.of(roles), I.ROLES)))
                .set(I.EXPIRES_AT, now.plus(settings.invitationLife()))
                .set(I.BRINGS_IN, bringsIn)
                .where(I.WORKSPACE_ID
                        .eq(grant.id())
                        .and(lower(I.EMAIL).eq(email.key()))
                        .and(I.ORGANIZATION_ID.eq(organizationId)))
                .and(I.INVITER_ID
                        .eq(grant.actor().userId())
                        .and(I.KIND.eq("MEMBER"))
                        .and(PENDING))
                .returning(I.ID)
                .fetchOptional(I.ID);
        UUID id = renewed.orElseGet(() -> sql.insertInto(I)
                .set(I.TOKEN, Secret.random().text())
                .set(I.WORKSPACE_ID, grant.id())
                .set(I.KIND, "MEMBER")
                .set(I.ORGANIZATION_ID, organizationId)
                .set(I.BRINGS_IN, bringsIn)
                .set(I.EMAIL, email.address())
                .set(I.ROLES, Names.of(roles))
                .set(I.INVITER_ID, grant.actor().userId())
                .set(I.CREATED_AT, now)
                .set(I.EXPIRES_AT, now.plus(settings.invitationLife()))
                .returning(I.ID)
                .fetchSingle()
                .get(I.ID));
        return mailed(id);
    }

    UUID inviteCollaborator(
            Grant<InWorkspace> grant,
            Email email,
            Set<CollaborationType> types,
            Set<WorkspaceRole> roles,
            ProjectAccess access) {
        Instant now = clock.instant();
        UUID id = sql.insertInto(I)
                .set(I.TOKEN, Secret.random().text())
                .set(I.WORKSPACE_ID, grant.id())
                .set(I.KIND, "COLLABORATOR")
                .set(I.EMAIL, email.address())
                .set(I.TYPES, Names.of(types))
                .set(I.ROLES, Names.of(roles))
                .set(I.FULL_ACCESS, access.full())
                .set(I.INVITER_ID, grant.actor().userId())
                .set(I.CREATED_AT, now)
                .set(I.EXPIRES_AT, now.plus(settings.invitationLife()))
                .returning(I.ID)
                .fetchSingle()
                .get(I.ID);
        sql.insertInto(
                        INVITATION_PROJECT,
                        INVITATION_PROJECT.INVITATION_ID,
                        INVITATION_PROJECT.WORKSPACE_ID,
                        INVITATION_PROJECT.PROJECT_ID)
                .select(select(val(id), PROJECT_CARD.WORKSPACE_ID, PROJECT_CARD.PROJECT_ID)
                        .from(PROJECT_CARD)
                        .where(PROJECT_CARD
                                .WORKSPACE_ID
                                .eq(grant.id())
                                .and(PROJECT_CARD.PROJECT_ID.eq(
                                        any(access.projects().toArray(UUID[]::new))))))
                .execute();
        return mailed(id).id();
    }

    private WorkspaceInvitation mailed(UUID id) {
        WorkspaceInvitation i = byId(id).orElseThrow();
        events.publishEvent(
                new InvitationMade(i.email(), i.inviter().name(), i.workspaceName(), i.token(), i.expiresAt()));
        return i;
    }

    /** Those that the reader could make as well. */
    Page<WorkspaceInvitation> list(Reach reach, Listing listing) {
        Condition found =
                listing.search().<Condition>map(q -> lower(I.EMAIL).contains(q)).orElse(noCondition());
        Condition after = listing.after(1).<Condition>map(c -> I.ID.lt(c.id(0))).orElse(noCondition());
        var rows = rows().and(couldBeMadeBy(reach))
                .and(found)
                .and(after)
                .orderBy(I.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(WorkspaceInvitations::invitation);
        return Page.of(rows, listing.size(), i -> Cursor.of(i.id()));
    }

    Optional<WorkspaceInvitation> find(Reach reach, UUID id) {
        return rows().and(couldBeMadeBy(reach)).and(I.ID.eq(id)).fetchOptional(WorkspaceInvitations::invitation);
    }

    Optional<WorkspaceInvitation> byToken(String token) {
        return rows().and(I.TOKEN.eq(token)).fetchOptional(WorkspaceInvitations::invitation);
    }

    private Optional<WorkspaceInvitation> byId(UUID id) {
        return rows().and(I.ID.eq(id)).fetchOptional(WorkspaceInvitations::invitation);
    }

    /** Open invitations that waited for this person to be in that organization (M-07). */
    List<WorkspaceInvitation> waitingFor(Email email, UUID organizationId) {
        return rows().and(I.KIND.eq("MEMBER"))
                .and(lower(I.EMAIL).eq(email.key()))
                .and(I.ORGANIZATION_ID.eq(organizationId))
                .and(PENDING)
                .and(I.EXPIRES_AT.gt(clock.instant()))
                .orderBy(I.WORKSPACE_ID, I.ID)
                .fetch(WorkspaceInvitations::invitation);
    }

    /** Whether this acceptance is the first and only one. */
    boolean accept(UUID id, UUID userId, UUID organizationId) {
        return sql.update(I)
                        .set(I.ACCEPTED_AT, clock.instant())
                        .set(I.ACCEPTED_BY, userId)
                        .set(I.ORGANIZATION_ID, organizationId)
                        .where(I.ID.eq(id))
                        .and(PENDING)
                        .execute()
                == 1;
    }

    boolean revoke(Grant<InWorkspace> grant, UUID id) {
        return sql.update(I)
                        .set(I.REVOKED_AT, clock.instant())
                        .where(I.WORKSPACE_ID.eq(grant.id()).and(I.ID.eq(id)))
                        .and(PENDING)
                        .execute()
                == 1;
    }

    /** Somebody who could make it stands in for whoever made it, and it lives a full life again. */
    boolean renew(Grant<InWorkspace> grant, UUID id) {
        boolean renewed = sql.update(I)
                        .set(I.EXPIRES_AT, clock.instant().plus(settings.invitationLife()))
                        .set(I.INVITER_ID, grant.actor().userId())
                        .where(I.WORKSPACE_ID.eq(grant.id()).and(I.ID.eq(id)))
                        .and(PENDING)
                        .execute()
                == 1;
        return renewed && mailed(id).id().equals(id);
    }

    /** K-12: invitations of the organization's people. */
    void revokeOf(Grant<InWorkspace> grant, UUID organizationId) {
        sql.update(I)
                .set(I.REVOKED_AT, clock.instant())
                .where(I.WORKSPACE_ID.eq(grant.id()).and(I.ORGANIZATION_ID.eq(organizationId)))
                .and(PENDING)
                .execute();
    }

    /** How many of them are still open. */
    int pendingOf(Grant<InWorkspace> grant, UUID organizationId) {
        return sql.fetchCount(
                I,
                I.WORKSPACE_ID
                        .eq(grant.id())
                        .and(I.ORGANIZATION_ID.eq(organizationId))
                        .and(PENDING));
    }

    /** O-02: what is still open to these people's own addresses. */
    void revokeTo(UUID workspaceId, Collection<UUID> users) {
        sql.update(I)
                .set(I.REVOKED_AT, clock.instant())
                .where(I.WORKSPACE_ID.eq(workspaceId))
                .and(PENDING)
                .and(lower(I.EMAIL)
                        .in(select(lower(APP_USER.EMAIL))
                                .from(APP_USER)
                                .where(APP_USER.ID.eq(any(users.toArray(UUID[]::new))))))
                .execute();
    }

    /** K-07: open invitations lose the roles that the organization's people may no longer hold. */
    void stripRoles(Grant<InWorkspace> grant, UUID organizationId, Collection<WorkspaceRole> allowed) {
        sql.update(I)
                .set(
                        I.ROLES,
                        field(
                                "(select coalesce(array_agg(r order by r), '{}') from unnest({0}) r where r ="
                                        + " any({1}))",
                                String[].class, I.ROLES, val(Names.of(allowed), I.ROLES)))
                .where(I.WORKSPACE_ID.eq(grant.id()).and(I.ORGANIZATION_ID.eq(organizationId)))
                .and(PENDING)
                .execute();
    }

    WorkspaceInvitation.View view(Reach reach, WorkspaceInvitation i) {
        InvitationState state = i.state(clock.instant(), i.over() || inviters.could(i));
        List<String> can = i.over() ? List.of() : List.of("INVITATION_REVOKE", "INVITATION_RENEW");
        return new WorkspaceInvitation.View(
                i.id(),
                i.kind(),
                i.email(),
                i.roles().stream().sorted().toList(),
                i.types().stream().sorted().toList(),
                i.organization(),
                i.fullAccess(),
                i.projects(),
                Person.seenBy(reach, i.inviter()),
                "/invite/" + i.token(),
                state,
                i.createdAt(),
                i.expiresAt(),
                can);
    }

    /** O-01: by rank, types, projects and sight, the reader could make this invitation. */
    private static Condition couldBeMadeBy(Reach reach) {
        Set<WorkspaceRole> roles = reach.standing().roles();
        String[] managed = Names.of(WorkspaceRole.managedBy(roles));
        String[] dealt = Names.of(Arrays.stream(CollaborationType.values())
                .filter(type -> type.dealtWithBy(roles))
                .toList());
        Condition rank = condition("{0} <@ {1}", I.ROLES, val(managed, I.ROLES));
        Condition organization = reach.all() ? noCondition() : I.ORGANIZATION_ID.in(reach.seenOrganizations());
        Condition types = condition("{0} <@ {1}", I.TYPES, val(dealt, I.TYPES));
        Condition full = reach.standing().fullAccess() ? noCondition() : I.FULL_ACCESS.isFalse();
        Condition projects = notExists(selectOne()
                .from(INVITATION_PROJECT)
                .join(PROJECT_CARD)
                .on(PROJECT_CARD.PROJECT_ID.eq(INVITATION_PROJECT.PROJECT_ID))
                .where(INVITATION_PROJECT.INVITATION_ID.eq(I.ID))
                .and(not(Sight.of(reach).sees(PROJECT_CARD.PROJECT_ID, PROJECT_CARD.VISIBILITY))));
        boolean partners = WorkspacePermission.COLLABORATOR_MANAGE.heldBy(roles);
        Condition collaborator =
                partners ? I.KIND.eq("COLLABORATOR").and(types).and(full).and(projects) : falseCondition();
        return I.WORKSPACE_ID
                .eq(reach.workspaceId())
                .and(rank)
                .and(I.KIND.eq("MEMBER").and(organization).or(collaborator));
    }

    private SelectConditionStep<? extends Record> rows() {
        var projects = multiset(select(PROJECT_CARD.PROJECT_ID, PROJECT_CARD.NAME, PROJECT_CARD.VISIBILITY)
                        .from(INVITATION_PROJECT)
                        .join(PROJECT_CARD)
                        .on(PROJECT_CARD.PROJECT_ID.eq(INVITATION_PROJECT.PROJECT_ID))
                        .where(INVITATION_PROJECT.INVITATION_ID.eq(I.ID))
                        .orderBy(lower(PROJECT_CARD.NAME)))
                .as("projects")
                .convertFrom(result -> result.map(Records.mapping(Collaborator.Project::new)));
        return sql.select(
                        I.ID,
                        I.TOKEN,
                        I.WORKSPACE_ID,
                        WORKSPACE.NAME,
                        I.KIND,
                        ORGANIZATION.ID,
                        ORGANIZATION.NAME,
                        I.BRINGS_IN,
                        I.EMAIL,
                        I.ROLES,
                        I.TYPES,
                        I.FULL_ACCESS,
                        projects,
                        APP_USER.ID,
                        APP_USER.NAME,
                        INVITERS.ID,
                        INVITERS.NAME,
                        MEMBER.ROLES,
                        I.CREATED_AT,
                        I.EXPIRES_AT,
                        I.ACCEPTED_AT,
                        I.REVOKED_AT)
                .from(I)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(I.WORKSPACE_ID).and(WORKSPACE.DELETED_AT.isNull()))
                .join(APP_USER)
                .on(APP_USER.ID.eq(I.INVITER_ID))
                .join(INVITERS)
                .on(INVITERS.ID.eq(APP_USER.ORGANIZATION_ID))
                .leftJoin(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(I.ORGANIZATION_ID))
                .leftJoin(MEMBER)
                .on(MEMBER.WORKSPACE_ID.eq(I.WORKSPACE_ID).and(MEMBER.USER_ID.eq(I.INVITER_ID)))
                .where(noCondition());
    }

    @SuppressWarnings("unchecked")
    private static WorkspaceInvitation invitation(Record r) {
        String @Nullable [] inviterRoles = r.get(MEMBER.ROLES);
        var inviter = new Person.Known(
                r.get(APP_USER.ID),
                r.get(APP_USER.NAME),
                new Person.Organization(r.get(INVITERS.ID), r.get(INVITERS.NAME)),
                inviterRoles == null ? Set.of() : Names.read(WorkspaceRole.class, inviterRoles));
        UUID organizationId = r.get(ORGANIZATION.ID);
        return new WorkspaceInvitation(
                r.get(I.ID),
                r.get(I.TOKEN),
                r.get(I.WORKSPACE_ID),
                r.get(WORKSPACE.NAME),
                WorkspaceInvitation.Kind.valueOf(r.get(I.KIND)),
                organizationId == null ? null : new Person.Organization(organizationId, r.get(ORGANIZATION.NAME)),
                r.get(I.BRINGS_IN),
                r.get(I.EMAIL),
                Names.read(WorkspaceRole.class, r.get(I.ROLES)),
                Names.read(CollaborationType.class, r.get(I.TYPES)),
                r.get(I.FULL_ACCESS),
                Objects.requireNonNull((List<Collaborator.Project>) r.get("projects")),
                inviter,
                r.get(I.CREATED_AT),
                r.get(I.EXPIRES_AT),
                r.get(I.ACCEPTED_AT),
                r.get(I.REVOKED_AT));
    }
}
