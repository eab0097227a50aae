package dev.kontor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/**
 * The installation that is measured: {@code access.sql}, filled into an empty database.
 *
 * @param crowds with {@code people.sql} on top: how many large partners to remove, and as many to add; 0 for none
 * @param lives with {@code life.sql} on top
 */
record AccessData(Sizes sizes, long seed, int crowds, Lives lives) {
    private static final long SEED = 20260101;

    static AccessData full() {
        return new AccessData(Sizes.FULL, SEED, 0, Lives.NONE);
    }

    static AccessData withPeople(int crowds) {
        return new AccessData(Sizes.FULL, SEED, crowds, Lives.NONE);
    }

    static AccessData withLives(Lives lives) {
        return new AccessData(Sizes.FULL, SEED, 0, lives);
    }

    /** How much of everything. */
    record Sizes(int organizations, int users, int workspaces, int projects, int datasets, int grants) {
        static final Sizes FULL = new Sizes(21, 2_000, 50, 10_000, 100_000, 80_000);
    }

    /** So many workspaces more, and items and contents in the one that is purged. */
    record Lives(int workspaces, int items, int contents) {
        static final Lives NONE = new Lives(0, 0, 0);
        static final Lives FULL = new Lives(10_000, 1_000_000, 100_000);
    }

    /** All or nothing. */
    void fill(Connection database) throws SQLException {
        boolean before = database.getAutoCommit();
        database.setAutoCommit(false);
        try (Statement statement = database.createStatement()) {
            statement.execute(script());
            database.commit();
        } finally {
            database.rollback();
            database.setAutoCommit(before);
        }
        try (Statement statement = database.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    String script() {
        String text = resource("access.sql")
                + (crowds == 0 ? "" : resource("people.sql"))
                + (lives.workspaces() == 0 ? "" : resource("life.sql"));
        Map<String, Number> values = Map.ofEntries(
                Map.entry("lives", lives.workspaces()),
                Map.entry("items", lives.items()),
                Map.entry("contents", lives.contents()),
                Map.entry("rounds", crowds),
                Map.entry("seed", seed),
                Map.entry("organizations", sizes.organizations()),
                Map.entry("users", sizes.users()),
                Map.entry("workspaces", sizes.workspaces()),
                Map.entry("projects", sizes.projects()),
                Map.entry("datasets", sizes.datasets()),
                Map.entry("grants", sizes.grants()));
        for (Map.Entry<String, Number> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue().toString());
        }
        return text;
    }

    private static String resource(String name) {
        try (InputStream in = AccessData.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
