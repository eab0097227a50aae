package dev.kontor.node;

import dev.kontor.identity.OperatorResets;
import dev.kontor.web.Email;
import dev.kontor.web.Refused;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Optional;
import kontor.database.BundledPostgres;
import kontor.database.RunningPostgres;

/**
 * {@code ./kontor reset-password ADDRESS}: prints a one-time link to a new password, beside a running server or without
 * one (O-06). Whoever may read the home's files is its operator; nothing else is asked for.
 */
public final class ResetPassword {
    private ResetPassword() {}

    /** @param arguments the home, the address, and how people reach this server if that cannot be guessed (else empty) */
    public static void main(String... arguments) throws IOException, SQLException {
        try {
            System.out.println(run(Path.of(arguments[0]), arguments[1], arguments[2]));
        } catch (Refused refusal) {
            fail(refusal.detail());
        } catch (Impossible impossible) {
            fail(Objects.requireNonNull(impossible.getMessage()));
        }
    }

    private static void fail(String sentence) {
        System.err.println(sentence);
        System.exit(1);
    }

    private static String run(Path home, String address, String url) throws IOException, SQLException {
        Email email = new Email(address);
        String external = Objects.requireNonNullElse(System.getenv("KONTOR_DATABASE_URL"), "");
        if (!external.isBlank()) {
            String user = Objects.requireNonNullElse(System.getenv("KONTOR_DATABASE_USER"), "kontor");
            String password = Objects.requireNonNullElse(System.getenv("KONTOR_DATABASE_PASSWORD"), "");
            return link(email, orUsual(url), external, user, password);
        }
        Path postgres = home.resolve("postgres");
        if (!Files.exists(postgres)) {
            throw new Impossible("There is no Kontor in " + home + "; name its folder with --home.");
        }
        try (Home held = Home.hold(home);
                BundledPostgres started = BundledPostgres.start(held.folder().resolve("postgres"), 0)) {
            return link(email, orUsual(url), started.url(), started.user(), started.password());
        } catch (HomeInUse running) {
            RunningPostgres database = RunningPostgres.at(postgres)
                    .orElseThrow(() -> new Impossible("The server has not started yet; try again in a moment."));
            String here =
                    url.isEmpty() ? port(home).map(p -> "http://localhost:" + p).orElse("") : url;
            return link(email, orUsual(here), database.url(), database.user(), database.password());
        }
    }

    private static String link(Email email, String url, String database, String user, String password)
            throws SQLException {
        try (Connection connection = DriverManager.getConnection(database, user, password)) {
            OperatorResets resets = new OperatorResets(connection);
            var account = resets.find(email)
                    .orElseThrow(() -> new Impossible("Nobody here has an account by the address " + email + "."));
            if (account.locked()) {
                throw new Impossible(email + " is locked; an administrator of " + account.organization()
                        + " has to unlock the account first.");
            }
            return """
                %s, %s (%s), sets a new password at

                    %s%s

                The link works once, within an hour. It ends every session of the account.\
                """.formatted(
                            account.name(),
                            email,
                            account.organization(),
                            url,
                            resets.make(account).path());
        }
    }

    /** The port that the running server announced. */
    private static Optional<String> port(Path home) throws IOException {
        String[] words = Files.readString(home.resolve("lock")).strip().split(" ");
        return words.length > 1 ? Optional.of(words[1]) : Optional.empty();
    }

    private static String orUsual(String url) {
        return url.isEmpty() ? "http://localhost:8080" : url.replaceFirst("/$", "");
    }

    private static final class Impossible extends RuntimeException {
        private static final long serialVersionUID = 1;

        Impossible(String sentence) {
            super(sentence);
        }
    }
}
