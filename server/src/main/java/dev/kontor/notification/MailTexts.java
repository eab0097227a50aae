package dev.kontor.notification;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.kontor.identity.PasswordResets;
import dev.kontor.identity.Secret;
import dev.kontor.notification.MailServer.Text;
import dev.kontor.organization.InvitationMade;
import dev.kontor.organization.OrganizationSettings;
import dev.kontor.organization.PendingRegistrations.Pending;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/**
 * What mails say, from the templates in resources/mail: a plain text and a page, in which names are escaped, whatever
 * somebody called themself.
 */
@Component
class MailTexts {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);
    private static final Mustache.Compiler PLAIN = Mustache.compiler()
            .escapeHTML(false)
            .emptyStringIsFalse(true)
            .nullValue("")
            .withLoader(MailTexts::open);
    private static final Mustache.Compiler HTML = PLAIN.escapeHTML(true);

    private final OrganizationSettings settings;
    private final Words invitation = new Words("invitation");
    private final Words invitationLink = new Words("invitation-link");
    private final Words notifications = new Words("notifications");
    private final Words passwordReset = new Words("password-reset");
    private final Words registrationConfirm = new Words("registration-confirm");
    private final Words registrationKnown = new Words("registration-known");

    MailTexts(OrganizationSettings settings) {
        this.settings = settings;
    }

    private record Line(String text, String link) {}

    /** The templates of one mail, {@code <name>.txt} and {@code <name>.html}; the page stands in {@code frame.html}. */
    private record Words(Template plain, Template page) {
        Words(String name) {
            this(template(PLAIN, name + ".txt"), template(HTML, name + ".html"));
        }

        Text with(String subject, Map<String, Object> values) {
            return new Text(subject, plain.execute(values), page.execute(values));
        }
    }

    Text invitation(InvitationMade made, Secret secret) {
        return invitation.with(made.inviter() + " invites you to " + made.into(), values(made, secret));
    }

    /** To whoever wanted to accept through the link that can be copied: only they are told whether they have an account. */
    Text invitationLink(InvitationMade made, Secret secret, boolean known) {
        Map<String, Object> values = new HashMap<>(values(made, secret));
        values.put("known", known);
        return invitationLink.with("Go on to " + made.into(), values);
    }

    private Map<String, Object> values(InvitationMade made, Secret secret) {
        return Map.of(
                "inviter", made.inviter(),
                "into", made.into(),
                "link", settings.at(made.page() + secret.text()),
                "forgotten", settings.at("/forgotten"),
                "until", DAY.format(made.expiresAt()),
                "support", support());
    }

    Text notifications(String name, List<Told> told) {
        Map<String, Object> values = Map.of(
                "name", name,
                "lines",
                        told.stream()
                                .map(one -> new Line(one.text(), settings.at(one.page())))
                                .toList(),
                "preferences", settings.at("/account/notifications"),
                "support", support());
        String subject = told.size() == 1 ? told.getFirst().kind().title() : told.size() + " notifications from Kontor";
        return notifications.with(subject, values);
    }

    Text passwordReset(String name, PasswordResets.Link link) {
        Map<String, Object> values = Map.of(
                "name", name,
                "link", settings.at(link.path()),
                "until", DAY.format(link.expiresAt()),
                "support", support());
        return passwordReset.with("A new password for Kontor", values);
    }

    Text confirmRegistration(Pending pending, Secret secret) {
        Map<String, Object> values = Map.of(
                "name", pending.name(),
                "organization", pending.organization(),
                "link", settings.at("/confirm/" + secret.text()),
                "until", DAY.format(pending.expiresAt()),
                "support", support());
        return registrationConfirm.with("Confirm that " + pending.organization() + " is registered on Kontor", values);
    }

    /** To somebody who wanted to register an address that has an account already: only they are told. */
    Text accountIsThere(String name) {
        Map<String, Object> values = Map.of(
                "name", name,
                "signIn", settings.at("/sign-in"),
                "forgotten", settings.at("/forgotten"),
                "support", support());
        return registrationKnown.with("You have an account on Kontor already", values);
    }

    private String support() {
        return Objects.requireNonNullElse(settings.supportAddress(), "");
    }

    private static Template template(Mustache.Compiler compiler, String name) {
        try (Reader text = open(name)) {
            return compiler.compile(text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Reader open(String name) {
        InputStream text = Objects.requireNonNull(MailTexts.class.getResourceAsStream("/mail/" + name), name);
        return new InputStreamReader(text, StandardCharsets.UTF_8);
    }
}
