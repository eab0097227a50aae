package dev.kontor.notification;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import dev.kontor.notification.MailServer.Text;
import dev.kontor.organization.InvitationMade;
import dev.kontor.organization.OrganizationSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
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
    private static final Mustache.Compiler PLAIN =
            Mustache.compiler().escapeHTML(false).emptyStringIsFalse(true).nullValue("");
    private static final Mustache.Compiler HTML =
            Mustache.compiler().escapeHTML(true).emptyStringIsFalse(true).nullValue("");

    private final OrganizationSettings settings;
    private final Template invitationText = template(PLAIN, "invitation.txt");
    private final Template invitationPage = template(HTML, "invitation.html");
    private final Template notificationsText = template(PLAIN, "notifications.txt");
    private final Template notificationsPage = template(HTML, "notifications.html");

    MailTexts(OrganizationSettings settings) {
        this.settings = settings;
    }

    private record Line(String text, String link) {}

    Text invitation(InvitationMade invitation) {
        Map<String, Object> words = Map.of(
                "inviter", invitation.inviter(),
                "into", invitation.into(),
                "link", at("/invite/" + invitation.token()),
                "until", DAY.format(invitation.expiresAt()),
                "support", support());
        String subject = invitation.inviter() + " invites you to " + invitation.into();
        return new Text(subject, invitationText.execute(words), invitationPage.execute(words));
    }

    Text notifications(String name, List<Told> told) {
        Map<String, Object> words = Map.of(
                "name", name,
                "lines",
                        told.stream()
                                .map(one -> new Line(one.text(), at(one.page())))
                                .toList(),
                "preferences", at("/account/notifications"),
                "support", support());
        String subject = told.size() == 1 ? told.getFirst().kind().title() : told.size() + " notifications from Kontor";
        return new Text(subject, notificationsText.execute(words), notificationsPage.execute(words));
    }

    private String support() {
        return Objects.requireNonNullElse(settings.supportAddress(), "");
    }

    private String at(String page) {
        return settings.url().toString().replaceFirst("/$", "") + page;
    }

    private static Template template(Mustache.Compiler compiler, String name) {
        try (InputStream text = Objects.requireNonNull(MailTexts.class.getResourceAsStream("/mail/" + name), name)) {
            return compiler.compile(new String(text.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
