package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.backup.Backup;
import dev.kontor.backup.Restore;
import dev.kontor.crash.ServerProcess.Operated;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A restore that is refused, killed or runs out of disk leaves the home as it was; the next one takes the place of it whole, and
 * keeps what was there before.
 */
@Tag("crash")
@Timeout(300)
class RestoreTest {
    private static final long PATIENCE = Duration.ofSeconds(60).toNanos();
    private static final int KIB = 1 << 10;

    private final byte[] bytes = new byte[600 * KIB];

    @TempDir
    Path folder;

    private Path home = Path.of("");
    private String file = "";
    private String email = "";
    private String dataset = "";
    private String after = "";

    @BeforeEach
    void prepare() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        home = folder.resolve("home");
        file = folder.resolve("all.backup").toString();
        new Random(1).nextBytes(bytes);
    }

    @Test
    void changesAllOrNothing() throws Exception {
        Caller before = backUpAndGoOn();
        assertThat(ServerProcess.operate(Restore.class, home, file))
                .satisfies(told -> assertThat(told.status()).isEqualTo(2))
                .satisfies(told -> assertThat(told.said()).contains("--replace"));
        killWhen(home.resolve("restoring/postgres/data"));
        killWhen(home.resolve("restoring/contents/" + Caller.sha256(bytes).substring(0, 2)));
        Operated full = ServerProcess.operateLimited(KIB * KIB, Restore.class, folder.resolve("third"), file);
        assertThat(full.status()).as(full.said()).isEqualTo(1);
        assertThat(names(folder.resolve("third"))).containsExactly("lock");
        onServer(port -> before.at(port).get(after).expect(200));
        Operated restored = ServerProcess.operate(Restore.class, home, file, "replace");
        assertThat(restored.said())
                .contains("What was there before is in " + home.toRealPath().resolve("replaced"));
        assertThat(restored.status()).isZero();
        assertThat(names(home)).containsExactly("contents", "lock", "postgres", "replaced");
        onServer(port -> {
            before.at(port).get(dataset).expect(401);
            Caller olga = Caller.signIn(port, email);
            olga.get(after).expect(404);
            assertThat(olga.get(dataset + "/versions/main/content?path=file")
                            .expect(200)
                            .bytes())
                    .isEqualTo(bytes);
        });
        Operated again = ServerProcess.operate(Restore.class, home, file, "replace");
        assertThat(again.said()).contains("still holds what an earlier restore replaced");
    }

    /** A trial beside a server with the same settings must not sweep that one's files. */
    @Test
    void refusesAStoreOutsideTheHomeUnasked() throws Exception {
        Path store = Files.createDirectory(folder.resolve("store"));
        Files.writeString(folder.resolve("all.backup"), "none");
        for (Map<String, String> settings : List.of(
                Map.of("KONTOR_STORAGE_FOLDER", store.toString()), Map.of("KONTOR_STORAGE_S3_BUCKET", "theirs"))) {
            Operated refused = ServerProcess.operate(Restore.class, settings, home, file);
            assertThat(refused.said()).contains("store outside of the home").contains("--outside-store");
            assertThat(refused.status()).isEqualTo(2);
            Operated meant = ServerProcess.operate(Restore.class, settings, home, file, "", "outside-store");
            assertThat(meant.said()).contains("is no backup of Kontor");
        }
        assertThat(names(store)).isEmpty();
        Map<String, String> inside = Map.of(
                "KONTOR_STORAGE_FOLDER", home.toRealPath().resolve("files").toString());
        assertThat(ServerProcess.operate(Restore.class, inside, home, file).said())
                .contains("is no backup of Kontor");
    }

    /** In the backup is a dataset; the home has another one after it. */
    private Caller backUpAndGoOn() throws Exception {
        ServerProcess server = ServerProcess.start(home);
        try {
            Caller olga = Caller.register(server.port(), "Acme", "Olga");
            email = olga.me().at("/user/email").stringValue();
            String workspace = made(olga, "/workspaces", "Acme");
            String project = "/projects/" + made(olga, "/workspaces/" + workspace + "/projects", "Cats");
            dataset = "/datasets/" + made(olga, project + "/datasets", "Day");
            String draft = dataset + "/drafts/"
                    + olga.post(dataset + "/drafts", "{}").json().get("number").longValue();
            olga.put(draft + "/item?path=file", bytes).expect(200);
            olga.post(draft + "/commit", "{\"message\": \"m\"}").expect(201);
            Operated full = ServerProcess.operateLimited(200 * KIB, Backup.class, home, file);
            assertThat(full.said()).contains("was not made").contains("The disk is full.");
            assertThat(full.status()).isEqualTo(1);
            assertThat(names(folder)).containsExactly("home");
            Operated made = ServerProcess.operate(Backup.class, home, file);
            assertThat(made.status()).as(made.said()).isZero();
            after = "/datasets/" + made(olga, project + "/datasets", "Night");
            Operated running = ServerProcess.operate(Restore.class, home, file, "replace");
            assertThat(running.said()).contains("Kontor already runs on").contains("Stop it first.");
            return olga;
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
    }

    private void killWhen(Path there) throws Exception {
        Process restore = ServerProcess.begin(Restore.class, Map.of(), home, file, "replace");
        long end = System.nanoTime() + PATIENCE;
        while (!Files.exists(there)) {
            assertThat(restore.isAlive()).isTrue();
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(1_000_000);
        }
        restore.destroyForcibly().waitFor();
        assertThat(names(home)).containsExactly("contents", "lock", "postgres", "restoring");
    }

    private interface Looking {
        void at(int port) throws Exception;
    }

    private void onServer(Looking looking) throws Exception {
        ServerProcess server = ServerProcess.start(home);
        try {
            looking.at(server.port());
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
    }

    private static String made(Caller olga, String path, String name) {
        return olga.post(path, "{\"name\": \"" + name + "\"}")
                .expect(201)
                .json()
                .get("id")
                .stringValue();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(one -> one.getFileName().toString()).sorted().toList();
        }
    }
}
