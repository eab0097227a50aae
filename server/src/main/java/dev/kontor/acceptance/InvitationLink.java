package dev.kontor.acceptance;

import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.identity.Users;
import dev.kontor.invitation.Inviters;
import dev.kontor.invitation.WorkspaceInvitation;
import dev.kontor.invitation.WorkspaceInvitations;
import dev.kontor.organization.InvitationState;
import dev.kontor.organization.ProveAddress;
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
    private final ChangeOrganization changeOrganization;
    private final ProveAddress proveAddress;
    private final Clock clock;

    InvitationLink(
            UserInvitations userInvitations,
            WorkspaceInvitations workspaceInvitations,
            Inviters inviters,
            Users users,
            ChangeOrganization changeOrganization,
            ProveAddress proveAddress,
            Clock clock) {
        this.userInvitations = userInvitations;
        this.workspaceInvitations = workspaceInvitations;
        this.inviters = inviters;
        this.users = users;
        this.changeOrganization = changeOrganization;
        this.proveAddress = proveAddress;
        this.clock = clock;
    }

    /**
     * Whether one is signed in with the invited address. Whether it has an account is told to nobody, for an inviter
     * holds the link as well.
     */
    enum Account {
        SIGNED_OUT,
        THIS,
        OTHER
    }

    /** What registering through the link asks for; nothing where one is signed in with its address. */
    enum Needs {
        ACCOUNT,
        ORGANIZATION,
        NOTHING
    }

    record Named(String name) {}

    /**
     * @param provesAddress whether one without an account registers here; else the way on is mailed to the address
     * @param known whether the address has an account; told only by a link that was mailed to it, to the signed-out
     */
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
            boolean provesAddress,
            @Nullable Boolean known,
            boolean mayGrantWorkforceAccess,
            @Nullable String waitsFor,
            ChangeOrganization.@Nullable Leaving leaves) {}

    View view(String token, @Nullable Actor actor) {
        Optional<UserInvitation> colleague = userInvitations.byToken(token);
        if (colleague.isPresent()) {
            return colleague(colleague.get(), token, actor);
        }
        return intoWorkspace(workspaceInvitations.byToken(token).orElseThrow(Refusal.NOT_FOUND::refused), token, actor);
    }

    private View colleague(UserInvitation i, String token, @Nullable Actor actor) {
        Account account = account(i.email(), actor);
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
                account == Account.THIS ? Needs.NOTHING : Needs.ACCOUNT,
                proveAddress.isProvenBy(i.isMailed(token)),
                known(i.isMailed(token), account, i.email()),
                false,
                null,
                account == Account.THIS && actor != null ? leaves(i, actor) : null);
    }

    private View intoWorkspace(WorkspaceInvitation i, String token, @Nullable Actor actor) {
        Account account = account(i.email(), actor);
        boolean own = account == Account.THIS;
        boolean partner = i.kind() == WorkspaceInvitation.Kind.COLLABORATOR;
        var worth = inviters.worth(i);
        boolean organizationFirst =
                !partner && !own && !worth.map(Inviters.Worth::bringsIn).orElse(false);
        Named organization = i.organization() == null
                ? new Named(i.inviter().organization().name())
                : new Named(i.organization().name());
        Needs needs = own ? Needs.NOTHING : partner ? Needs.ORGANIZATION : Needs.ACCOUNT;
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
                proveAddress.isProvenBy(i.isMailed(token)),
                known(i.isMailed(token), account, i.email()),
                partner && (!own || actor != null && actor.administrator()),
                organizationFirst ? organization.name() : null,
                null);
    }

    /** C-01: whoever has an account of another organization is told what accepting ends. */
    private ChangeOrganization.@Nullable Leaving leaves(UserInvitation i, Actor actor) {
        return users.byId(actor.userId())
                .filter(user -> !user.organizationId().equals(i.organizationId()))
                .map(changeOrganization::leaving)
                .orElse(null);
    }

    private @Nullable Boolean known(boolean mailed, Account account, String email) {
        return mailed && account == Account.SIGNED_OUT
                ? users.byEmail(new Email(email)).isPresent()
                : null;
    }

    /** The address of whoever is signed in is looked at, and nobody else's. */
    private Account account(String email, @Nullable Actor actor) {
        if (actor == null) {
            return Account.SIGNED_OUT;
        }
        boolean own = users.byId(actor.userId())
                .filter(user -> new Email(user.email()).equals(new Email(email)))
                .isPresent();
        return own ? Account.THIS : Account.OTHER;
    }
}
