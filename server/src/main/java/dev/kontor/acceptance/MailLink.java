package dev.kontor.acceptance;

import dev.kontor.invitation.Inviters;
import dev.kontor.invitation.WorkspaceInvitation;
import dev.kontor.invitation.WorkspaceInvitations;
import dev.kontor.organization.InvitationMade;
import dev.kontor.organization.ProveAddress;
import dev.kontor.organization.UserInvitation;
import dev.kontor.organization.UserInvitations;
import dev.kontor.web.Refusal;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * O-01, decision 12: somebody who is not signed in accepts through the link that can be copied. Whether its address has an
 * account is neither asked nor told: the way on is mailed there.
 */
@Component
class MailLink {
    private final UserInvitations userInvitations;
    private final WorkspaceInvitations workspaceInvitations;
    private final Inviters inviters;
    private final ProveAddress proveAddress;
    private final Clock clock;

    MailLink(
            UserInvitations userInvitations,
            WorkspaceInvitations workspaceInvitations,
            Inviters inviters,
            ProveAddress proveAddress,
            Clock clock) {
        this.userInvitations = userInvitations;
        this.workspaceInvitations = workspaceInvitations;
        this.inviters = inviters;
        this.proveAddress = proveAddress;
        this.clock = clock;
    }

    boolean isNeeded(String token) {
        boolean mailed = userInvitations
                .byToken(token)
                .map(i -> i.isMailed(token))
                .or(() -> workspaceInvitations.byToken(token).map(i -> i.isMailed(token)))
                .orElseThrow(Refusal.NOT_FOUND::refused);
        return !proveAddress.isProvenBy(mailed);
    }

    void mail(String token, String networkAddress) {
        proveAddress.mailLink(open(token), networkAddress);
    }

    private InvitationMade open(String token) {
        Optional<UserInvitation> colleague = userInvitations.byToken(token);
        if (colleague.isPresent()) {
            colleague.get().state(clock.instant()).checkOpen();
            return colleague.get().made();
        }
        WorkspaceInvitation invitation = workspaceInvitations.byToken(token).orElseThrow(Refusal.NOT_FOUND::refused);
        Optional<Inviters.Worth> worth = inviters.worth(invitation);
        invitation
                .state(clock.instant(), invitation.over() || worth.isPresent())
                .checkOpen();
        if (invitation.kind() == WorkspaceInvitation.Kind.MEMBER
                && !worth.map(Inviters.Worth::bringsIn).orElse(false)) {
            throw Refusal.ORGANIZATION_FIRST.refused(
                    Objects.requireNonNull(invitation.organization()).name());
        }
        return invitation.made();
    }
}
