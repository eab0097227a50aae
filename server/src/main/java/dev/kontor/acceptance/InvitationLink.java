package dev.kontor.acceptance;

import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.invitation.Inviters;
import dev.kontor.invitation.WorkspaceInvitation;
import dev.kontor.invitation.WorkspaceInvitations;
import dev.kontor.organization.InvitationState;
import dev.kontor.organization.UserInvitation;
import dev.kontor.organization.UserInvitations;
import dev.kontor.web.Email;
import dev.kontor.web.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What somebody sees who follows an invitation's link: who invites to what, and what accepting takes. */
@Component
class InvitationLink {
    private final UserInvitations userInvitations;
    private final WorkspaceInvitations workspaceInvitations;
    private final Inviters inviters;
    private final Users users;
    private final Clock clock;

    InvitationLink(
            UserInvitations userInvitations,
            WorkspaceInvitations workspaceInvitations,
            Inviters inviters,
            Users users,
            Clock clock) {
        this.userInvitations = userInvitations;
        this.workspaceInvitations = workspaceInvitations;
        this.inviters = inviters;
        this.users = users;
        this.clock = clock;
    }

    /** Whether the address has an account, and whether it is the one that is signed in. */
    enum Account {
        NONE,
        SIGN_IN,
        THIS,
        OTHER
    }

    /** What registering through the link asks for. */
    enum Needs {
        ACCOUNT,
        ORGANIZATION,
        NOTHING
    }

    record Named(String name) {}

    record View(
            @Schema(allowableValues = {"ORGANIZATION", "MEMBER", "COLLABORATOR"})
            String kind,

            InvitationState state,
            String email,
            Named inviter,
            @Nullable Named organization,
            @Nullable Named workspace,
            List<CollaborationType> types,
            List<WorkspaceRole> roles,
            boolean fullAccess,
            List<Named> projects,
            Instant expiresAt,
            Account account,
            Needs needs,
            boolean mayGrantWorkforceAccess,
            @Nullable String waitsFor) {}

    View view(String token, @Nullable Actor actor) {
        Optional<UserInvitation> colleague = userInvitations.byToken(token);
        if (colleague.isPresent()) {
            return colleague(colleague.get(), actor);
        }
        return intoWorkspace(workspaceInvitations.byToken(token).orElseThrow(Refusal.NOT_FOUND::refused), actor);
    }

    private View colleague(UserInvitation i, @Nullable Actor actor) {
        Account account = account(users.byEmail(new Email(i.email())), actor);
        return new View(
                "ORGANIZATION",
                i.state(clock.instant()),
                i.email(),
                new Named(i.inviterName()),
                new Named(i.organizationName()),
                null,
                List.of(),
                List.of(),
                false,
                List.of(),
                i.expiresAt(),
                account,
                account == Account.NONE ? Needs.ACCOUNT : Needs.NOTHING,
                false,
                null);
    }

    private View intoWorkspace(WorkspaceInvitation i, @Nullable Actor actor) {
        Optional<User> user = users.byEmail(new Email(i.email()));
        Account account = account(user, actor);
        boolean partner = i.kind() == WorkspaceInvitation.Kind.COLLABORATOR;
        var worth = inviters.worth(i);
        boolean organizationFirst = !partner
                && user.isEmpty()
                && !worth.map(Inviters.Worth::bringsIn).orElse(false);
        Named organization = i.organization() == null
                ? new Named(i.inviter().organization().name())
                : new Named(i.organization().name());
        Needs needs = user.isPresent() ? Needs.NOTHING : partner ? Needs.ORGANIZATION : Needs.ACCOUNT;
        return new View(
                i.kind().name(),
                i.state(clock.instant(), i.over() || worth.isPresent()),
                i.email(),
                new Named(i.inviter().name()),
                organization,
                new Named(i.workspaceName()),
                i.types().stream().sorted().toList(),
                i.roles().stream().sorted().toList(),
                i.fullAccess(),
                i.projects().stream().map(p -> new Named(p.name())).toList(),
                i.expiresAt(),
                account,
                needs,
                partner && user.map(User::administrator).orElse(true),
                organizationFirst ? organization.name() : null);
    }

    private static Account account(Optional<User> account, @Nullable Actor actor) {
        if (actor != null) {
            return account.filter(user -> user.id().equals(actor.userId())).isPresent() ? Account.THIS : Account.OTHER;
        }
        return account.isPresent() ? Account.SIGN_IN : Account.NONE;
    }
}
