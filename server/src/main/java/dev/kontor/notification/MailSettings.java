package dev.kontor.notification;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails go out; the server itself is set by spring.mail.host and its like.
 *
 * @param from the sender that mails carry
 */
@ConfigurationProperties("kontor.mail")
record MailSettings(@DefaultValue("kontor@localhost") String from) {}
