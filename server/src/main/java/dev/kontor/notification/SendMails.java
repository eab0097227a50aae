package dev.kontor.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.kontor.notification.MailServer.Text;
import dev.kontor.notification.Mails.Due;
import dev.kontor.notification.Mails.Gathered;
import dev.kontor.organization.InvitationMade;
import jakarta.mail.MessagingException;
import java.time.Duration;
import java.util.List;
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
import tools.jackson.databind.json.JsonMapper;

/**
 * Sends what is due: outside of any transaction, so that no connection to the database waits for a mail server. Whether
 * a mail still has a reader is asked again before it goes.
 */
@Component
class SendMails implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);

    private final Mails mails;
    private final MailTexts texts;
    private final MailServer server;
    private final JsonMapper json;
    private final Soon soon = new Soon("mails", this::sendDue);

    SendMails(Mails mails, MailTexts texts, MailServer server, JsonMapper json) {
        this.mails = mails;
        this.texts = texts;
        this.server = server;
        this.json = json;
    }

    /** O-01: an invitation's link is mailed where a mail server is set. Written together with the invitation. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(InvitationMade invitation) {
        mails.invitation(invitation);
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(MailWritten written) {
        soon.afterCommit(written.delay());
    }

    void sendDue() {
        if (server.isThere()) {
            mails.gatherMissed();
            for (Optional<Due> due = mails.next(); due.isPresent(); due = mails.next()) {
                send(due.get());
            }
        }
    }

    private void send(Due mail) {
        try {
            if (mail.userId() != null) {
                sendNotifications(mail, mail.userId());
            } else {
                sendInvitation(mail, json.readValue(mail.words(), InvitationMade.class));
            }
        } catch (MailException | MessagingException e) {
            String problem = MailServer.oneLine(String.valueOf(e.getMessage()));
            LOG.warn("Mail {} could not be sent at attempt {}: {}", mail.id(), mail.attempts(), problem);
            mails.failed(mail, problem).ifPresent(soon::in);
        }
    }

    private void sendInvitation(Due mail, InvitationMade invitation) throws MessagingException {
        if (mails.open(invitation.id())) {
            server.send(invitation.email(), texts.invitation(invitation));
            mails.sent(mail, List.of());
        } else {
            mails.dropped(mail);
        }
    }

    private void sendNotifications(Due mail, UUID userId) throws MessagingException {
        Optional<Gathered> gathered =
                mails.gathered(userId).filter(l -> !l.told().isEmpty());
        if (gathered.isEmpty()) {
            mails.dropped(mail);
            return;
        }
        Text text = texts.notifications(gathered.get().name(), gathered.get().told());
        server.send(gathered.get().email(), text);
        mails.sent(mail, gathered.get().told().stream().map(Told::id).toList());
    }

    @Override
    public void destroy() {
        soon.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> sendDueMails(SendMails send) {
            return Tasks.recurring("send-mails", FixedDelay.of(Duration.ofSeconds(15)))
                    .execute((task, context) -> send.sendDue());
        }
    }
}
