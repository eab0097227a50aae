package dev.kontor.notification;

import jakarta.mail.MessagingException;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;
import org.springframework.stereotype.Component;

/** Sends letters, plain and as HTML in one mail. Called by listeners alone: what fails stays in the outbox. */
@Component
@ConditionalOnProperty("spring.mail.host")
class Post {
    private final JavaMailSender mail;
    private final MailSettings settings;

    Post(JavaMailSender mail, MailSettings settings) {
        this.mail = mail;
        this.settings = settings;
    }

    void send(String email, Letter letter) {
        var message = mail.createMimeMessage();
        try {
            MimeMessageHelper helper = new MimeMessageHelper(message, true, StandardCharsets.UTF_8.name());
            helper.setFrom(settings.from());
            helper.setTo(email);
            helper.setSubject(letter.subject());
            helper.setText(letter.text(), letter.html());
        } catch (MessagingException e) {
            throw new MailPreparationException(e);
        }
        mail.send(message);
    }
}
