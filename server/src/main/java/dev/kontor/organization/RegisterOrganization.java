package dev.kontor.organization;

import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.identity.NewUser;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.web.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** C-03: a new organization with its first user, who is its administrator. */
@Component
public class RegisterOrganization {
    private final Organizations organizations;
    private final Users users;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    RegisterOrganization(Organizations organizations, Users users, Audit audit, ApplicationEventPublisher events) {
        this.organizations = organizations;
        this.users = users;
        this.audit = audit;
        this.events = events;
    }

    /** In the caller's transaction; the password was hashed before, because that takes long. */
    @Transactional(propagation = Propagation.MANDATORY)
    public User register(String organizationName, NewPerson person, boolean proven) {
        Organization organization = organizations.insert(organizationName);
        User user = users.insert(new NewUser(
                        organization.id(), person.name(), person.email(), person.passwordHash(), true, proven))
                .orElseThrow(Refusal.REGISTRATION_REFUSED::refused);
        audit.record(
                user.actor(),
                AuditEvent.inOrganization(
                        organization.id(),
                        AuditKind.ORGANIZATION_REGISTERED,
                        "organization",
                        organization.id(),
                        organization.name()));
        events.publishEvent(new UserJoined(user));
        return user;
    }
}
