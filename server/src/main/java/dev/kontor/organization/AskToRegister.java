package dev.kontor.organization;

import dev.kontor.identity.Attempts;
import dev.kontor.identity.Passwords;
import dev.kontor.identity.User;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * C-03: somebody wants to register an organization. Where there is mail nobody is told whether an address is known: the
 * same is done for every one, and only whoever sends the mail looks it up. Without mail, registering has to end in an
 * account or in none; then those who were refused are slowed down.
 */
@Component
class AskToRegister {
    private final Attempts attempts;
    private final Passwords passwords;
    private final PendingRegistrations pending;
    private final RegisterOrganization register;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    AskToRegister(
            Attempts attempts,
            Passwords passwords,
            PendingRegistrations pending,
            RegisterOrganization register,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.attempts = attempts;
        this.passwords = passwords;
        this.pending = pending;
        this.register = register;
        this.events = events;
        this.transaction = transaction;
    }

    void ask(Registration wanted, String address) {
        attempts.countRegistration(address);
        NewPerson person = person(wanted);
        transaction.executeWithoutResult(status -> {
            UUID id = pending.insert(wanted.organization().text(), person);
            events.publishEvent(new RegistrationAsked(id, person.email().address()));
        });
    }

    User registerNow(Registration wanted, String address) {
        attempts.checkRefusals(address);
        attempts.countRegistration(address);
        NewPerson person = person(wanted);
        try {
            return Objects.requireNonNull(transaction.execute(
                    status -> register.register(wanted.organization().text(), person, false)));
        } catch (Refused refused) {
            if (refused.refusal() == Refusal.REGISTRATION_REFUSED) {
                attempts.countRefusal(address);
            }
            throw refused;
        }
    }

    private NewPerson person(Registration wanted) {
        return new NewPerson(wanted.name(), wanted.email(), passwords.hash(wanted.password()));
    }
}
