package dev.kontor.notification;

import dev.kontor.identity.PasswordResets;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.notification.MailServer.Text;
import dev.kontor.notification.Mails.Due;
import dev.kontor.organization.PendingRegistrations;
import dev.kontor.organization.PendingRegistrations.Pending;
import dev.kontor.organization.RegistrationAsked;
import dev.kontor.web.Email;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a mail about an account says. Only here it turns out whether the address has one (decision 12). Links are made now
 * and kept as digests, so a mail that is tried again carries a new one, and the one before works no more.
 */
@Component
class WriteAccountMail {
    private final Users users;
    private final PasswordResets resets;
    private final PendingRegistrations registrations;
    private final MailTexts texts;
    private final JsonMapper json;

    WriteAccountMail(
            Users users, PasswordResets resets, PendingRegistrations registrations, MailTexts texts, JsonMapper json) {
        this.users = users;
        this.resets = resets;
        this.registrations = registrations;
        this.texts = texts;
        this.json = json;
    }

    /** Where an account is, its own spelling of the address counts. */
    record Written(String address, Text text) {}

    /** O-06; nothing where nobody active has the address, or a link that was asked for then would work no more. */
    @Transactional
    public Optional<Written> passwordReset(Due mail) {
        return active(new Email(mail.to()))
                .flatMap(user -> resets.mailed(user.id(), mail.writtenAt())
                        .map(link -> new Written(user.email(), texts.passwordReset(user.name(), link))));
    }

    /** C-03: a link that confirms it, or that there is an account; nothing where that is locked, or it was too long ago. */
    @Transactional
    public Optional<Written> registration(Due mail) {
        RegistrationAsked asked = json.readValue(mail.words(), RegistrationAsked.class);
        return registrations.byId(asked.registrationId()).flatMap(this::registration);
    }

    private Optional<Written> registration(Pending pending) {
        if (users.byEmail(pending.email()).isEmpty()) {
            Text text = texts.confirmRegistration(pending, registrations.link(pending.id()));
            return Optional.of(new Written(pending.email().address(), text));
        }
        return active(pending.email()).map(user -> new Written(user.email(), texts.accountIsThere(user.name())));
    }

    private Optional<User> active(Email email) {
        return users.byEmail(email).filter(user -> user.lockedAt() == null);
    }
}
