package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import kontor.database.BundledPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 while a purge deletes items, and again while it deletes labels; it goes on after each restart, and ends. */
@Tag("crash")
@Timeout(180)
class PurgeCrashTest {
    private static final int MANY = 80_000;
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final String DEAD =
            "update scheduled_tasks set picked = false, picked_by = null, execution_time = now() where picked";
    private static BundledPostgres postgres;

    @TempDir
    Path home;

    @BeforeAll
    static void postgres() {
        String software = System.getProperty("kontor.software", "../database/target/software");
        postgres = BundledPostgres.startDisposable(Path.of(software).toAbsolutePath());
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    @BeforeEach
    void letPostgresPass() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void goesOnWhereItWas() throws Exception {
        ServerProcess server = ServerProcess.start(home.resolve("first"), environment());
        Caller olga;
        String workspace;
        try {
            olga = Caller.register(server.port(), "Acme", "Olga");
            workspace = fill(olga);
            itsTimeHasCome();
            awaitBetween("item", 1, MANY - 1);
        } finally {
            end(server);
        }
        assertThat(count("select count(*) from item")).as("killed on the way").isBetween(1L, MANY - 1L);
        sql(DEAD);
        server = ServerProcess.start(home.resolve("second"), environment());
        try {
            olga.at(server.port()).get(workspace).expect(200);
            awaitBetween("annot", 1, MANY - 1);
        } finally {
            end(server);
        }
        assertThat(count("select count(*) from annot")).as("killed on the way").isBetween(1L, MANY - 1L);
        sql(DEAD);
        server = ServerProcess.start(home.resolve("third"), environment());
        try {
            awaitBetween("purge", 0, 0);
            assertThat(count("select (select count(*) from annot) + (select count(*) from item) + (select"
                            + " count(*) from line) + (select count(*) from dataset) + (select count(*)"
                            + " from project)"))
                    .isZero();
            assertThat(count("select count(*) from audit_event where kind = 'workspace.purged'"))
                    .as("begun once")
                    .isEqualTo(1);
            Caller again = olga.at(server.port());
            assertThat(again.get(workspace).expect(200).json().path("state").asString())
                    .isEqualTo("PURGED");
            assertThat(count("select count(*) from member")).isEqualTo(1);
        } finally {
            end(server);
        }
    }

    /** A project with a dataset in which there is much. */
    private static String fill(Caller olga) throws Exception {
        String workspace = "/workspaces/" + made(olga, "/workspaces", "{\"name\": \"Vision\"}");
        String project = made(olga, workspace + "/projects", "{\"name\": \"Streets\"}");
        String dataset = made(olga, "/projects/" + project + "/datasets", "{\"name\": \"Lanes\"}");
        olga.post("/datasets/" + dataset + "/drafts", "{}").expect(201);
        sql("insert into annot (workspace_id, labels) select id, '{}' from workspace cross join generate_series(1, "
                + MANY + ")");
        sql("insert into item (line_id, path, added_in, size, media_type, annot_id) select l.id, 'p/' || n, 1, 0,"
                + " 'image/png', n from line l cross join generate_series(1, " + MANY + ") n");
        return workspace;
    }

    private static String made(Caller olga, String path, String body) throws Exception {
        return olga.post(path, body).expect(201).json().path("id").asString();
    }

    /** The last warning went out long ago. */
    private static void itsTimeHasCome() throws Exception {
        sql("update workspace set state = 'DEACTIVATED', trial_ends_at = now(), purge_at = now()");
        sql("insert into warning select id, 'PURGE', purge_at, 86400000, now(), -1000000000 from workspace");
    }

    private static void end(ServerProcess server) throws Exception {
        server.kill();
        server.awaitNothingLeft();
    }

    private static Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "KONTOR_DATABASE_URL", postgres.url(),
                "KONTOR_DATABASE_USER", postgres.user(),
                "KONTOR_DATABASE_PASSWORD", postgres.password(),
                "KONTOR_WORKSPACE_SWEEP", "1s",
                "KONTOR_PROJECT_SWEEP", "1s"));
    }

    private static void awaitBetween(String table, long least, long most) throws Exception {
        String query = "select count(*) from " + table;
        long end = System.nanoTime() + PATIENCE;
        for (long now = count(query); now < least || now > most; now = count(query)) {
            assertThat(System.nanoTime()).as(query).isLessThan(end);
            LockSupport.parkNanos(2_000_000);
        }
    }

    private static long count(String query) throws Exception {
        try (Connection connection = connect();
                var rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static void sql(String statement) throws Exception {
        try (Connection connection = connect()) {
            connection.createStatement().execute(statement);
        }
    }

    private static Connection connect() throws Exception {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }
}
