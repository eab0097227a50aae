package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.upkeep.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that takes no more, in the middle of a write: the system lets no process of the server write files beyond 32 MiB.
 * The answer says so, nothing is half done, and all that was there before is whole.
 */
@Tag("crash")
@Timeout(120)
class DiskFullTest {
    private static final int MIB = 1 << 20;

    @TempDir
    Path home;

    @BeforeEach
    void letPostgresPass() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void saysSoAndLeavesNothingHalfDone() throws Exception {
        ServerProcess server = ServerProcess.startLimited(home, 32 * MIB);
        try {
            Caller olga = Caller.register(server.port(), "Acme", "Olga");
            String dataset = dataset(olga);
            String draft = dataset + "/drafts/"
                    + olga.post(dataset + "/drafts", "{}").json().get("number").longValue();
            byte[] before = random(2 * MIB);
            olga.put(draft + "/item?path=before.bin", before).expect(200);
            var refused =
                    olga.put(draft + "/item?path=large.bin", random(70 * MIB)).expect(507);
            assertThat(refused.json().get("code").stringValue()).isEqualTo("store-full");
            assertThat(refused.text()).contains("disk is full").contains("nothing was stored");
            assertThat(olga.get(draft).json().get("added").longValue()).isEqualTo(1);
            assertThat(left()).isEmpty();
            olga.batch(draft + "/items", List.of(new Caller.File("small", random(100), null)))
                    .expect(200);
            String version = olga.post(draft + "/commit", "{\"message\": \"m\"}")
                    .expect(201)
                    .json()
                    .get("id")
                    .stringValue();
            assertThat(olga.get(dataset + "/versions/" + version + "/content?path=before.bin")
                            .expect(200)
                            .bytes())
                    .isEqualTo(before);
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
        assertThat(ServerProcess.operate(Check.class, home).said()).endsWith("all is well.");
    }

    private static String dataset(Caller olga) {
        String workspace = made(olga, "/workspaces", "Acme");
        String project = made(olga, "/workspaces/" + workspace + "/projects", "Cats");
        return "/datasets/" + made(olga, "/projects/" + project + "/datasets", "Day");
    }

    private static String made(Caller olga, String path, String name) {
        return olga.post(path, "{\"name\": \"" + name + "\"}")
                .expect(201)
                .json()
                .get("id")
                .stringValue();
    }

    /** Of what came in and was not kept. */
    private List<Path> left() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("contents/incoming"))) {
            return files.toList();
        }
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random(length).nextBytes(bytes);
        return bytes;
    }
}
