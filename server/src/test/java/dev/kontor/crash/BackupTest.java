package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.backup.Backup;
import dev.kontor.backup.Restore;
import dev.kontor.crash.ServerProcess.Operated;
import dev.kontor.node.HomeDatabase;
import dev.kontor.upkeep.Check;
import dev.kontor.upkeep.Recount;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * {@code ./kontor backup} while people upload, commit and delete, and what they let go of is swept at once: what comes out of it by
 * {@code ./kontor restore} is one state, with every byte of it. Killed, or on a full disk, neither leaves anything that looks whole.
 */
@Tag("crash")
@Timeout(300)
class BackupTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Map<String, String> SWEEPING =
            Map.of("KONTOR_STORAGE_SWEEP", "1s", "KONTOR_STORAGE_SENT", "0s");

    private final Random random = new Random(7);

    @TempDir
    Path folder;

    private Path home = Path.of("");
    private Path file = Path.of("");

    @BeforeEach
    void letPostgresPass() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        home = folder.resolve("home");
        file = folder.resolve("all.backup");
    }

    @Test
    void isOneStateOfEverything() throws Exception {
        ServerProcess server = ServerProcess.start(home, SWEEPING);
        String email;
        List<Writer> writers;
        List<Integer> before;
        byte[] swept = first(random(300_000), "b");
        String gone;
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Caller olga = Caller.register(server.port(), "Acme", "Olga");
            email = olga.me().at("/user/email").stringValue();
            String project = project(olga);
            // its file is a pipe, so that the backup waits for us when it comes to it
            byte[] kept = first(random(200_000), "a");
            dataset(olga, project, "Kept", kept);
            Path pipe = path(kept);
            byte[] piped = Files.readAllBytes(pipe);
            Files.delete(pipe);
            assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                    .isZero();
            gone = dataset(olga, project, "Gone", swept);
            String killed = dataset(olga, project, "Killed", first(random(300_001), "c"));
            killedBackupHoldsNothing(pipe, olga, killed);
            writers = writers(olga, project);
            Future<?> writing = writeAll(threads, writers, olga);
            awaitVersions(writers, 3);
            before = writers.stream().map(writer -> writer.versions.size()).toList();
            Process backup = ServerProcess.begin(Backup.class, Map.of(), home, file.toString());
            try (OutputStream hand = Files.newOutputStream(pipe)) {
                olga.delete(gone + "?name=Gone").expect(204);
                awaitSwept(swept);
                assertThat(path(swept)).as("the backup may need it").exists();
                awaitVersions(writers, before.getFirst() + 2);
                hand.write(piped);
            }
            String said = backup.inputReader().readAllAsString();
            assertThat(backup.waitFor()).as(said).isZero();
            assertThat(said).contains("Backup: 0 %").contains("Backup: 100 %").contains("large contents as of");
            Files.delete(pipe);
            Files.write(pipe, piped);
            server.kill();
            writing.get();
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(file.resolveSibling("all.backup.unfinished")).doesNotExist();
        assertRestored(email, writers, before, gone, swept);
    }

    private void assertRestored(String email, List<Writer> writers, List<Integer> before, String gone, byte[] swept)
            throws Exception {
        Path other = folder.resolve("other");
        Operated restored = ServerProcess.operate(Restore.class, other, file.toString());
        assertThat(restored.status()).as(restored.said()).isZero();
        assertThat(restored.said()).contains("Verifying: 100 %").contains("Restore: 100 %");
        assertThat(ServerProcess.operate(Check.class, other).said()).endsWith("all is well.");
        assertThat(ServerProcess.operate(Recount.class, other).said()).endsWith("all as kept.");
        ServerProcess server = ServerProcess.start(other);
        try {
            Caller olga = Caller.signIn(server.port(), email);
            for (int i = 0; i < writers.size(); i++) {
                Inspector.inspectRestored(olga, writers.get(i), before.get(i));
            }
            assertThat(olga.get(gone + "/versions/main/content?path=file")
                            .expect(200)
                            .bytes())
                    .isEqualTo(swept);
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
    }

    /** While it ran, what was deleted stayed; the moment it is gone, that goes. */
    private void killedBackupHoldsNothing(Path pipe, Caller olga, String killed) throws Exception {
        byte[] bytes = olga.get(killed + "/versions/main/content?path=file")
                .expect(200)
                .bytes();
        Process backup = ServerProcess.begin(Backup.class, Map.of(), home, file.toString());
        try (OutputStream hand = Files.newOutputStream(pipe)) {
            olga.delete(killed + "?name=Killed").expect(204);
            awaitSwept(bytes);
            assertThat(path(bytes)).exists();
            backup.destroyForcibly().waitFor();
        }
        assertThat(file).doesNotExist();
        assertThat(file.resolveSibling("all.backup.unfinished")).exists();
        await(() -> !Files.exists(path(bytes)));
    }

    /** Its row is gone, and the sweep ran once more after that. */
    private void awaitSwept(byte[] bytes) throws Exception {
        await(() -> one("select count(*) from content where digest = '\\x" + Caller.sha256(bytes) + "'")
                .equals("0"));
        String runs = "select coalesce(extract(epoch from last_success), 0) from scheduled_tasks"
                + " where task_name = 'sweep-loose-contents'";
        String then = one(runs);
        await(() -> !one(runs).equals(then));
    }

    private interface Question {
        boolean holds() throws Exception;
    }

    private static void await(Question question) throws Exception {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!question.holds()) {
            assertThat(System.nanoTime()).isLessThan(end);
            LockSupport.parkNanos(10_000_000);
        }
    }

    private String one(String query) throws Exception {
        return HomeDatabase.with(home, connection -> {
            try (var rows = connection.createStatement().executeQuery(query)) {
                rows.next();
                return rows.getString(1);
            }
        });
    }

    private static void awaitVersions(List<Writer> writers, int each) throws Exception {
        await(() -> writers.stream().allMatch(writer -> writer.versions.size() >= each));
    }

    private static Future<?> writeAll(ExecutorService threads, List<Writer> writers, Caller olga) {
        List<? extends Future<?>> all = writers.stream()
                .map(writer -> threads.submit(() -> writer.writeUntilGone(olga)))
                .toList();
        return threads.submit(() -> {
            for (Future<?> one : all) {
                one.get();
            }
            return null;
        });
    }

    private List<Writer> writers(Caller olga, String project) {
        List<byte[]> common = List.of(random(10), random(5_000), random(70_000));
        List<Writer> writers = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            String dataset = "/datasets/" + made(olga, project + "/datasets", "Cats " + i);
            writers.add(new Writer(project, dataset, new Random(i), common));
        }
        return writers;
    }

    private static String project(Caller olga) {
        String workspace = made(olga, "/workspaces", "Acme");
        return "/projects/" + made(olga, "/workspaces/" + workspace + "/projects", "Cats");
    }

    /** With a file that is old enough to be swept. */
    private String dataset(Caller olga, String project, String name, byte[] bytes) throws IOException {
        String dataset = "/datasets/" + made(olga, project + "/datasets", name);
        String draft = dataset + "/drafts/"
                + olga.post(dataset + "/drafts", "{}").json().get("number").longValue();
        olga.put(draft + "/item?path=file", bytes).expect(200);
        olga.post(draft + "/commit", "{\"message\": \"m\"}").expect(201);
        Files.setLastModifiedTime(path(bytes), FileTime.fromMillis(0));
        return dataset;
    }

    private static String made(Caller olga, String path, String name) {
        return olga.post(path, "{\"name\": \"" + name + "\"}")
                .expect(201)
                .json()
                .get("id")
                .stringValue();
    }

    private Path path(byte[] bytes) {
        String hex = Caller.sha256(bytes);
        return home.resolve("contents")
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex);
    }

    private byte[] random(int length) {
        byte[] bytes = new byte[length];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Contents are copied in the order of their digests: this one begins so. */
    private static byte[] first(byte[] bytes, String begin) {
        while (!Caller.sha256(bytes).startsWith(begin)) {
            bytes[0]++;
            if (bytes[0] == 0) {
                bytes[1]++;
            }
        }
        return bytes;
    }
}
