package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 while people create things with Idempotency-Keys; whatever was sent is sent again: each is there once, and who
 * was answered gets the same answer.
 */
@Tag("crash")
@Timeout(180)
class RepeatedRequestsTest {
    private static final int ROUNDS = 2;
    private static final int PEOPLE = 4;
    private static final int ENOUGH = 30;

    private final Random random = new Random();
    private final Map<String, Optional<String>> sent = new ConcurrentHashMap<>();

    @TempDir
    Path home;

    @BeforeEach
    void letPostgresPass() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void whatIsSentTwiceIsThereOnce() throws Exception {
        ServerProcess server = ServerProcess.start(home);
        try {
            Caller olga = Caller.register(server.port(), "Acme", "Olga");
            String workspace = olga.post("/workspaces", "{\"name\": \"Acme\"}")
                    .expect(201)
                    .json()
                    .get("id")
                    .stringValue();
            String projects = "/workspaces/" + workspace + "/projects";
            for (int round = 0; round < ROUNDS; round++) {
                createAndKill(server, olga, projects);
                server.awaitNothingLeft();
                server = ServerProcess.start(home);
                olga = olga.at(server.port());
                for (Map.Entry<String, Optional<String>> one : sent.entrySet()) {
                    String again =
                            create(olga, projects, one.getKey()).expect(201).text();
                    one.getValue().ifPresent(first -> assertThat(again).isEqualTo(first));
                }
                assertThat(names(olga, projects)).containsExactlyInAnyOrderElementsOf(sent.keySet());
            }
            assertThat(sent).hasSizeGreaterThan(ROUNDS * ENOUGH);
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
    }

    private void createAndKill(ServerProcess server, Caller olga, String projects) throws Exception {
        CountDownLatch enough = new CountDownLatch(ENOUGH + random.nextInt(ENOUGH));
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < PEOPLE; i++) {
                all.add(threads.submit(() -> createUntilGone(olga.at(server.port()), projects, enough)));
            }
            enough.await();
            server.kill();
            for (Future<?> one : all) {
                one.get();
            }
        }
    }

    private void createUntilGone(Caller olga, String projects, CountDownLatch enough) {
        while (true) {
            String name = UUID.randomUUID().toString();
            sent.put(name, Optional.empty());
            try {
                String answer = create(olga, projects, name).expect(201).text();
                sent.put(name, Optional.of(answer));
                enough.countDown();
            } catch (UncheckedIOException gone) {
                return;
            }
        }
    }

    /** Its name is its key, too. */
    private static Caller.Answer create(Caller olga, String projects, String name) {
        return olga.send(
                "POST",
                projects,
                BodyPublishers.ofString("{\"name\": \"" + name + "\"}"),
                "Content-Type",
                "application/json",
                "Idempotency-Key",
                name);
    }

    /** All of them, each as often as it is there. */
    private static List<String> names(Caller olga, String projects) {
        List<String> names = new ArrayList<>();
        Set<String> cursors = new HashSet<>();
        String cursor = "";
        do {
            var page = olga.get(projects + "?limit=200" + cursor).expect(200).json();
            page.get("items").forEach(item -> names.add(item.get("name").stringValue()));
            cursor = page.get("next").isNull()
                    ? ""
                    : "&cursor=" + page.get("next").stringValue();
        } while (!cursor.isEmpty() && cursors.add(cursor));
        return names;
    }
}
