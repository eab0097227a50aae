package dev.kontor.acceptance;

import dev.kontor.access.Actor;
import dev.kontor.access.Locks;
import dev.kontor.identity.BrowserOnly;
import dev.kontor.identity.Password;
import dev.kontor.identity.Passwords;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.invitation.Inviters;
import dev.kontor.invitation.WorkspaceInvitation;
import dev.kontor.invitation.WorkspaceInvitations;
import dev.kontor.organization.JoinOrganization;
import dev.kontor.organization.NewPerson;
import dev.kontor.organization.RegisterOrganization;
import dev.kontor.organization.UserInvitation;
import dev.kontor.organization.UserInvitations;
import dev.kontor.organization.WorkforceAccess;
import dev.kontor.web.Email;
import dev.kontor.web.Name;
import dev.kontor.web.Refusal;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * O-01: accepts an invitation by its link, with the account of its address, or by registering it in the same step. The
 * password is hashed before the transaction, which checks everything again.
 */
@Component
class AcceptInvitation {
    private final UserInvitations userInvitations;
    private final WorkspaceInvitations workspaceInvitations;
    private final Inviters inviters;
    private final Joining joining;
    private final Arrival arrival;
    private final JoinOrganization joinOrganization;
    private final RegisterOrganization registerOrganization;
    private final WorkforceAccess workforceAccess;
    private final ChangeOrganization changeOrganization;
    private final Users users;
    private final Passwords passwords;
    private final Locks locks;
    private final Clock clock;
    private final TransactionTemplate transaction;

    AcceptInvitation(
            UserInvitations userInvitations,
            WorkspaceInvitations workspaceInvitations,
            Inviters inviters,
            Joining joining,
            Arrival arrival,
            JoinOrganization joinOrganization,
            RegisterOrganization registerOrganization,
            WorkforceAccess workforceAccess,
            ChangeOrganization changeOrganization,
            Users users,
            Passwords passwords,
            Locks locks,
            Clock clock,
            TransactionTemplate transaction) {
        this.userInvitations = userInvitations;
        this.workspaceInvitations = workspaceInvitations;
        this.inviters = inviters;
        this.joining = joining;
        this.arrival = arrival;
        this.joinOrganization = joinOrganization;
        this.registerOrganization = registerOrganization;
        this.workforceAccess = workforceAccess;
        this.changeOrganization = changeOrganization;
        this.users = users;
        this.passwords = passwords;
        this.locks = locks;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What an acceptance brings along: name and password where an account is made, an organization's name where one is;
     * {@code move} where an account of another organization knowingly leaves that one (C-01).
     */
    record Acceptance(
            @Nullable Name name,
            @Nullable Password password,
            @Nullable Name organization,
            @Nullable Boolean workforceAccess,
            @Nullable Boolean move) {
        Name neededName() {
            if (name == null) throw Refusal.FIELD_MISSING.on("name", "name");
            return name;
        }

        Password neededPassword() {
            if (password == null) throw Refusal.FIELD_MISSING.on("password", "password");
            return password;
        }

        String neededOrganization() {
            if (organization == null) throw Refusal.FIELD_MISSING.on("organization", "organization");
            return organization.text();
        }
    }

    /** Who accepted, whether they have to be signed in anew, where it leads, and what could not be kept. */
    record Accepted(User user, boolean enters, @Nullable UUID workspaceId, List<String> dropped) {}

    Accepted accept(String token, @Nullable Actor actor, Acceptance acceptance) {
        if (actor != null) {
            BrowserOnly.check(actor);
        }
        Optional<UserInvitation> colleague = userInvitations.byToken(token);
        if (colleague.isPresent()) {
            return acceptColleague(colleague.get(), actor, acceptance);
        }
        WorkspaceInvitation invitation = workspaceInvitations.byToken(token).orElseThrow(Refusal.NOT_FOUND::refused);
        Optional<User> account = account(new Email(invitation.email()), actor);
        @Nullable
        String hash = account.isPresent()
                ? null
                : passwords.hash(acceptance.neededPassword().differentFrom(new Email(invitation.email())));
        return Objects.requireNonNull(
                transaction.execute(status -> acceptIntoWorkspace(token, account, hash, acceptance)));
    }

    private Accepted acceptColleague(UserInvitation invitation, @Nullable Actor actor, Acceptance acceptance) {
        invitation.state(clock.instant()).checkOpen();
        Email email = new Email(invitation.email());
        Optional<User> account = account(email, actor);
        if (account.isPresent()) {
            if (!Boolean.TRUE.equals(acceptance.move())) {
                throw Refusal.OTHER_ORGANIZATION.refused();
            }
            return Objects.requireNonNull(transaction.execute(
                    status -> new Accepted(changeOrganization.move(invitation, account.get()), true, null, List.of())));
        }
        String hash = passwords.hash(acceptance.neededPassword().differentFrom(email));
        NewPerson person = new NewPerson(acceptance.neededName(), email, hash);
        return Objects.requireNonNull(transaction.execute(status -> {
            locks.alone(Locks.Scope.ORGANIZATION, invitation.organizationId());
            UserInvitation current =
                    userInvitations.byToken(invitation.token()).orElseThrow(Refusal.NOT_FOUND::refused);
            current.state(clock.instant()).checkOpen();
            return new Accepted(joinOrganization.accept(current, person), true, null, List.of());
        }));
    }

    private Accepted acceptIntoWorkspace(
            String token, Optional<User> before, @Nullable String hash, Acceptance acceptance) {
        WorkspaceInvitation found = workspaceInvitations.byToken(token).orElseThrow(Refusal.NOT_FOUND::refused);
        lock(found, before);
        Optional<User> account = before.map(user -> stillHere(user));
        WorkspaceInvitation invitation = workspaceInvitations.byToken(token).orElseThrow(Refusal.NOT_FOUND::refused);
        invitation
                .state(clock.instant(), invitation.over() || inviters.could(invitation))
                .checkOpen();
        User user = account.orElseGet(() -> register(invitation, Objects.requireNonNull(hash), acceptance));
        if (invitation.kind() == WorkspaceInvitation.Kind.MEMBER
                && !user.organizationId()
                        .equals(Objects.requireNonNull(invitation.organization())
                                .id())) {
            throw Refusal.OTHER_ORGANIZATION.refused();
        }
        users.prove(user.id());
        // whoever has just joined the organization may have become a member on the way
        WorkspaceInvitation current = workspaceInvitations.byToken(token).orElseThrow(Refusal.NOT_FOUND::refused);
        List<String> dropped = current.acceptedAt() == null ? joining.join(current, user) : List.of();
        if (Boolean.TRUE.equals(acceptance.workforceAccess()) && user.administrator()) {
            workforceAccess.grant(
                    user.actor(), invitation.inviter().organization().id());
        }
        return new Accepted(user, account.isEmpty(), invitation.workspaceId(), dropped);
    }

    /** The organization first, then all workspaces that accepting leads into, in their order. */
    private void lock(WorkspaceInvitation invitation, Optional<User> account) {
        Set<UUID> workspaces = new HashSet<>(Set.of(invitation.workspaceId()));
        if (account.isPresent()) {
            locks.shared(Locks.Scope.ORGANIZATION, account.get().organizationId());
        } else if (invitation.organization() != null) {
            UUID organizationId = invitation.organization().id();
            locks.alone(Locks.Scope.ORGANIZATION, organizationId);
            workspaces.addAll(arrival.workspaces(new Email(invitation.email()), organizationId));
        }
        locks.alone(Locks.Scope.WORKSPACE, workspaces);
    }

    /** Behind the lock: whoever was locked or removed, or moved to another organization meanwhile, accepts nothing. */
    private User stillHere(User before) {
        return users.byId(before.id())
                .filter(user -> user.lockedAt() == null && user.organizationId().equals(before.organizationId()))
                .orElseThrow(Refusal.NOT_SIGNED_IN::refused);
    }

    private User register(WorkspaceInvitation invitation, String hash, Acceptance acceptance) {
        NewPerson person = new NewPerson(acceptance.neededName(), new Email(invitation.email()), hash);
        if (invitation.kind() == WorkspaceInvitation.Kind.COLLABORATOR) {
            return registerOrganization.register(acceptance.neededOrganization(), person, true);
        }
        var organization = Objects.requireNonNull(invitation.organization());
        if (!inviters.worth(invitation).map(Inviters.Worth::bringsIn).orElse(false)) {
            throw Refusal.ORGANIZATION_FIRST.refused(organization.name());
        }
        return joinOrganization.join(organization.id(), person, false);
    }

    /** The account of the address, which must be the one that is signed in; none where it has none yet. */
    private Optional<User> account(Email email, @Nullable Actor actor) {
        Optional<User> account = users.byEmail(email);
        if (actor == null) {
            if (account.isPresent()) {
                throw Refusal.NOT_SIGNED_IN.refused();
            }
            return account;
        }
        if (account.isEmpty() || !account.get().id().equals(actor.userId())) {
            throw Refusal.INVITATION_FOR_ANOTHER_ADDRESS.refused(email.address());
        }
        return account;
    }
}
