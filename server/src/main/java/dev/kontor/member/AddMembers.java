package dev.kontor.member;

import static dev.kontor.access.WorkspacePermission.MEMBER_MANAGE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.Locks;
import dev.kontor.access.Reach;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.invitation.OpenInvitations;
import dev.kontor.invitation.WorkspaceInvitation;
import dev.kontor.web.Email;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * M-07: adds people by e-mail address. Known users of the organization become members at once, if one may see its
 * people; every other address is invited, whoever it belongs to. One bad address never spoils the others.
 */
@Component
class AddMembers {
    private static final int MOST = 1_000;

    private final Access access;
    private final Users users;
    private final JoinMembers joinMembers;
    private final AddableOrganizations organizations;
    private final OpenInvitations invitations;
    private final Audit audit;
    private final Locks locks;

    AddMembers(
            Access access,
            Users users,
            JoinMembers joinMembers,
            AddableOrganizations organizations,
            OpenInvitations invitations,
            Audit audit,
            Locks locks) {
        this.access = access;
        this.users = users;
        this.joinMembers = joinMembers;
        this.organizations = organizations;
        this.invitations = invitations;
        this.audit = audit;
        this.locks = locks;
    }

    /**
     * Addresses, the roles for all of them, and whose people they are (one's own, if not said). At most 1,000 at once;
     * longer lists are sent in several requests.
     */
    record Wanted(
            @ArraySchema(minItems = 1, maxItems = MOST) List<String> emails,
            RoleSet roles,
            @Nullable UUID organizationId) {
        Wanted {
            if (emails.isEmpty() || emails.size() > MOST) {
                throw Refusal.UNACCEPTABLE.on("emails", "Between 1 and " + MOST + " addresses are added at once.");
            }
            emails = List.copyOf(emails);
        }
    }

    /** A member who lacked some of the roles gains them, as by a second invitation (O-01). */
    enum Result {
        ADDED,
        ROLES_ADDED,
        INVITED,
        ALREADY_MEMBER,
        REFUSED
    }

    /** What became of one address. An invitation comes with its link, relative to this server. */
    record Outcome(
            String email,
            Result outcome,
            @Nullable String code,
            @Nullable String detail,
            @Nullable String link) {}

    @Transactional
    public List<Outcome> add(Actor actor, UUID workspaceId, Wanted wanted) {
        UUID organization = wanted.organizationId() == null ? actor.organizationId() : wanted.organizationId();
        // nobody comes into the organization or leaves it while it is asked who is in it
        locks.shared(Locks.Scope.ORGANIZATION, organization);
        var grant = access.toChangeFacts(actor, MEMBER_MANAGE, workspaceId);
        Reach reach = access.reach(actor, MEMBER_MANAGE, workspaceId);
        Member.checkRank(grant.roles(), wanted.roles().roles());
        Set<CollaborationType> types =
                organizations.types(reach, organization).orElseThrow(Refusal.NOT_A_COLLABORATOR::refused);
        Member.checkTypes(types, wanted.roles().roles());

        Map<String, Outcome> outcomes = new LinkedHashMap<>();
        Map<String, Email> emails = read(wanted.emails(), outcomes);
        Map<String, User> known = reach.sees(organization) ? knownOf(organization, emails) : Map.of();
        Map<UUID, Result> joined = joinMembers.join(grant, organization, known.values(), types, wanted.roles());
        List<Email> unknown = emails.values().stream()
                .filter(email -> !known.containsKey(email.key()))
                .toList();
        Map<String, Outcome> invited = invite(grant, unknown, organization, wanted.roles());
        emails.forEach((key, email) -> {
            User user = known.get(key);
            outcomes.put(
                    key,
                    user == null
                            ? Objects.requireNonNull(invited.get(key))
                            : new Outcome(
                                    user.email(), Objects.requireNonNull(joined.get(user.id())), null, null, null));
        });
        return List.copyOf(outcomes.values());
    }

    private static Map<String, Email> read(List<String> typed, Map<String, Outcome> refused) {
        Map<String, Email> emails = new LinkedHashMap<>();
        for (String text : typed) {
            try {
                Email email = new Email(text);
                emails.putIfAbsent(email.key(), email);
            } catch (Refused e) {
                refused.put(text, new Outcome(text, Result.REFUSED, e.refusal().code(), e.detail(), null));
            }
        }
        return emails;
    }

    private Map<String, User> knownOf(UUID organization, Map<String, Email> emails) {
        return users.byEmails(List.copyOf(emails.values())).stream()
                .filter(user -> user.organizationId().equals(organization) && user.lockedAt() == null)
                .collect(Collectors.toMap(user -> new Email(user.email()).key(), Function.identity()));
    }

    private Map<String, Outcome> invite(
            Grant<InWorkspace> grant, List<Email> emails, UUID organization, RoleSet roles) {
        Map<String, WorkspaceInvitation> invited =
                invitations.inviteMembers(grant, emails, organization, roles.roles());
        List<AuditEvent> events = new ArrayList<>();
        Map<String, Outcome> outcomes = new HashMap<>();
        for (Email email : emails) {
            WorkspaceInvitation invitation = Objects.requireNonNull(invited.get(email.key()));
            events.add(AuditEvent.inWorkspace(
                            grant.id(), AuditKind.MEMBER_INVITED, "invitation", invitation.id(), email.address())
                    .with("roles", roles.roles()));
            String link = invitation.link();
            outcomes.put(email.key(), new Outcome(email.address(), Result.INVITED, null, null, link));
        }
        audit.record(grant.actor(), events);
        return outcomes;
    }
}
