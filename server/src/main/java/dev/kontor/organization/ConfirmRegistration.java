package dev.kontor.organization;

import dev.kontor.identity.Secret;
import dev.kontor.identity.User;
import dev.kontor.web.Refusal;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** O-01: following the mailed link shows that the address is one's own, and makes the organization. */
@Component
class ConfirmRegistration {
    private final PendingRegistrations registrations;
    private final RegisterOrganization register;

    ConfirmRegistration(PendingRegistrations registrations, RegisterOrganization register) {
        this.registrations = registrations;
        this.register = register;
    }

    @Transactional
    public User confirm(Secret secret) {
        var pending = registrations.bySecret(secret).orElseThrow(Refusal.NOT_FOUND::refused);
        if (!registrations.delete(pending.id())) {
            throw Refusal.NOT_FOUND.refused();
        }
        return register.register(pending.organization(), pending.person(), true);
    }
}
