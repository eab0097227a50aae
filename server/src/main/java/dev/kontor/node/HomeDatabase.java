package dev.kontor.node;

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
 * The database of a home, for what the operator does from the shell: that of the running server, or started for it alone
 * where none runs, or the external one that the environment names. Whoever may read the home's files is its operator.
 */
public final class HomeDatabase {
    private HomeDatabase() {}

    /** What is done with it. */
    public interface Work<T> {
        T with(Connection connection) throws SQLException, IOException;
    }

    /** Why it cannot be had, in a sentence for the operator. */
    public static final class Impossible extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Impossible(String sentence) {
            super(sentence);
        }
    }

    public static <T> T with(Path home, Work<T> work) throws IOException, SQLException {
        String external = Objects.requireNonNullElse(System.getenv("KONTOR_DATABASE_URL"), "");
        if (!external.isBlank()) {
            String user = Objects.requireNonNullElse(System.getenv("KONTOR_DATABASE_USER"), "kontor");
            String password = Objects.requireNonNullElse(System.getenv("KONTOR_DATABASE_PASSWORD"), "");
            return with(external, user, password, work);
        }
        Path postgres = home.resolve("postgres");
        if (!Files.exists(postgres) && !Files.exists(new Exchange(home).restored())) {
            throw new Impossible("There is no Kontor in " + home + "; name its folder with --home.");
        }
        try (Home held = Home.hold(home);
                BundledPostgres started = BundledPostgres.start(held.folder().resolve("postgres"), 0)) {
            return with(started.url(), started.user(), started.password(), work);
        } catch (HomeInUse running) {
            RunningPostgres database = RunningPostgres.at(postgres)
                    .orElseThrow(() -> new Impossible("The server has not started yet; try again in a moment."));
            return with(database.url(), database.user(), database.password(), work);
        }
    }

    private static <T> T with(String url, String user, String password, Work<T> work) throws SQLException, IOException {
        try (Connection connection = DriverManager.getConnection(url, user, password)) {
            return work.with(connection);
        }
    }

    /** The port that a running server announced. */
    static Optional<String> port(Path home) throws IOException {
        Path lock = home.resolve("lock");
        if (!Files.exists(lock)) {
            return Optional.empty();
        }
        String[] words = Files.readString(lock).strip().split(" ");
        return words.length > 1 ? Optional.of(words[1]) : Optional.empty();
    }
}
