package dev.kontor.notification;

import dev.kontor.organization.InvitationMade;
import dev.kontor.organization.OrganizationSettings;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Mails an invitation's link where a mail server is set; without one the link is copied by hand (O-01). Runs after the
 * commit; a mail that could not be sent stays in the outbox and is tried again.
 */
@Component
@ConditionalOnProperty("spring.mail.host")
class InvitationMail {
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm 'UTC'").withZone(ZoneOffset.UTC);

    private final JavaMailSender mail;
    private final OrganizationSettings settings;
    private final MailSettings mailSettings;

    InvitationMail(JavaMailSender mail, OrganizationSettings settings, MailSettings mailSettings) {
        this.mail = mail;
        this.settings = settings;
        this.mailSettings = mailSettings;
    }

    @ApplicationModuleListener
    public void on(InvitationMade invitation) {
        SimpleMailMessage message = new SimpleMailMessage();
        message.setFrom(mailSettings.from());
        message.setTo(invitation.email());
        message.setSubject("%s invites you to %s".formatted(oneLine(invitation.inviter()), oneLine(invitation.into())));
        message.setText("""
            Hello,

            %s invites you to %s on Kontor.

            Follow this link to see what it is about, and to accept:
            %s

            The link works until %s. If you did not expect it, do nothing.
            """.formatted(
                        invitation.inviter(), invitation.into(), link(invitation), DAY.format(invitation.expiresAt())));
        mail.send(message);
    }

    private String link(InvitationMade invitation) {
        return settings.url().toString().replaceFirst("/$", "") + "/invite/" + invitation.token();
    }

    private static String oneLine(String text) {
        return text.replaceAll("\\s+", " ");
    }
}
