package dev.kontor.node;

import dev.kontor.identity.OperatorResets;
import dev.kontor.node.HomeDatabase.Impossible;
import dev.kontor.web.Email;
import dev.kontor.web.Refused;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;

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
        return HomeDatabase.with(home, connection -> link(connection, email, orUsual(here(home, url))));
    }

    /** Where people reach a server that runs, if nobody says otherwise. */
    private static String here(Path home, String url) throws IOException {
        return url.isEmpty()
                ? HomeDatabase.port(home)
                        .map(port -> "http://localhost:" + port)
                        .orElse("")
                : url;
    }

    private static String link(Connection connection, Email email, String url) throws SQLException {
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

    private static String orUsual(String url) {
        return url.isEmpty() ? "http://localhost:8080" : url.replaceFirst("/$", "");
    }
}
