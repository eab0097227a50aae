package dev.kontor.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.kontor.identity.PasswordResetAsked;
import dev.kontor.notification.MailServer.Text;
import dev.kontor.notification.Mails.Due;
import dev.kontor.notification.UnmailedNotifications.Gathered;
import dev.kontor.notification.WriteAccountMail.Written;
import dev.kontor.organization.InvitationLinkAsked;
import dev.kontor.organization.InvitationsMade;
import dev.kontor.organization.RegistrationAsked;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.mail.MailException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is due: outside of any transaction, so that no connection to the database waits for a mail server. Whether
 * a mail still has a reader is asked again before it goes. Several go at once, so that neither a long run nor the time that
 * one address takes shows in when the mail to another one comes (decision 12).
 */
@Component
class SendMails implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);
    private static final int AT_ONCE = 4;

    private final Mails mails;
    private final UnmailedNotifications unmailed;
    private final WriteAccountMail accounts;
    private final WriteInvitationMail invitations;
    private final MailTexts texts;
    private final MailServer server;
    private final TransactionTemplate transaction;
    private final Hands hands = new Hands("mails", AT_ONCE, this::sendNext);
    private final Soon soon = new Soon("due mails", this::sendDue);

    SendMails(
            Mails mails,
            UnmailedNotifications unmailed,
            WriteAccountMail accounts,
            WriteInvitationMail invitations,
            MailTexts texts,
            MailServer server,
            TransactionTemplate transaction) {
        this.mails = mails;
        this.unmailed = unmailed;
        this.accounts = accounts;
        this.invitations = invitations;
        this.texts = texts;
        this.server = server;
        this.transaction = transaction;
    }

    /** O-01: invitations' links are mailed where a mail server is set. Written together with the invitations. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InvitationsMade invitations) {
        mails.invitations(invitations.all());
    }

    /** O-06: written together with the request, for every address. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PasswordResetAsked asked) {
        mails.passwordReset(asked);
    }

    /** C-03: written together with the registration that waits for it, for every address. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RegistrationAsked asked) {
        mails.registration(asked);
    }

    /** O-01: written together with the request, for every address. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InvitationLinkAsked asked) {
        mails.invitationLink(asked);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(MailWritten written) {
        soon.afterCommit(written.delay());
    }

    void sendDue() {
        if (server.isThere()) {
            transaction.executeWithoutResult(status -> mails.notificationsOf(unmailed.missed()));
            hands.call();
        }
    }

    private boolean sendNext() {
        Optional<Due> due = mails.next();
        due.ifPresent(mail -> {
            hands.call();
            send(mail);
        });
        return due.isPresent();
    }

    private void send(Due mail) {
        try {
            switch (mail.kind()) {
                case INVITATION -> send(mail, invitations.invitation(mail));
                case INVITATION_LINK -> send(mail, invitations.link(mail));
                case PASSWORD_RESET -> send(mail, accounts.passwordReset(mail));
                case REGISTRATION -> send(mail, accounts.registration(mail));
                case NOTIFICATIONS -> sendNotifications(mail, Objects.requireNonNull(mail.userId()));
            }
        } catch (MailException | MessagingException e) {
            String problem = MailServer.oneLine(String.valueOf(e.getMessage()));
            LOG.warn("Mail {} could not be sent at attempt {}: {}", mail.id(), mail.attempts(), problem);
            mails.failed(mail, problem).ifPresentOrElse(soon::in, () -> forget(mail));
        }
    }

    private void send(Due mail, Optional<Written> written) throws MessagingException {
        if (written.isEmpty()) {
            mails.dropped(mail);
            return;
        }
        server.send(written.get().address(), written.get().text());
        mails.sent(mail);
    }

    private void sendNotifications(Due mail, UUID userId) throws MessagingException {
        Optional<Gathered> gathered =
                unmailed.of(userId).filter(found -> !found.told().isEmpty());
        if (gathered.isEmpty()) {
            forget(mail);
            mails.dropped(mail);
            return;
        }
        Text text = texts.notifications(gathered.get().name(), gathered.get().told());
        server.send(gathered.get().email(), text);
        unmailed.mailed(gathered.get().told().stream().map(Told::id).toList());
        mails.sent(mail);
    }

    private void forget(Due mail) {
        if (mail.userId() != null) {
            unmailed.forget(mail.userId());
        }
    }

    @Override
    public void destroy() {
        soon.close();
        hands.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> sendDueMails(SendMails send) {
            return Tasks.recurring("send-mails", FixedDelay.of(Duration.ofSeconds(15)))
                    .execute((task, context) -> send.sendDue());
        }

        @Bean
        RecurringTask<Void> sweepMails(Mails mails) {
            return Tasks.recurring("sweep-mails", FixedDelay.of(Duration.ofHours(1)))
                    .execute((task, context) -> mails.sweep());
        }
    }
}
