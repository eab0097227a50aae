package dev.kontor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;

/** The installation that access is measured on: {@code access.sql}, filled into an empty database. */
record AccessData(Sizes sizes, long seed) {

    /** How much of everything. */
    record Sizes(int organizations, int users, int workspaces, int projects, int datasets, int grants) {
        static final Sizes FULL = new Sizes(21, 2_000, 50, 10_000, 100_000, 80_000);
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
        String text = resource();
        Map<String, Number> values = Map.of(
                "seed",
                seed,
                "organizations",
                sizes.organizations(),
                "users",
                sizes.users(),
                "workspaces",
                sizes.workspaces(),
                "projects",
                sizes.projects(),
                "datasets",
                sizes.datasets(),
                "grants",
                sizes.grants());
        for (Map.Entry<String, Number> value : values.entrySet()) {
            text = text.replace("${" + value.getKey() + "}", value.getValue().toString());
        }
        return text;
    }

    private static String resource() {
        try (InputStream in = AccessData.class.getResourceAsStream("access.sql")) {
            if (in == null) {
                throw new IllegalStateException("access.sql is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException fault) {
            throw new IllegalStateException(fault);
        }
    }
}
