package dev.kontor.notification;

import dev.kontor.identity.PasswordResetAsked;
import dev.kontor.identity.PasswordResets;
import dev.kontor.identity.PasswordWasReset;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.organization.OrganizationSettings;
import dev.kontor.organization.PasswordResetOffered;
import dev.kontor.organization.PendingRegistrations;
import dev.kontor.organization.RegistrationAsked;
import dev.kontor.web.Email;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Mails about somebody's account: links to a new password, that one was made or used (O-06), and what becomes of a
 * registration. Not in a transaction: a link has to be in the database before it is on its way.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class AccountMail {
    private final Post post;
    private final Users users;
    private final PasswordResets resets;
    private final PendingRegistrations registrations;
    private final OrganizationSettings settings;

    AccountMail(
            Post post,
            Users users,
            PasswordResets resets,
            PendingRegistrations registrations,
            OrganizationSettings settings) {
        this.post = post;
        this.users = users;
        this.resets = resets;
        this.registrations = registrations;
        this.settings = settings;
    }

    /** Only here it turns out whether the address has an account; where it has none, nothing happens. */
    @Async
    @TransactionalEventListener
    public void on(PasswordResetAsked asked) {
        users.byEmail(new Email(asked.email()))
                .filter(user -> user.lockedAt() == null)
                .ifPresent(this::mailLink);
    }

    private void mailLink(User user) {
        var link = resets.insert(user.id(), PasswordResets.Source.MAIL);
        post.send(
                user.email(), letter("password-reset", Map.of("name", user.name(), "link", settings.at(link.path()))));
    }

    @Async
    @TransactionalEventListener
    public void on(PasswordResetOffered offered) {
        post.send(
                offered.email(),
                letter(
                        "password-reset-offered",
                        Map.of("name", offered.name(), "administrator", offered.administrator())));
    }

    @Async
    @TransactionalEventListener
    public void on(PasswordWasReset reset) {
        post.send(reset.email(), letter("password-was-reset", Map.of("name", reset.name())));
    }

    /** The answer was the same for every address; only here it turns out which mail is right. */
    @Async
    @TransactionalEventListener
    public void on(RegistrationAsked asked) {
        registrations.byId(asked.registrationId()).ifPresent(pending -> {
            var account = users.byEmail(pending.email());
            if (account.isEmpty()) {
                confirm(pending);
                return;
            }
            registrations.delete(pending.id());
            account.filter(user -> user.lockedAt() == null).ifPresent(this::mailKnown);
        });
    }

    private void confirm(PendingRegistrations.Pending pending) {
        String link = settings.at("/confirm/" + registrations.link(pending.id()).text());
        var values = Map.of("name", pending.name(), "organization", pending.organization(), "link", link);
        post.send(pending.email().address(), letter("registration-confirm", values));
    }

    private void mailKnown(User user) {
        var values =
                Map.of("name", user.name(), "signIn", settings.at("/sign-in"), "forgotten", settings.at("/forgotten"));
        post.send(user.email(), letter("registration-known", values));
    }

    private static Letter letter(String template, Map<String, String> values) {
        return Letter.of(template, values);
    }
}
