package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.TestStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An import from a bucket outlives the server: after kill -9 it goes on at the name where it was. */
@Timeout(180)
class BucketImportCrashTest {
    private static final int OBJECTS = 700;
    private static final Map<String, String> ENVIRONMENT = Map.of(
            "KONTOR_BUCKET_PRIVATENETWORKS", "true",
            "DB_SCHEDULER_HEARTBEATINTERVAL", "1s",
            "DB_SCHEDULER_POLLINGINTERVAL", "500ms");

    @TempDir
    Path home;

    @Test
    void goesOnWhereItWas() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        TestStore store = TestStore.shared();
        try (var s3 = store.s3()) {
            for (int i = 0; i < OBJECTS; i++) {
                String key = "crash/%04d.txt".formatted(i);
                s3.putObject(r -> r.bucket(TestStore.BUCKET).key(key), RequestBody.fromString(key));
            }
        }
        ServerProcess server = ServerProcess.start(home, ENVIRONMENT);
        try {
            Caller olga = Caller.register(server.port(), "Acme", "Olga");
            String workspace = id(olga.post("/workspaces", "{\"name\": \"Vision\"}"));
            String project = id(olga.post("/workspaces/" + workspace + "/projects", "{\"name\": \"Streets\"}"));
            String dataset =
                    "/datasets/" + id(olga.post("/projects/" + project + "/datasets", "{\"name\": \"Lanes\"}"));
            olga.post(dataset + "/drafts", "{}").expect(201);
            String outside = JsonMapper.shared().writeValueAsString(store.credentials(store.port(), "crash/"));
            olga.put(dataset + "/authentication-info", outside).expect(200);
            String job = dataset + "/bucket-imports/" + id(olga.post(dataset + "/drafts/1/bucket-imports", "{}"));
            JsonNode before = await(olga, job, one -> one.path("looked").asLong() > 0);
            server.kill();
            server.awaitNothingLeft();
            assertThat(before.path("looked").asLong()).as("killed in between").isLessThan(OBJECTS);

            server = ServerProcess.start(home, ENVIRONMENT);
            olga = olga.at(server.port());
            JsonNode after =
                    await(olga, job, one -> !one.path("state").asString("").equals("RUNNING"));
            assertThat(after.path("state").asString("")).isEqualTo("DONE");
            assertThat(after.path("looked").asLong()).as("each once").isEqualTo(OBJECTS);
            assertThat(after.path("staged").asLong()).isEqualTo(OBJECTS);
            assertThat(olga.get(dataset + "/drafts/1")
                            .expect(200)
                            .json()
                            .path("added")
                            .asLong())
                    .isEqualTo(OBJECTS);
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
    }

    private static JsonNode await(Caller caller, String job, Predicate<JsonNode> until) throws InterruptedException {
        while (true) {
            JsonNode one = caller.get(job).expect(200).json();
            if (until.test(one)) {
                return one;
            }
            Thread.sleep(20);
        }
    }

    private static String id(Caller.Answer answer) {
        return answer.expect(201).json().path("id").stringValue();
    }
}
