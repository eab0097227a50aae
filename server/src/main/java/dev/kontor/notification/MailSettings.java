package dev.kontor.notification;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How mails go out; the server itself is set by spring.mail.host and its like.
 *
 * @param from the sender that mails carry
 * @param gather a person's notifications are gathered for so long before one mail takes them along
 * @param retry a mail that could not be sent is tried again after so long, then after twice as long, up to an hour
 * @param attempts a mail is given up after so many attempts
 * @param inHand a mail that a node took in hand, and says nothing more of, is sent by another one after so long
 * @param keep what became of a mail about an account or of notifications is forgotten after so long
 */
@ConfigurationProperties("kontor.mail")
record MailSettings(
        @DefaultValue("kontor@localhost") String from,
        @DefaultValue("30s") Duration gather,
        @DefaultValue("15s") Duration retry,
        @DefaultValue("15") int attempts,
        @DefaultValue("2m") Duration inHand,
        @DefaultValue("7d") Duration keep) {
    private static final Duration LONGEST = Duration.ofHours(1);

    MailSettings {
        if (gather.isNegative() || !retry.isPositive() || attempts < 1 || !inHand.isPositive() || keep.isNegative()) {
            throw new IllegalArgumentException("kontor.mail: times and the number of attempts are positive");
        }
    }

    /** How long to wait after that many attempts. */
    Duration wait(int attemptsMade) {
        Duration wait = retry.multipliedBy(1L << Math.min(attemptsMade - 1, 16));
        return wait.compareTo(LONGEST) > 0 ? LONGEST : wait;
    }
}
