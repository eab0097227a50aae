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

/**
 * K-11 (section 10, long work survives a restart): kill -9 while an organization's people are being added; the job goes on
 * after the restart, and everybody is added once.
 */
@Tag("crash")
@Timeout(180)
class AdditionCrashTest {
    private static final int PEOPLE = 8_000;
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
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
    void theJobGoesOnAndAddsEverybodyOnce() throws Exception {
        ServerProcess server = ServerProcess.start(home.resolve("first"), environment());
        Caller olga;
        String addition;
        try {
            olga = Caller.register(server.port(), "Acme", "Olga");
            String workspace = olga.post("/workspaces", "{\"name\": \"Vision\"}")
                    .expect(201)
                    .json()
                    .path("id")
                    .stringValue();
            String acme = olga.me().at("/organization/id").stringValue();
            sql("insert into app_user (organization_id, name, email, proven, created_at) select '" + acme
                    + "', 'Person ' || n, 'p' || n || '@kontor.test', true, now() from generate_series(1, " + PEOPLE
                    + ") n");
            String additions = "/workspaces/" + workspace + "/members/additions";
            addition = additions + "/"
                    + olga.post(additions, "{\"organizationId\": \"" + acme + "\"}")
                            .expect(201)
                            .json()
                            .path("id")
                            .stringValue();
            await("select count(*) from member", 1_000);
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
        long before = count("select count(*) from member");
        assertThat(before).as("killed on the way").isBetween(1_000L, (long) PEOPLE);
        // the node is dead for all who look: else another one waits a minute and a half for its heartbeat
        sql("update scheduled_tasks set last_heartbeat = last_heartbeat - interval '1 hour' where picked");
        goesOn(olga, addition);
    }

    private void goesOn(Caller olga, String addition) throws Exception {
        ServerProcess server = ServerProcess.start(home.resolve("second"), environment());
        try {
            await("select count(*) from member", PEOPLE + 1);
            Caller again = olga.at(server.port());
            await("select count(*) from member_addition where state = 'DONE'", 1);
            var done = again.get(addition).expect(200).json();
            assertThat(done.path("added").asInt()).isEqualTo(PEOPLE);
            assertThat(count("select count(*) from audit_event where kind = 'member.added'"))
                    .as("everybody once, and once in the log")
                    .isEqualTo(PEOPLE);
            assertThat(count("select count(distinct object_id) from audit_event where kind = 'member.added'"))
                    .isEqualTo(PEOPLE);
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
    }

    private static Map<String, String> environment() {
        return new HashMap<>(Map.of(
                "KONTOR_DATABASE_URL", postgres.url(),
                "KONTOR_DATABASE_USER", postgres.user(),
                "KONTOR_DATABASE_PASSWORD", postgres.password()));
    }

    private static void await(String count, long atLeast) throws Exception {
        for (long end = System.nanoTime() + PATIENCE; count(count) < atLeast; LockSupport.parkNanos(5_000_000)) {
            assertThat(System.nanoTime()).as(count).isLessThan(end);
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
