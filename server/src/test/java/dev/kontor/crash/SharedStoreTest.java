package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.backup.Backup;
import dev.kontor.backup.Restore;
import dev.kontor.crash.ServerProcess.Operated;
import dev.kontor.node.HomeDatabase;
import dev.kontor.upkeep.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A restored home is served with the settings of the first server, whose store has what the backup does not know: it takes nothing away
 * from it, unless the operator said that it is its own.
 */
@Tag("crash")
@Timeout(180)
class SharedStoreTest {
    private static final String WHOLE_STORE = "task_name = 'sweep-contents'";
    private static final String SWEPT =
            "select coalesce(extract(epoch from last_success), 0) from scheduled_tasks where " + WHOLE_STORE;

    @TempDir
    Path folder;

    private Path first = Path.of("");
    private Path trial = Path.of("");
    private Path store = Path.of("");

    @BeforeEach
    void prepare() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        first = folder.resolve("first");
        trial = folder.resolve("trial");
        store = Files.createDirectory(folder.resolve("store")).toRealPath();
    }

    private Map<String, String> settings() {
        return Map.of("KONTOR_STORAGE_FOLDER", store.toString());
    }

    @Test
    void isSweptByWhomItBelongsToOnly() throws Exception {
        String file = folder.resolve("all.backup").toString();
        byte[] later = bytes(200_001);
        ServerProcess server = ServerProcess.start(first, settings());
        try {
            Caller olga = Caller.register(server.port(), "Acme", "Olga");
            String draft = draft(olga);
            olga.put(draft + "/item?path=before", bytes(200_000)).expect(200);
            assertThat(ServerProcess.operate(Backup.class, settings(), first, file)
                            .status())
                    .isZero();
            olga.put(draft + "/item?path=later", later).expect(200);
            Files.setLastModifiedTime(path(later), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
            assertThat(ServerProcess.operate(Restore.class, trial, file).status())
                    .isZero();
            sweepOnce();
            assertThat(path(later)).as("of the first server, which runs").exists();
            assertThat(olga.get(draft.replace("drafts/1", "versions/draft-1/content?path=later"))
                            .expect(200)
                            .bytes())
                    .isEqualTo(later);
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
        Operated refused = ServerProcess.operate(Check.class, settings(), trial);
        assertThat(refused.said())
                .contains("folder " + store + ": carries the mark of another installation")
                .endsWith("1 faults.");
        assertThat(one("select refused from installation")).contains("nothing is taken away from it");
        Operated meant = ServerProcess.operate(Restore.class, settings(), trial, file, "replace", "outside-store");
        assertThat(meant.status()).as(meant.said()).isZero();
        sweepOnce();
        assertThat(path(later)).as("of nobody any more").doesNotExist();
        assertThat(ServerProcess.operate(Check.class, settings(), trial).said()).endsWith("all is well.");
        assertThat(ServerProcess.operate(Check.class, settings(), first).said())
                .contains("carries the mark of another installation");
    }

    private static String draft(Caller olga) {
        String workspace = made(olga, "/workspaces", "Acme");
        String project = made(olga, "/workspaces/" + workspace + "/projects", "Cats");
        String dataset = "/datasets/" + made(olga, "/projects/" + project + "/datasets", "Day");
        olga.post(dataset + "/drafts", "{}").expect(201);
        return dataset + "/drafts/1";
    }

    private static String made(Caller olga, String path, String name) {
        return olga.post(path, "{\"name\": \"" + name + "\"}")
                .expect(201)
                .json()
                .get("id")
                .stringValue();
    }

    /** A server on the restored home, with the store's settings, looks at once through the whole of it. */
    private void sweepOnce() throws Exception {
        one("update scheduled_tasks set execution_time = now(), last_success = null where " + WHOLE_STORE
                + " returning 1");
        ServerProcess server = ServerProcess.start(trial, settings());
        try {
            long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            while (one(SWEPT).equals("0")) {
                assertThat(System.nanoTime()).isLessThan(end);
                LockSupport.parkNanos(50_000_000);
            }
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
    }

    private String one(String query) throws IOException, SQLException {
        return HomeDatabase.with(trial, connection -> {
            try (Statement sql = connection.createStatement();
                    ResultSet row = sql.executeQuery(query)) {
                row.next();
                return String.valueOf(row.getString(1));
            }
        });
    }

    private Path path(byte[] bytes) {
        String hex = Caller.sha256(bytes);
        return store.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
