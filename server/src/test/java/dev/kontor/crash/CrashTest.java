package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.upkeep.Check;
import dev.kontor.upkeep.Recount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 at random moments, while several people upload, commit, branch and delete, and what they let go of is swept: every
 * acknowledged version, and every acknowledged change of a draft, is whole afterwards; what was not acknowledged is there
 * as a whole or not at all; every digest, reference and counter is right. Repeat a run with {@code -Dkontor.crash.seed=...}.
 */
@Tag("crash")
@Timeout(300)
class CrashTest {
    private static final int ROUNDS = 3;
    private static final int WRITERS = 4;
    private static final int MOST_COMMITS = 10;
    private static final Map<String, String> SWEEPING = Map.of("KONTOR_STORAGE_SWEEP", "1s");
    private static final long LONGEST = Duration.ofSeconds(5).toNanos();

    private final long seed = Long.getLong("kontor.crash.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final List<Writer> writers = new ArrayList<>();

    @TempDir
    Path home;

    @BeforeEach
    void letPostgresPass() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void keepsWhatItAcknowledged() throws Exception {
        System.out.println("Crash test with seed " + seed);
        ServerProcess server = ServerProcess.start(home, SWEEPING);
        Caller olga = null;
        try {
            olga = Caller.register(server.port(), "Acme", "Olga");
            makeDatasets(olga);
            for (int round = 1; round <= ROUNDS; round++) {
                writeAndKill(server, olga);
                long killed = System.nanoTime();
                server.awaitNothingLeft();
                server = ServerProcess.start(home, SWEEPING);
                long back = System.nanoTime();
                olga = olga.at(server.port());
                boolean last = round == ROUNDS;
                for (Writer writer : writers) {
                    Inspector.inspect(olga, writer, last);
                }
                assertNothingWrong(last);
                System.out.printf(
                        "Back after %.1f s, inspected in %.1f s%n",
                        (back - killed) / 1e9, (System.nanoTime() - back) / 1e9);
            }
            compareLog(olga);
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
    }

    private void assertNothingWrong(boolean counted) throws Exception {
        var checked = ServerProcess.operate(Check.class, home);
        assertThat(checked.said()).endsWith("all is well.");
        assertThat(checked.status()).isZero();
        if (counted) {
            assertThat(ServerProcess.operate(Recount.class, home).said()).endsWith("all as kept.");
        }
    }

    private void makeDatasets(Caller olga) {
        List<byte[]> common = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            byte[] bytes = new byte[random.nextInt(50_000)];
            random.nextBytes(bytes);
            common.add(bytes);
        }
        String workspace = made(olga, "/workspaces", "Acme");
        String project = made(olga, "/workspaces/" + workspace + "/projects", "Cats");
        for (int i = 0; i < WRITERS; i++) {
            String dataset = made(olga, "/projects/" + project + "/datasets", "Cats " + i);
            writers.add(
                    new Writer("/projects/" + project, "/datasets/" + dataset, new Random(random.nextLong()), common));
        }
    }

    private static String made(Caller olga, String path, String name) {
        return olga.post(path, "{\"name\": \"" + name + "\"}")
                .expect(201)
                .json()
                .get("id")
                .stringValue();
    }

    private void writeAndKill(ServerProcess server, Caller olga) throws InterruptedException, ExecutionException {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<? extends Future<?>> all = writers.stream()
                    .map(writer -> threads.submit(() -> writer.writeUntilGone(olga.at(server.port()))))
                    .toList();
            awaitSomeMoment();
            server.kill();
            for (Future<?> one : all) {
                one.get();
            }
        }
        System.out.println("Killed with acknowledged versions "
                + writers.stream().map(writer -> writer.versions.size()).toList());
    }

    /** After some commits, however fast the machine is, and then at any step of the next ones. */
    private void awaitSomeMoment() throws InterruptedException {
        int enough = committed() + random.nextInt(MOST_COMMITS);
        long end = System.nanoTime() + LONGEST;
        while (committed() < enough && System.nanoTime() < end) {
            Thread.sleep(5);
        }
        Thread.sleep(random.nextInt(400));
    }

    private int committed() {
        return writers.stream().mapToInt(writer -> writer.versions.size()).sum();
    }

    /** Each version stands in the log of activity, once. */
    private void compareLog(Caller olga) {
        String workspace = olga.me().at("/workspaces/0/id").stringValue();
        List<String> kept = writers.stream().map(Writer::dataset).toList();
        int logged = 0;
        String cursor = "";
        do {
            var page = olga.get("/workspaces/" + workspace + "/activity?kind=version.committed&limit=200" + cursor)
                    .expect(200)
                    .json();
            for (var event : page.get("items")) {
                logged += kept.contains("/datasets/" + event.at("/object/id").stringValue()) ? 1 : 0;
            }
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").stringValue();
        } while (!cursor.isEmpty());
        assertThat(logged).isEqualTo(committed()).isPositive();
    }
}
