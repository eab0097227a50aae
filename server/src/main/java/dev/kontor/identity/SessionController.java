package dev.kontor.identity;

import dev.kontor.access.Actor;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Email;
import dev.kontor.web.Name;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Signing in and out, and what a user does with their own account. */
@RestController
@RequestMapping("/api/v1")
class SessionController {
    private final SignIn signIn;
    private final Sessions sessions;
    private final Users users;
    private final ChangePassword changePassword;
    private final Audit audit;

    SessionController(SignIn signIn, Sessions sessions, Users users, ChangePassword changePassword, Audit audit) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.users = users;
        this.changePassword = changePassword;
        this.audit = audit;
    }

    record Credentials(Email email, String password) {}

    record ProfileChange(@Nullable Name name) {}

    record PasswordChange(String current, Password password) {}

    @PostMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void signIn(@RequestBody Credentials credentials, HttpServletRequest request, HttpServletResponse response) {
        signIn.signIn(credentials.email(), credentials.password(), request, response);
    }

    @DeleteMapping("/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void signOut(
            Authentication authentication,
            @AuthenticationPrincipal Actor actor,
            HttpServletRequest request,
            HttpServletResponse response) {
        sessions.end(actor.userId(), sessionId(authentication));
        audit.record(actor, own(actor, AuditKind.USER_SIGNED_OUT));
        response.addHeader(HttpHeaders.SET_COOKIE, SessionCookie.gone(request.isSecure()));
    }

    @GetMapping("/me/sessions")
    Page<Sessions.Entry> list(Authentication authentication, @AuthenticationPrincipal Actor actor) {
        return new Page<>(sessions.of(actor.userId(), sessionId(authentication)), null);
    }

    @DeleteMapping("/me/sessions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void end(@AuthenticationPrincipal Actor actor, @PathVariable UUID id) {
        BrowserOnly.check(actor);
        if (!sessions.end(actor.userId(), id)) {
            throw Refusal.NOT_FOUND.refused();
        }
        audit.record(actor, own(actor, AuditKind.USER_SESSION_ENDED));
    }

    @PatchMapping("/me")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void rename(@AuthenticationPrincipal Actor actor, @RequestBody ProfileChange change) {
        BrowserOnly.check(actor);
        if (change.name() != null) {
            users.rename(actor.userId(), change.name().text());
            audit.record(
                    actor,
                    own(actor, AuditKind.USER_RENAMED)
                            .with("name", change.name().text()));
        }
    }

    @PutMapping("/me/password")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void changePassword(
            Authentication authentication,
            @AuthenticationPrincipal Actor actor,
            @RequestBody PasswordChange change,
            HttpServletRequest request) {
        BrowserOnly.check(actor);
        changePassword.change(
                actor, sessionId(authentication), change.current(), change.password(), request.getRemoteAddr());
    }

    private static AuditEvent own(Actor actor, AuditKind kind) {
        return AuditEvent.inOrganization(actor.organizationId(), kind, "user", actor.userId(), actor.name());
    }

    private static UUID sessionId(Authentication authentication) {
        if (authentication.getDetails() instanceof UUID id) {
            return id;
        }
        throw Refusal.BROWSER_ONLY.refused();
    }
}
