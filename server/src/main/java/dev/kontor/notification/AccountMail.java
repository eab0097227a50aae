package dev.kontor.notification;

import dev.kontor.identity.PasswordResetAsked;
import dev.kontor.identity.PasswordResets;
import dev.kontor.identity.PasswordWasReset;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.organization.OrganizationSettings;
import dev.kontor.organization.PasswordResetOffered;
import dev.kontor.web.Email;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Mails about somebody's account: the link to a new password, and that one was made or used (O-06). */
@Component
@ConditionalOnProperty("spring.mail.host")
class AccountMail {
    private final Post post;
    private final Users users;
    private final PasswordResets resets;
    private final OrganizationSettings settings;

    AccountMail(Post post, Users users, PasswordResets resets, OrganizationSettings settings) {
        this.post = post;
        this.users = users;
        this.resets = resets;
        this.settings = settings;
    }

    /** Only here it turns out whether the address has an account; where it has none, nothing happens. */
    @ApplicationModuleListener
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

    @ApplicationModuleListener
    public void on(PasswordResetOffered offered) {
        post.send(
                offered.email(),
                letter(
                        "password-reset-offered",
                        Map.of("name", offered.name(), "administrator", offered.administrator())));
    }

    @ApplicationModuleListener
    public void on(PasswordWasReset reset) {
        post.send(reset.email(), letter("password-was-reset", Map.of("name", reset.name())));
    }

    private static Letter letter(String template, Map<String, String> values) {
        return Letter.of(template, values);
    }
}
