package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.node.HomeDatabase;
import dev.kontor.testing.TestStore;
import dev.kontor.upkeep.Check;
import dev.kontor.upkeep.Recount;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Imports from a bucket and of labels outlive the server: after kill -9 nothing is wrong, they go on where they were, and
 * each ends once.
 */
@Tag("crash")
@Timeout(180)
class ImportCrashTest {
    private static final int OBJECTS = 600;
    private static final int LABELLED = 3_000;
    private static final Map<String, String> ENVIRONMENT =
            Map.of("KONTOR_BUCKET_PRIVATENETWORKS", "true", "DB_SCHEDULER_POLLINGINTERVAL", "200ms");

    @TempDir
    Path home;

    private Caller olga;
    private String project;

    @Test
    void goOnWhereTheyWere() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        ServerProcess server = ServerProcess.start(home, ENVIRONMENT);
        String bucket;
        String labels;
        try {
            olga = Caller.register(server.port(), "Acme", "Olga");
            String workspace = id(olga.post("/workspaces", "{\"name\": \"Vision\"}"));
            project = id(olga.post("/workspaces/" + workspace + "/projects", "{\"name\": \"Streets\"}"));
            String draft = dataset("Labels") + "/drafts/1";
            String lines = labelled(draft);
            bucket = bucket();
            JsonNode looked = await(bucket, one -> one.path("looked").asLong() > 0);
            labels = labels(draft, lines);
            JsonNode read = await(labels, one -> one.path("handled").asLong() > 0);
            server.kill();
            assertThat(looked.path("looked").asLong()).as("killed in between").isLessThan(OBJECTS);
            assertThat(ended(read)).as("killed in between").isFalse();
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
        assertNothingWrong();
        // the node is dead for all who look: else another one waits for its heartbeats first
        HomeDatabase.with(home, connection -> {
            try (Statement sql = connection.createStatement()) {
                return sql.executeUpdate("update scheduled_tasks set picked = false, picked_by = null,"
                        + " execution_time = now() where picked or task_name like 'import-%'");
            }
        });
        server = ServerProcess.start(home, ENVIRONMENT);
        try {
            olga = olga.at(server.port());
            end(bucket, labels);
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
        assertNothingWrong();
    }

    private void end(String bucket, String labels) throws Exception {
        JsonNode objects = await(bucket, ImportCrashTest::ended);
        assertThat(objects.path("state").asString("")).isEqualTo("DONE");
        assertThat(objects.path("looked").asLong()).as("each once").isEqualTo(OBJECTS);
        assertThat(objects.path("staged").asLong()).isEqualTo(OBJECTS);
        assertThat(added(bucket)).isEqualTo(OBJECTS);
        JsonNode read = await(labels, ImportCrashTest::ended);
        assertThat(read.path("state").asString("")).as(read.toString()).isEqualTo("DONE");
        assertThat(read.at("/counts/items").asLong()
                        + read.at("/counts/unchanged").asLong())
                .as("each once")
                .isEqualTo(LABELLED);
        String activity = "/workspaces/"
                + olga.get("/projects/" + project).json().path("workspaceId").asString("") + "/activity?kind=";
        for (String kind : List.of("bucket.import-done", "draft.import-done")) {
            assertThat(olga.get(activity + kind)
                            .expect(200)
                            .json()
                            .path("items")
                            .size())
                    .as(kind + " once")
                    .isEqualTo(1);
        }
    }

    private long added(String job) {
        String dataset = job.substring(0, job.indexOf("/bucket-imports"));
        return olga.get(dataset + "/drafts/1").expect(200).json().path("added").asLong();
    }

    private void assertNothingWrong() throws Exception {
        assertThat(ServerProcess.operate(Check.class, home).said()).endsWith("all is well.");
        assertThat(ServerProcess.operate(Recount.class, home).said()).endsWith("all as kept.");
    }

    private String bucket() throws Exception {
        TestStore store = TestStore.shared();
        try (var s3 = store.s3()) {
            for (int i = 0; i < OBJECTS; i++) {
                String key = "crash/%04d.txt".formatted(i);
                s3.putObject(r -> r.bucket(TestStore.BUCKET).key(key), RequestBody.fromString(key));
            }
        }
        String dataset = dataset("Objects");
        String outside = JsonMapper.shared().writeValueAsString(store.credentials(store.port(), "crash/"));
        olga.put(dataset + "/authentication-info", outside).expect(200);
        return dataset + "/bucket-imports/" + id(olga.post(dataset + "/drafts/1/bucket-imports", "{}"));
    }

    /** Items, and a file of labels for them that is too large to be read before the answer. */
    private String labelled(String draft) {
        olga.put(draft + "/catalog", "{\"CLASSIFICATION\": {\"categories\": [{\"name\": \"cat\"}]}}")
                .expect(204);
        StringBuilder lines = new StringBuilder();
        String pad = "x".repeat(1_500);
        List<Caller.File> files = new ArrayList<>();
        for (int i = 0; i < LABELLED; i++) {
            String path = "%05d.txt".formatted(i);
            files.add(new Caller.File(path, path.getBytes(StandardCharsets.UTF_8), null));
            lines.append("{\"path\": \"")
                    .append(path)
                    .append("\", \"labels\": {\"CLASSIFICATION\": {\"category\": \"cat\",");
            lines.append(" \"attributes\": {\"pad\": \"").append(pad).append("\"}}}}\n");
            if (files.size() == 1_000) {
                olga.batch(draft + "/items", files).expect(200);
                files.clear();
            }
        }
        return lines.toString();
    }

    private String labels(String draft, String lines) {
        Caller.Answer begun = olga.send(
                "POST",
                draft + "/imports?format=JSON_LINES",
                BodyPublishers.ofString(lines),
                "Content-Type",
                "application/octet-stream");
        return draft + "/imports/" + id(begun);
    }

    private String dataset(String name) {
        String dataset =
                "/datasets/" + id(olga.post("/projects/" + project + "/datasets", "{\"name\": \"" + name + "\"}"));
        olga.post(dataset + "/drafts", "{}").expect(201);
        return dataset;
    }

    private static boolean ended(JsonNode job) {
        return !job.path("state").asString("").equals("RUNNING");
    }

    private JsonNode await(String job, Predicate<JsonNode> until) throws InterruptedException {
        while (true) {
            JsonNode one = olga.get(job).expect(200).json();
            if (until.test(one)) {
                return one;
            }
            Thread.sleep(10);
        }
    }

    private static String id(Caller.Answer answer) {
        return answer.expect(201).json().path("id").stringValue();
    }
}
