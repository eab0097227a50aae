package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.crash.ServerProcess.Operated;
import dev.kontor.node.HomeDatabase;
import dev.kontor.upkeep.Check;
import dev.kontor.upkeep.Recount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./kontor check} and {@code ./kontor recount} find nothing where all is well, and everything that is made wrong. */
@Tag("crash")
@Timeout(120)
class CheckTest {
    @TempDir
    Path home;

    @BeforeEach
    void letPostgresPass() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void tellsEachFault() throws Exception {
        byte[] large = new byte[200_000];
        byte[] other = new byte[200_000];
        new Random(1).nextBytes(large);
        new Random(2).nextBytes(other);
        ServerProcess server = ServerProcess.start(home);
        try {
            fill(Caller.register(server.port(), "Acme", "Olga"), large, other);
            Operated beside = ServerProcess.operate(Check.class, home);
            assertThat(beside.said()).endsWith("all is well.");
            assertThat(beside.status()).isZero();
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
        leave();
        Operated counted = ServerProcess.operate(Recount.class, home);
        assertThat(counted.said()).endsWith("1 projects counted: all as kept.");
        assertThat(counted.status()).isZero();
        damage(large, other);
        Operated checked = ServerProcess.operate(Check.class, home);
        assertThat(checked.status()).isEqualTo(1);
        assertThat(checked.said().lines())
                .anySatisfy(
                        line -> assertThat(line).contains(Caller.sha256(large)).contains("bytes of another digest"))
                .anySatisfy(
                        line -> assertThat(line).contains(Caller.sha256(other)).contains("its file is missing"))
                .anySatisfy(line -> assertThat(line).contains(sha256("one")).contains("bytes of another digest"))
                .anySatisfy(line -> assertThat(line).contains("item two ").contains(sha256("two") + " is missing"))
                .anySatisfy(line -> assertThat(line).contains("item three ").contains("are missing"))
                .anySatisfy(line -> assertThat(line)
                        .contains("version 1")
                        .contains("says 6 items")
                        .contains("has 5"))
                .anySatisfy(line -> assertThat(line).contains("dataset").contains("7 bytes"))
                .anySatisfy(line -> assertThat(line).contains("is in no version"))
                .noneSatisfy(line -> assertThat(line).contains("leaving/"));
        Operated recounted = ServerProcess.operate(Recount.class, home);
        assertThat(recounted.status()).isEqualTo(1);
        assertThat(recounted.said()).contains("Cats").endsWith("1 repaired.");
        assertThat(ServerProcess.operate(Recount.class, home).status()).isZero();
    }

    private static String sha256(String text) {
        return Caller.sha256(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void fill(Caller olga, byte[] large, byte[] other) {
        String workspace = made(olga, "/workspaces", "Acme");
        String project = made(olga, "/workspaces/" + workspace + "/projects", "Cats");
        String dataset = "/datasets/" + made(olga, "/projects/" + project + "/datasets", "Day");
        String draft = dataset + "/drafts/"
                + olga.post(dataset + "/drafts", "{}").json().get("number").longValue();
        olga.put(draft + "/catalog", "{\"CLASSIFICATION\": {\"categories\": [{\"name\": \"cat\"}]}}")
                .expect(204);
        olga.batch(
                        draft + "/items",
                        List.of(
                                file("one", null),
                                file("two", null),
                                file("three", "{\"CLASSIFICATION\": {\"category\": \"cat\"}}"),
                                file("four", null),
                                new Caller.File("large", large, null),
                                new Caller.File("other", other, null)))
                .expect(200);
        olga.post(draft + "/commit", "{\"message\": \"first\"}").expect(201);
    }

    private static Caller.File file(String name, String labels) {
        return new Caller.File(name, name.getBytes(StandardCharsets.UTF_8), labels);
    }

    private static String made(Caller olga, String path, String name) {
        return olga.post(path, "{\"name\": \"" + name + "\"}")
                .expect(201)
                .json()
                .get("id")
                .stringValue();
    }

    private Path contents(byte[] bytes) {
        String hex = Caller.sha256(bytes);
        return home.resolve("contents")
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex);
    }

    /** As a large dataset's deletion has it for a while: that is no fault. */
    private void leave() throws IOException, SQLException {
        HomeDatabase.with(home, connection -> {
            try (Statement sql = connection.createStatement()) {
                sql.execute("insert into item (line_id, path, added_in, digest, size, media_type) select 4711,"
                        + " 'leaving/one', 1, digest, size, 'text/plain' from content where digest = sha256('one')");
                sql.execute("with left_behind as (insert into leaving (workspace_id, project_id, dataset_id, open)"
                        + " select workspace_id, id, gen_random_uuid(), false from project returning id)"
                        + " insert into leaving_line select 4711, id from left_behind");
                return true;
            }
        });
    }

    private void damage(byte[] large, byte[] other) throws IOException, SQLException {
        byte[] flipped = large.clone();
        flipped[100_000] ^= 1;
        Files.write(contents(large), flipped);
        Files.delete(contents(other));
        HomeDatabase.with(home, connection -> {
            try (Statement sql = connection.createStatement()) {
                sql.execute("update content set bytes = 'eno' where digest = sha256('one')");
                sql.execute("delete from sent_content where digest = sha256('two')");
                sql.execute("delete from content where digest = sha256('two')");
                sql.execute("delete from annot");
                sql.execute("update item set added_in = 8, removed_in = 9 where path = 'four'");
                sql.execute("update dataset set bytes = 7");
                sql.execute("update project_storage set bytes = bytes + 1");
                return true;
            }
        });
    }
}
