package dev.kontor.organization;

import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.identity.Accounts;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.web.Refusal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * C-01: somebody with an account of another organization accepts an invitation into this one: they leave that one as if
 * removed, and join as new. An organization left without users is closed.
 */
@Component
public class MoveUser {
    private final Users users;
    private final Accounts accounts;
    private final UserInvitations invitations;
    private final Organizations organizations;
    private final OrganizationUsers organizationUsers;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    MoveUser(
            Users users,
            Accounts accounts,
            UserInvitations invitations,
            Organizations organizations,
            OrganizationUsers organizationUsers,
            Audit audit,
            ApplicationEventPublisher events) {
        this.users = users;
        this.accounts = accounts;
        this.invitations = invitations;
        this.organizations = organizations;
        this.organizationUsers = organizationUsers;
        this.audit = audit;
        this.events = events;
    }

    /** Why somebody cannot leave their organization, as far as their office is concerned. */
    public Optional<Refusal> obstacle(User user) {
        boolean needed =
                user.administrator() && organizationUsers.leavesNobodyInOffice(user.organizationId(), user.id());
        return needed ? Optional.of(Refusal.LAST_ADMINISTRATOR) : Optional.empty();
    }

    /** Behind the locks of both organizations, and of all workspaces that it leads out of and into. */
    @Transactional(propagation = Propagation.MANDATORY)
    public User move(UserInvitation invitation, User user) {
        obstacle(user).ifPresent(refusal -> {
            throw refusal.refused();
        });
        UUID former = user.organizationId();
        events.publishEvent(new UserLeaving(user.actor(), user, true, Map.of(), Map.of()));
        audit.record(
                user.actor(),
                AuditEvent.inOrganization(former, AuditKind.USER_MOVED_AWAY, "user", user.id(), user.name()));
        if (!invitations.accept(invitation.id(), user.id())) {
            throw Refusal.INVITATION_ACCEPTED.refused();
        }
        accounts.move(user.id(), invitation.organizationId(), invitation.administrator());
        close(user, former);
        User moved = users.byId(user.id()).orElseThrow();
        audit.record(
                moved.actor(),
                AuditEvent.inOrganization(
                        moved.organizationId(), AuditKind.USER_JOINED, "user", moved.id(), moved.name()));
        events.publishEvent(new UserJoined(moved));
        return moved;
    }

    private void close(User user, UUID former) {
        if (organizationUsers.anybody(former)) {
            return;
        }
        invitations.revokeAll(former);
        String name = organizations.close(former);
        audit.record(
                user.actor(),
                AuditEvent.inOrganization(former, AuditKind.ORGANIZATION_CLOSED, "organization", former, name));
    }
}
