package dev.kontor.acceptance;

import dev.kontor.access.Locks;
import dev.kontor.identity.User;
import dev.kontor.invitation.WorkspaceInvitation;
import dev.kontor.invitation.WorkspaceInvitations;
import dev.kontor.organization.UserJoined;
import dev.kontor.web.Email;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody comes into an organization, and with it into workspaces, in the same transaction: by invitations that waited
 * for it (M-07), and by themselves (K-10, M-09). Behind the organization's lock, under which neither set changes.
 */
@Component
class Arrival {
    private final WorkspaceInvitations invitations;
    private final Entrances entrances;
    private final Joining joining;
    private final AutomaticMembership automatic;
    private final Locks locks;

    Arrival(
            WorkspaceInvitations invitations,
            Entrances entrances,
            Joining joining,
            AutomaticMembership automatic,
            Locks locks) {
        this.invitations = invitations;
        this.entrances = entrances;
        this.joining = joining;
        this.automatic = automatic;
        this.locks = locks;
    }

    /** The workspaces that somebody with this address comes into with the organization: all are locked before any is touched. */
    Set<UUID> workspaces(Email email, UUID organizationId) {
        Set<UUID> workspaces = new HashSet<>();
        invitations.waitingFor(email, organizationId).forEach(i -> workspaces.add(i.workspaceId()));
        entrances.of(organizationId).forEach(entrance -> workspaces.add(entrance.workspaceId()));
        return workspaces;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(UserJoined joined) {
        User user = joined.user();
        Set<UUID> workspaces = workspaces(new Email(user.email()), user.organizationId());
        locks.alone(Locks.Scope.WORKSPACE, workspaces);
        automatic.admit(user, entrances.of(user.organizationId(), workspaces));
        if (user.proven()) {
            waiting(user).forEach(invitation -> joining.joinIfItHolds(invitation, user));
        }
    }

    private List<WorkspaceInvitation> waiting(User user) {
        return invitations.waitingFor(new Email(user.email()), user.organizationId());
    }
}
