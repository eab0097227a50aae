package dev.kontor.node;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/** An external PostgreSQL, looked at before anything else needs it: one sentence says what is wrong with it. */
final class ExternalDatabase {
    private static final String PREFIX = "jdbc:postgresql://";
    private static final int OLDEST = 18;
    private static final String PATIENCE_SECONDS = "10";

    private ExternalDatabase() {}

    /** Refused where nobody answers, nobody is let in, or it is too old. */
    static void check(DatabaseSettings settings) {
        if (!settings.url().startsWith(PREFIX)) {
            throw new DatabaseUnusable(
                    "KONTOR_DATABASE_URL must begin with " + PREFIX + ", followed by host and database.");
        }
        Properties properties = new Properties();
        properties.setProperty("user", settings.user());
        properties.setProperty("password", settings.password());
        properties.setProperty("connectTimeout", PATIENCE_SECONDS);
        properties.setProperty("loginTimeout", PATIENCE_SECONDS);
        try (Connection connection = DriverManager.getConnection(settings.url(), properties)) {
            checkVersion(settings, connection.getMetaData().getDatabaseMajorVersion());
        } catch (SQLException e) {
            throw new DatabaseUnusable(sentence(settings, e));
        }
    }

    static void checkVersion(DatabaseSettings settings, int major) {
        if (major < OLDEST) {
            throw new DatabaseUnusable(
                    "Kontor needs PostgreSQL %d or later; that at %s is %d.".formatted(OLDEST, place(settings), major));
        }
    }

    private static String sentence(DatabaseSettings settings, SQLException e) {
        String state = e.getSQLState() == null ? "" : e.getSQLState();
        return switch (state) {
            case "28P01", "28000" ->
                "PostgreSQL at %s does not let %s in: check KONTOR_DATABASE_USER and KONTOR_DATABASE_PASSWORD."
                        .formatted(place(settings), settings.user());
            case "3D000" ->
                "There is no database of that name at %s: create it first, owned by %s."
                        .formatted(place(settings), settings.user());
            default ->
                state.startsWith("08")
                        ? "No PostgreSQL answers at %s: check KONTOR_DATABASE_URL, and that it runs."
                                .formatted(place(settings))
                        : "PostgreSQL at %s cannot be used: %s".formatted(place(settings), oneLine(e));
        };
    }

    /** Without parameters: a password may be one. */
    private static String place(DatabaseSettings settings) {
        return settings.url().substring(PREFIX.length()).replaceFirst("\\?.*", "");
    }

    private static String oneLine(SQLException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }
}
