package dev.kontor.organization;

import dev.kontor.identity.Attempts;
import dev.kontor.identity.Passwords;
import dev.kontor.identity.SignIn;
import dev.kontor.identity.User;
import dev.kontor.web.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.http.HttpStatus;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
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
    private final RegisterOrganization register;
    private final Attempts attempts;
    private final Passwords passwords;
    private final SignIn signIn;
    private final TransactionTemplate transaction;
    private final Server server;

    RegistrationController(
            OrganizationSettings settings,
            RegisterOrganization register,
            Attempts attempts,
            Passwords passwords,
            SignIn signIn,
            TransactionTemplate transaction,
            ObjectProvider<BuildProperties> build,
            ObjectProvider<JavaMailSender> mail) {
        this.settings = settings;
        this.register = register;
        this.attempts = attempts;
        this.passwords = passwords;
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

    record Registered(UUID organizationId, UUID userId) {}

    @GetMapping("/server")
    Server server() {
        return server;
    }

    @PostMapping("/organizations")
    @ResponseStatus(HttpStatus.CREATED)
    Registered register(@RequestBody Registration wanted, HttpServletRequest request, HttpServletResponse response) {
        if (!settings.registrationOpen()) {
            throw Refusal.REGISTRATION_CLOSED.refused();
        }
        attempts.countRegistration(request.getRemoteAddr());
        String hash = passwords.hash(wanted.password());
        User user = Objects.requireNonNull(transaction.execute(status -> {
            User created = register.register(
                    wanted.organization().text(), new NewPerson(wanted.name(), wanted.email(), hash), false);
            signIn.start(created, request, response);
            return created;
        }));
        return new Registered(user.organizationId(), user.id());
    }
}
