package dev.kontor.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import kontor.database.BundledPostgres;
import kontor.database.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The measured installation is as large as it says, fits the schema, and everybody measured sees what they are there for. */
class AccessDataTest {
    private static final AccessData.Sizes SIZES = new AccessData.Sizes(21, 2_000, 50, 1_000, 3_000, 2_000);
    private static BundledPostgres postgres;
    private static Connection database;

    @BeforeAll
    static void fill() throws SQLException {
        postgres = BundledPostgres.startDisposable(
                Path.of(System.getProperty("kontor.software", "../database/target/software"))
                        .toAbsolutePath());
        Migrations.apply(postgres.url(), postgres.user(), postgres.password());
        database = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
        new AccessData(SIZES, 1, 0, AccessData.Lives.NONE).fill(database);
    }

    @AfterAll
    static void stop() throws SQLException {
        database.close();
        postgres.close();
    }

    @Test
    void is_as_large_as_it_says() throws SQLException {
        assertEquals(SIZES.organizations(), count("organization"));
        assertEquals(SIZES.users(), count("app_user"));
        assertEquals(SIZES.workspaces(), count("workspace"));
        assertEquals(SIZES.projects(), count("project"));
        assertEquals(SIZES.datasets(), count("dataset"));
        assertEquals(SIZES.grants(), count("dataset_grant"));
        assertEquals(
                SIZES.datasets() / 2,
                count("dataset d join workspace w on w.id = d.workspace_id and w.name = 'Large'"));
    }

    @Test
    void everybody_measured_sees_what_they_are_there_for() throws SQLException {
        for (Someone someone : Someone.values()) {
            int seen = count("""
                facts.sight s join app_user u on u.id = s.user_id join workspace w on w.id = s.workspace_id
                where w.name = 'Large' and s.seen and u.email = '%s'\
                """.formatted(someone.email()));
            int all = SIZES.projects() / 2;
            switch (someone) {
                case ADMIN -> assertEquals(all, seen);
                case PROJECT_MANAGER, MEMBER, PARTNER_FULL ->
                    assertTrue(seen > all / 2 && seen < all, someone + " sees " + seen);
                case PARTNER_SOME -> assertEquals(12, seen);
                case PARTNER_FIFTH -> assertEquals(all / 5, seen);
                case PARTNER_MEMBER -> assertEquals(5, seen);
            }
        }
    }

    private static int count(String from) throws SQLException {
        try (var rows = database.createStatement().executeQuery("select count(*) from " + from)) {
            rows.next();
            return rows.getInt(1);
        }
    }
}
