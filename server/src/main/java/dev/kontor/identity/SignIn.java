package dev.kontor.identity;

import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Email;
import dev.kontor.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Signs somebody in. Attempts are counted first; an unknown account, a wrong password and a locked user get the same
 * answer after the same time. No connection is held while the password is hashed.
 */
@Component
public class SignIn {
    private static final UUID NOBODY = new UUID(0, 0);

    private final Attempts attempts;
    private final Users users;
    private final Passwords passwords;
    private final Sessions sessions;
    private final IdentitySettings settings;
    private final Audit audit;
    private final TransactionTemplate transaction;

    SignIn(
            Attempts attempts,
            Users users,
            Passwords passwords,
            Sessions sessions,
            IdentitySettings settings,
            Audit audit,
            TransactionTemplate transaction) {
        this.attempts = attempts;
        this.users = users;
        this.passwords = passwords;
        this.sessions = sessions;
        this.settings = settings;
        this.audit = audit;
        this.transaction = transaction;
    }

    void signIn(Email email, String password, HttpServletRequest request, HttpServletResponse response) {
        attempts.count(email, request.getRemoteAddr());
        Optional<User> user = users.byEmail(email);
        // an unknown account costs the same statements
        String hash = users.passwordHash(user.map(User::id).orElse(NOBODY)).orElse(null);
        boolean right = passwords.matches(password, hash);
        if (!right || user.isEmpty() || user.get().lockedAt() != null) {
            throw Refusal.WRONG_CREDENTIALS.refused();
        }
        transaction.executeWithoutResult(status -> {
            attempts.forget(email);
            start(user.get(), request, response);
        });
    }

    /** Starts a session for somebody who has just shown who they are, in the caller's transaction. */
    public void start(User user, HttpServletRequest request, HttpServletResponse response) {
        String agent = Objects.requireNonNullElse(request.getHeader(HttpHeaders.USER_AGENT), "");
        Secret secret = sessions.start(user.id(), request.getRemoteAddr(), agent);
        audit.record(
                user.actor(),
                AuditEvent.inOrganization(
                        user.organizationId(), AuditKind.USER_SIGNED_IN, "user", user.id(), user.name()));
        response.addHeader(
                HttpHeaders.SET_COOKIE, SessionCookie.of(secret, settings.sessionLength(), request.isSecure()));
    }
}
