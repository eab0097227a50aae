package dev.kontor.identity;

import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Email;
import dev.kontor.web.Refusal;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** O-06: a new password by a one-time link, which ends every session. The link is all that one has to show. */
@Component
class ResetPassword {
    private final Attempts attempts;
    private final PasswordResets resets;
    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    ResetPassword(
            Attempts attempts,
            PasswordResets resets,
            Users users,
            Passwords passwords,
            Sessions sessions,
            Audit audit,
            ApplicationEventPublisher events,
            TransactionTemplate transaction) {
        this.attempts = attempts;
        this.resets = resets;
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.events = events;
        this.transaction = transaction;
    }

    /**
     * Asks for a mail. Whether the address has an account is looked up only after this has been answered, by whoever
     * sends the mail: so the answer can tell nothing, and takes the same time.
     */
    void ask(Email email, String address) {
        attempts.countMail(email, address);
        transaction.executeWithoutResult(status -> events.publishEvent(new PasswordResetAsked(email.address())));
    }

    void reset(Secret secret, Password password) {
        var pending = resets.find(secret).orElseThrow(Refusal.NOT_FOUND::refused);
        Email email = new Email(pending.email());
        String hash = passwords.hash(password.differentFrom(email));
        transaction.executeWithoutResult(status -> {
            User user = users.byId(pending.userId()).orElseThrow(Refusal.NOT_FOUND::refused);
            if (user.lockedAt() != null || !resets.use(secret, user.id())) {
                throw Refusal.NOT_FOUND.refused();
            }
            users.setPassword(user.id(), hash);
            if (pending.source() == PasswordResets.Source.MAIL) {
                users.prove(user.id());
            }
            sessions.endAll(user.id());
            attempts.forget(email);
            audit.record(
                    user.actor(),
                    AuditEvent.inOrganization(
                                    user.organizationId(),
                                    AuditKind.USER_PASSWORD_RESET,
                                    "user",
                                    user.id(),
                                    user.name())
                            .with("source", pending.source()));
        });
    }
}
