package dev.kontor.organization;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.identity.Users;
import dev.kontor.web.Email;
import dev.kontor.web.Refusal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** C-06: an administrator invites a colleague. A second invitation of one address renews the first. */
@Component
class InviteUser {
    private final Access access;
    private final Users users;
    private final UserInvitations invitations;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    InviteUser(Access access, Users users, UserInvitations invitations, Audit audit, ApplicationEventPublisher events) {
        this.access = access;
        this.users = users;
        this.invitations = invitations;
        this.audit = audit;
        this.events = events;
    }

    record Wanted(Email email, @Nullable Boolean administrator) {}

    @Transactional
    public UserInvitation invite(Actor actor, UUID organizationId, Wanted wanted) {
        var grant = access.toChangeFacts(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId);
        // only one's own users are told of: whether an address is known elsewhere is nobody's business
        users.byEmail(wanted.email())
                .filter(user -> user.organizationId().equals(organizationId))
                .ifPresent(user -> {
                    throw Refusal.ALREADY_IN_ORGANIZATION.refused(wanted.email());
                });
        boolean administrator = Boolean.TRUE.equals(wanted.administrator());
        UUID id = invitations
                .renew(grant, wanted.email(), administrator)
                .orElseGet(() -> invitations.insert(grant, wanted.email(), administrator));
        audit.record(
                actor,
                AuditEvent.inOrganization(
                        organizationId,
                        AuditKind.USER_INVITED,
                        "invitation",
                        id,
                        wanted.email().address()));
        UserInvitation invitation = invitations.byId(grant, id).orElseThrow();
        events.publishEvent(new InvitationsMade(List.of(invitation.made())));
        return invitation;
    }
}
