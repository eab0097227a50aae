package dev.kontor.organization;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.identity.PasswordResets;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.web.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** O-06: an administrator makes a one-time link for a colleague who cannot sign in; the colleague is told. */
@Component
class OfferPasswordReset {
    private final Access access;
    private final Users users;
    private final OrganizationUsers organizationUsers;
    private final PasswordResets resets;
    private final Audit audit;

    OfferPasswordReset(
            Access access, Users users, OrganizationUsers organizationUsers, PasswordResets resets, Audit audit) {
        this.access = access;
        this.users = users;
        this.organizationUsers = organizationUsers;
        this.resets = resets;
        this.audit = audit;
    }

    @Transactional
    public PasswordResets.Link offer(Actor actor, UUID organizationId, UUID userId) {
        var grant = access.toChangeFacts(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId);
        User user = users.byId(userId)
                .filter(found -> found.organizationId().equals(organizationId))
                .orElseThrow(Refusal.NOT_FOUND::refused);
        organizationUsers.office(grant, user).checkReset();
        var link = resets.insert(userId, PasswordResets.Source.ADMINISTRATOR);
        audit.record(
                actor,
                AuditEvent.inOrganization(
                                organizationId, AuditKind.USER_PASSWORD_RESET_OFFERED, "user", userId, user.name())
                        .with("source", PasswordResets.Source.ADMINISTRATOR));
        return link;
    }
}
