package dev.kontor.notification;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** The mail server, where one is set (spring.mail.host); Kontor works without one as well (O-01). */
@Component
class MailServer {
    private final ObjectProvider<JavaMailSender> sender;
    private final MailSettings settings;

    MailServer(ObjectProvider<JavaMailSender> sender, MailSettings settings) {
        this.sender = sender;
        this.settings = settings;
    }

    /** A mail's parts: every reader gets one text, as plain as it can show. */
    record Text(String subject, String plain, String html) {}

    boolean isThere() {
        return sender.getIfAvailable() != null;
    }

    /** Waits until the server took it; whoever cannot be reached is a {@link org.springframework.mail.MailException}. */
    void send(String address, Text text) throws MessagingException {
        JavaMailSender through = sender.getObject();
        MimeMessage message = through.createMimeMessage();
        MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
        helper.setFrom(settings.from());
        helper.setTo(address);
        helper.setSubject(oneLine(text.subject()));
        helper.setText(text.plain(), text.html());
        message.setHeader("Auto-Submitted", "auto-generated");
        through.send(message);
    }

    /** A name with a line break in it begins no header of its own. */
    static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
