package dev.kontor.identity;

import dev.kontor.access.Actor;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Email;
import dev.kontor.web.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Changes the actor's own password: asks for the current one, and ends every other session. */
@Component
class ChangePassword {
    private final ConfirmPassword confirm;
    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Audit audit;
    private final TransactionTemplate transaction;

    ChangePassword(
            ConfirmPassword confirm,
            Users users,
            Passwords passwords,
            Sessions sessions,
            Audit audit,
            TransactionTemplate transaction) {
        this.confirm = confirm;
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.audit = audit;
        this.transaction = transaction;
    }

    void change(Actor actor, UUID session, String current, Password password, String address) {
        confirm.check(actor, current, "current", address);
        User user = users.byId(actor.userId()).orElseThrow(Refusal.NOT_FOUND::refused);
        String hash = passwords.hash(password.differentFrom(new Email(user.email())));
        transaction.executeWithoutResult(status -> {
            users.setPassword(actor.userId(), hash);
            sessions.endOthers(actor.userId(), session);
            audit.record(
                    actor,
                    AuditEvent.inOrganization(
                            actor.organizationId(),
                            AuditKind.USER_PASSWORD_CHANGED,
                            "user",
                            actor.userId(),
                            actor.name()));
        });
    }
}
