package dev.kontor.invitation;

import static dev.kontor.invitation.WorkspaceInvitations.PENDING;
import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.PROJECT_CARD;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.CollaborationType;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.Names;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.identity.Secret;
import dev.kontor.organization.InvitationsMade;
import dev.kontor.organization.OrganizationSettings;
import dev.kontor.web.Email;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** The SQL of invitations that are neither accepted nor revoked: how they are made, renewed, narrowed and ended. */
@Component
public class OpenInvitations {
    private static final kontor.tables.WorkspaceInvitation I = WORKSPACE_INVITATION;

    private final DSLContext sql;
    private final Clock clock;
    private final OrganizationSettings settings;
    private final WorkspaceInvitations invitations;
    private final ApplicationEventPublisher events;

    OpenInvitations(
            DSLContext sql,
            Clock clock,
            OrganizationSettings settings,
            WorkspaceInvitations invitations,
            ApplicationEventPublisher events) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
        this.invitations = invitations;
        this.events = events;
    }

    /**
     * By the address as one compares it, in the order given. The same inviter asks the same address again: the invitation
     * is renewed and gains the roles (O-01). Takes as many statements for a thousand addresses as for one.
     */
    public Map<String, WorkspaceInvitation> inviteMembers(
            Grant<InWorkspace> grant, Collection<Email> emails, UUID organizationId, Set<WorkspaceRole> roles) {
        if (emails.isEmpty()) {
            return Map.of();
        }
        Map<String, Email> wanted = new LinkedHashMap<>();
        emails.forEach(email -> wanted.putIfAbsent(email.key(), email));
        Map<String, UUID> ids = renewed(grant, wanted.keySet(), organizationId, roles);
        List<Email> unasked = wanted.values().stream()
                .filter(email -> !ids.containsKey(email.key()))
                .toList();
        ids.putAll(made(grant, unasked, organizationId, roles));
        Map<UUID, WorkspaceInvitation> mailed = mailed(ids.values());
        Map<String, WorkspaceInvitation> all = new LinkedHashMap<>();
        wanted.keySet()
                .forEach(key -> all.put(key, Objects.requireNonNull(mailed.get(Objects.requireNonNull(ids.get(key))))));
        return all;
    }

    private Map<String, UUID> renewed(
            Grant<InWorkspace> grant, Set<String> keys, UUID organizationId, Set<WorkspaceRole> roles) {
        return sql
                .update(I)
                .set(
                        I.ROLES,
                        field(
                                "(select coalesce(array_agg(distinct r order by r), '{}') from unnest({0} || {1}) r)",
                                String[].class, I.ROLES, val(Names.of(roles), I.ROLES)))
                .set(I.EXPIRES_AT, clock.instant().plus(settings.invitationLife()))
                .set(I.BRINGS_IN, bringsIn(grant, organizationId))
                .where(I.WORKSPACE_ID
                        .eq(grant.id())
                        .and(lower(I.EMAIL).eq(any(keys.toArray(String[]::new))))
                        .and(I.ORGANIZATION_ID.eq(organizationId)))
                .and(I.INVITER_ID
                        .eq(grant.actor().userId())
                        .and(I.KIND.eq("MEMBER"))
                        .and(PENDING))
                .returning(I.ID, I.EMAIL)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        row -> new Email(row.get(I.EMAIL)).key(),
                        row -> row.get(I.ID),
                        (one, other) -> one,
                        HashMap::new));
    }

    private Map<String, UUID> made(
            Grant<InWorkspace> grant, List<Email> emails, UUID organizationId, Set<WorkspaceRole> roles) {
        if (emails.isEmpty()) {
            return Map.of();
        }
        Instant now = clock.instant();
        var insert = sql.insertInto(I)
                .columns(
                        I.TOKEN,
                        I.WORKSPACE_ID,
                        I.KIND,
                        I.ORGANIZATION_ID,
                        I.BRINGS_IN,
                        I.EMAIL,
                        I.ROLES,
                        I.INVITER_ID,
                        I.CREATED_AT,
                        I.EXPIRES_AT);
        for (Email email : emails) {
            insert = insert.values(
                    Secret.random().text(),
                    grant.id(),
                    "MEMBER",
                    organizationId,
                    bringsIn(grant, organizationId),
                    email.address(),
                    Names.of(roles),
                    grant.actor().userId(),
                    now,
                    now.plus(settings.invitationLife()));
        }
        return insert.returning(I.ID, I.EMAIL).fetch().stream()
                .collect(Collectors.toMap(row -> new Email(row.get(I.EMAIL)).key(), row -> row.get(I.ID)));
    }

    private static boolean bringsIn(Grant<InWorkspace> grant, UUID organizationId) {
        return grant.actor().administrator() && grant.actor().organizationId().equals(organizationId);
    }

    public UUID inviteCollaborator(
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
        return Objects.requireNonNull(mailed(List.of(id)).get(id));
    }

    private Map<UUID, WorkspaceInvitation> mailed(Collection<UUID> ids) {
        Map<UUID, WorkspaceInvitation> all =
                invitations.byIds(ids).stream().collect(Collectors.toMap(WorkspaceInvitation::id, Function.identity()));
        events.publishEvent(new InvitationsMade(
                all.values().stream().map(WorkspaceInvitation::made).toList()));
        return all;
    }

    /** Whether this acceptance is the first and only one. */
    public boolean accept(UUID id, UUID userId, UUID organizationId) {
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
    public void revokeOf(UUID workspaceId, UUID organizationId) {
        sql.update(I)
                .set(I.REVOKED_AT, clock.instant())
                .where(I.WORKSPACE_ID.eq(workspaceId).and(I.ORGANIZATION_ID.eq(organizationId)))
                .and(PENDING)
                .execute();
    }

    /** How many of them are still open. */
    public int pendingOf(UUID workspaceId, UUID organizationId) {
        return sql.fetchCount(
                I,
                I.WORKSPACE_ID
                        .eq(workspaceId)
                        .and(I.ORGANIZATION_ID.eq(organizationId))
                        .and(PENDING));
    }

    /** O-02: what is still open to these people's own addresses. */
    public void revokeTo(UUID workspaceId, Collection<UUID> users) {
        sql.update(I)
                .set(I.REVOKED_AT, clock.instant())
                .where(pendingToAny(workspaceId, users))
                .execute();
    }

    /** How many that are. */
    public int pendingTo(UUID workspaceId, Collection<UUID> users) {
        return sql.fetchCount(I, pendingToAny(workspaceId, users));
    }

    private static Condition pendingToAny(UUID workspaceId, Collection<UUID> users) {
        return I.WORKSPACE_ID
                .eq(workspaceId)
                .and(PENDING)
                .and(lower(I.EMAIL)
                        .in(select(lower(APP_USER.EMAIL))
                                .from(APP_USER)
                                .where(APP_USER.ID.eq(any(users.toArray(UUID[]::new))))));
    }

    /** K-07: open invitations lose the roles that the organization's people may no longer hold. */
    public void stripRoles(Grant<InWorkspace> grant, UUID organizationId, Collection<WorkspaceRole> allowed) {
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
}
