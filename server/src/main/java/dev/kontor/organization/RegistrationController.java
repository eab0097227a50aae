package dev.kontor.organization;

import dev.kontor.identity.Secret;
import dev.kontor.identity.SignIn;
import dev.kontor.identity.User;
import dev.kontor.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What somebody without an account meets: what this server is, and registering an organization (C-03). */
@RestController
@RequestMapping("/api/v1")
class RegistrationController {
    private final OrganizationSettings settings;
    private final AskToRegister ask;
    private final ConfirmRegistration confirm;
    private final PendingRegistrations pending;
    private final SignIn signIn;
    private final TransactionTemplate transaction;
    private final Server server;

    RegistrationController(
            OrganizationSettings settings,
            AskToRegister ask,
            ConfirmRegistration confirm,
            PendingRegistrations pending,
            SignIn signIn,
            TransactionTemplate transaction,
            ObjectProvider<BuildProperties> build,
            ObjectProvider<JavaMailSender> mail) {
        this.settings = settings;
        this.ask = ask;
        this.confirm = confirm;
        this.pending = pending;
        this.signIn = signIn;
        this.transaction = transaction;
        BuildProperties properties = build.getIfAvailable();
        this.server = new Server(
                properties == null ? "development" : Objects.requireNonNull(properties.getVersion()),
                settings.registrationOpen(),
                settings.supportAddress(),
                mail.getIfAvailable() != null);
    }

    /** What this installation is: its version, whether one may register, where to ask for help, whether it sends mail. */
    record Server(
            String version,
            boolean registrationOpen,
            @Nullable String supportAddress,
            boolean mail) {}

    /** The new organization and its first user; neither where the address has to be confirmed by mail first. */
    record Registered(
            @Nullable UUID organizationId, @Nullable UUID userId) {}

    /** What a mailed link confirms. */
    record Confirmable(String organization, String name, String email) {}

    @GetMapping("/server")
    Server server() {
        return server;
    }

    /**
     * Where a mail server is set: 202 for every address, and a mail that confirms, or says that there is an account.
     * Without one: 201, signed in; 409 where the address has an account.
     */
    @PostMapping("/organizations")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Registered> register(
            @RequestBody Registration wanted, HttpServletRequest request, HttpServletResponse response) {
        if (!settings.registrationOpen()) {
            throw Refusal.REGISTRATION_CLOSED.refused();
        }
        if (server.mail()) {
            ask.ask(wanted, request.getRemoteAddr());
            return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Registered(null, null));
        }
        User user = ask.registerNow(wanted, request.getRemoteAddr());
        return ResponseEntity.status(HttpStatus.CREATED).body(entered(user, request, response));
    }

    @GetMapping("/registrations/{token}")
    Confirmable get(@PathVariable String token) {
        return Optional.of(token)
                .flatMap(text -> pending.bySecret(new Secret(text)))
                .map(p -> new Confirmable(p.organization(), p.name(), p.email().address()))
                .orElseThrow(Refusal.NOT_FOUND::refused);
    }

    /** Makes the organization, whose first user has shown that the address is theirs, and signs them in. */
    @PostMapping("/registrations/{token}/confirmation")
    @ResponseStatus(HttpStatus.CREATED)
    Registered confirm(@PathVariable String token, HttpServletRequest request, HttpServletResponse response) {
        return entered(confirm.confirm(new Secret(token)), request, response);
    }

    private Registered entered(User user, HttpServletRequest request, HttpServletResponse response) {
        transaction.executeWithoutResult(status -> signIn.start(user, request, response));
        return new Registered(user.organizationId(), user.id());
    }
}
