package dev.kontor.acceptance;

import dev.kontor.access.Locks;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.organization.MoveUser;
import dev.kontor.organization.Organizations;
import dev.kontor.organization.UserInvitation;
import dev.kontor.organization.UserInvitations;
import dev.kontor.web.Email;
import dev.kontor.web.Refusal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** C-01: accepting another organization's invitation with an account that one has: said beforehand, then done. */
@Component
class ChangeOrganization {
    private final MoveUser move;
    private final Organizations organizations;
    private final UserInvitations invitations;
    private final Belongings belongings;
    private final Arrival arrival;
    private final Users users;
    private final Locks locks;
    private final Clock clock;

    ChangeOrganization(
            MoveUser move,
            Organizations organizations,
            UserInvitations invitations,
            Belongings belongings,
            Arrival arrival,
            Users users,
            Locks locks,
            Clock clock) {
        this.move = move;
        this.organizations = organizations;
        this.invitations = invitations;
        this.belongings = belongings;
        this.arrival = arrival;
        this.users = users;
        this.locks = locks;
        this.clock = clock;
    }

    /** What accepting would end; and why it cannot be accepted, if so. */
    record Leaving(
            String organization,
            List<String> workspaces,
            @Nullable String refused) {}

    Leaving leaving(User user) {
        var held = belongings.of(user.id());
        Optional<Refusal> obstacle = held.stream().anyMatch(Belongings.Belonging::owner)
                ? Optional.of(Refusal.OWNS_WORKSPACE)
                : move.obstacle(user);
        return new Leaving(
                organizations.byId(user.organizationId()).orElseThrow().name(),
                held.stream().map(Belongings.Belonging::name).toList(),
                obstacle.map(refusal -> refusal.refused().detail()).orElse(null));
    }

    /** Locks both organizations, then every workspace that it leads out of or into, and looks again. */
    @Transactional(propagation = Propagation.MANDATORY)
    public User move(UserInvitation found, User before) {
        if (before.organizationId().equals(found.organizationId())) {
            throw Refusal.ALREADY_IN_ORGANIZATION.refused(before.email());
        }
        locks.alone(Locks.Scope.ORGANIZATION, Set.of(before.organizationId(), found.organizationId()));
        Set<UUID> workspaces = new HashSet<>(arrival.workspaces(new Email(before.email()), found.organizationId()));
        belongings.of(before.id()).forEach(held -> workspaces.add(held.workspaceId()));
        locks.alone(Locks.Scope.WORKSPACE, workspaces);
        User user = users.byId(before.id())
                .filter(now -> now.lockedAt() == null && now.organizationId().equals(before.organizationId()))
                .orElseThrow(Refusal.NOT_SIGNED_IN::refused);
        UserInvitation current = invitations.byToken(found.token()).orElseThrow(Refusal.NOT_FOUND::refused);
        current.state(clock.instant()).checkOpen();
        return move.move(current, user);
    }
}
