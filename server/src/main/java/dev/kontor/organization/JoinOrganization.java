package dev.kontor.organization;

import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.identity.NewUser;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.web.Refusal;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Somebody registers into an organization that invited them; others are told in the same transaction. */
@Component
public class JoinOrganization {
    private final Users users;
    private final UserInvitations invitations;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    JoinOrganization(Users users, UserInvitations invitations, Audit audit, ApplicationEventPublisher events) {
        this.users = users;
        this.invitations = invitations;
        this.audit = audit;
        this.events = events;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public User join(UUID organizationId, NewPerson person, boolean administrator) {
        // a link made for the address proves it (O-01)
        User user = users.insert(new NewUser(
                        organizationId, person.name(), person.email(), person.passwordHash(), administrator, true))
                .orElseThrow(Refusal.REGISTRATION_REFUSED::refused);
        audit.record(
                user.actor(),
                AuditEvent.inOrganization(organizationId, AuditKind.USER_JOINED, "user", user.id(), user.name()));
        events.publishEvent(new UserJoined(user));
        return user;
    }

    /** Through a colleague's invitation, which counts once. */
    @Transactional(propagation = Propagation.MANDATORY)
    public User accept(UserInvitation invitation, NewPerson person) {
        User user = join(invitation.organizationId(), person, invitation.administrator());
        if (!invitations.accept(invitation.id(), user.id())) {
            throw Refusal.INVITATION_ACCEPTED.refused();
        }
        return user;
    }
}
