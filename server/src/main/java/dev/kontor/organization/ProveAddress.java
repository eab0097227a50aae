package dev.kontor.organization;

import dev.kontor.identity.Attempts;
import dev.kontor.web.Email;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * O-01, decision 12: whoever registers through an invitation shows that its address is theirs. The link that can be copied
 * does not, because whoever invites holds it too, and would learn by being let in whether the address has an account; the one
 * that was mailed does. Without a mail server the copied link stands for the address.
 */
@Component
public class ProveAddress {
    private final ObjectProvider<JavaMailSender> mail;
    private final Attempts attempts;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ProveAddress(
            ObjectProvider<JavaMailSender> mail,
            Attempts attempts,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.mail = mail;
        this.attempts = attempts;
        this.events = events;
        this.transaction = transaction;
    }

    public boolean isProvenBy(boolean mailedLink) {
        return mailedLink || mail.getIfAvailable() == null;
    }

    /** Mails the way on to the invitation's address: the same is done for every one, and nothing is looked up. */
    public void mailLink(InvitationMade invitation, String networkAddress) {
        attempts.countMail(new Email(invitation.email()), networkAddress);
        transaction.executeWithoutResult(status -> events.publishEvent(new InvitationLinkAsked(invitation)));
    }
}
