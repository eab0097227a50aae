package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.Map;
import java.util.UUID;
import kontor.database.BundledPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** C-07: the log is exported at constant memory: a server with a heap of 128 MB streams twice as much and more. */
@Tag("crash")
@Timeout(180)
class ExportMemoryTest {
    private static final int EVENTS = 120_000;
    private static final int PARTICULARS = 2_200;
    private static final long HEAP = 128L * 1024 * 1024;
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

    @Test
    void aLogLargerThanTheHeapIsExportedWhole() throws Exception {
        ServerProcess server = ServerProcess.start(
                home,
                Map.of(
                        "KONTOR_DATABASE_URL", postgres.url(),
                        "KONTOR_DATABASE_USER", postgres.user(),
                        "KONTOR_DATABASE_PASSWORD", postgres.password(),
                        "JAVA_TOOL_OPTIONS", "-Xmx" + HEAP + " -XX:+ExitOnOutOfMemoryError"));
        try {
            Caller olga = Caller.register(server.port(), "Acme", "Olga");
            String workspace = olga.post("/workspaces", "{\"name\": \"Vision\"}")
                    .expect(201)
                    .json()
                    .path("id")
                    .stringValue();
            fill(UUID.fromString(workspace), olga.userId());
            Read read = read(olga, "/workspaces/" + workspace + "/activity/export");
            assertThat(read.lines()).isGreaterThan(EVENTS);
            assertThat(read.bytes()).isGreaterThan(2 * HEAP);
            // it is still well
            olga.get("/me").expect(200);
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
    }

    private record Read(long lines, long bytes) {}

    private static Read read(Caller who, String path) throws Exception {
        HttpResponse<InputStream> response = who.stream(path);
        assertThat(response.statusCode()).isEqualTo(200);
        long lines = 0;
        long bytes = 0;
        byte[] buffer = new byte[1 << 16];
        try (InputStream body = response.body()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                bytes += read;
                for (int i = 0; i < read; i++) {
                    lines += buffer[i] == '\n' ? 1 : 0;
                }
            }
        }
        return new Read(lines, bytes);
    }

    /** Of a kind that open pages are not told of one by one. */
    private static void fill(UUID workspace, UUID actor) throws Exception {
        try (Connection connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
                var insert = connection.prepareStatement("insert into audit_event (at, actor_id, actor_name,"
                        + " actor_organization_id, workspace_id, kind, object_kind, object_id, object_name, detail)"
                        + " select now() - n * interval '1 second', ?, 'Olga', ?, ?, 'draft.changed', 'dataset',"
                        + " gen_random_uuid()::text, 'Streets', jsonb_build_object('paths', repeat('x', ?))"
                        + " from generate_series(1, ?) n")) {
            insert.setObject(1, actor);
            insert.setObject(2, UUID.randomUUID());
            insert.setObject(3, workspace);
            insert.setInt(4, PARTICULARS);
            insert.setInt(5, EVENTS);
            insert.executeUpdate();
        }
    }
}
