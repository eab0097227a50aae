package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.TestStore;
import dev.kontor.testing.Weather;
import dev.kontor.upkeep.Check;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.S3Object;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the operator and the jobs do with files in an object store: checked, swept, and waited for. */
@Timeout(180)
class ObjectStoreUpkeepTest {
    @TempDir
    static Path folder;

    private static TestStore store;
    private static Weather weather;
    private static ServerProcess server;
    private static Caller olga;
    private static String project;

    @BeforeAll
    static void start() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        store = new TestStore(folder.resolve("store"));
        weather = new Weather(store.port());
        server = ServerProcess.start(folder.resolve("home"), environment());
        olga = Caller.register(server.port(), "Acme", "Olga");
        String workspace = id(olga.post("/workspaces", "{\"name\": \"Vision\"}"));
        project = id(olga.post("/workspaces/" + workspace + "/projects", "{\"name\": \"Streets\"}"));
    }

    @AfterAll
    static void end() throws Exception {
        server.kill();
        server.awaitNothingLeft();
        weather.close();
        store.close();
    }

    private static Map<String, String> environment() {
        return Map.of(
                "KONTOR_STORAGE_S3_BUCKET", TestStore.BUCKET,
                "KONTOR_STORAGE_S3_ENDPOINT", "http://127.0.0.1:" + weather.port(),
                "KONTOR_STORAGE_S3_ACCESSKEY", TestStore.KEY,
                "KONTOR_STORAGE_S3_SECRETKEY", TestStore.SECRET,
                "KONTOR_STORAGE_S3_TIMEOUT", "2s",
                "KONTOR_STORAGE_S3_ATTEMPTS", "2",
                "KONTOR_STORAGE_SWEEP", "500ms",
                "KONTOR_STORAGE_SENT", "0s",
                "KONTOR_BUCKET_PRIVATENETWORKS", "true",
                "KONTOR_BUCKET_RETRY", "500ms");
    }

    private static String dataset(String name) {
        String made =
                "/datasets/" + id(olga.post("/projects/" + project + "/datasets", "{\"name\": \"" + name + "\"}"));
        olga.post(made + "/drafts", "{}").expect(201);
        return made;
    }

    private static Caller.Answer put(String dataset, String path, byte[] bytes) {
        return olga.put(dataset + "/drafts/1/item?path=" + path, bytes);
    }

    @Test
    void checkReadsObjectsAndTellsWhatIsWrong() throws Exception {
        String dataset = dataset("Checked");
        byte[] bytes = bytes(100_000);
        put(dataset, "a.bin", bytes).expect(200);
        Map<String, String> environment = environment();
        assertThat(ServerProcess.operate(Check.class, environment, folder.resolve("home"))
                        .said())
                .endsWith("all is well.");
        try (var s3 = store.s3()) {
            S3Object object = s3.listObjectsV2(r -> r.bucket(TestStore.BUCKET)).contents().stream()
                    .filter(one -> one.key().contains(Caller.sha256(bytes)))
                    .findFirst()
                    .orElseThrow();
            s3.deleteObject(r -> r.bucket(TestStore.BUCKET).key(object.key()));
            assertThat(ServerProcess.operate(Check.class, environment, folder.resolve("home"))
                            .said())
                    .contains("content " + Caller.sha256(bytes) + ": its file is missing")
                    .endsWith("1 faults.");
            byte[] other = bytes(100_000);
            other[5] ^= 1;
            s3.putObject(r -> r.bucket(TestStore.BUCKET).key(object.key()), RequestBody.fromBytes(other));
            assertThat(ServerProcess.operate(Check.class, environment, folder.resolve("home"))
                            .said())
                    .contains("content " + Caller.sha256(bytes) + ": cannot be read")
                    .contains("are not those of its digest")
                    .endsWith("1 faults.");
            s3.putObject(r -> r.bucket(TestStore.BUCKET).key(object.key()), RequestBody.fromBytes(bytes));
        }
        assertThat(ServerProcess.operate(Check.class, environment, folder.resolve("home"))
                        .said())
                .endsWith("all is well.");
    }

    @Test
    void whatIsLetGoOfLeavesTheBucket() throws Exception {
        String kept = dataset("Kept");
        put(kept, "a.bin", bytes(100_001)).expect(200);
        String dataset = dataset("Swept");
        put(dataset, "a.bin", bytes(100_001)).expect(200);
        put(dataset, "b.bin", bytes(100_002)).expect(200);
        assertThat(objects(100_001)).as("sent twice, kept once").isEqualTo(1);
        assertThat(objects(100_002)).isEqualTo(1);
        olga.delete(dataset + "?name=Swept").expect(204);
        await(() -> objects(100_002) == 0);
        assertThat(objects(100_001)).isEqualTo(1);
        assertThat(olga.get(kept + "/versions/draft-1/content?path=a.bin")
                        .expect(200)
                        .bytes())
                .isEqualTo(bytes(100_001));
    }

    /** The store outside is well, our own is not: the import waits for it. */
    @Test
    void importsWaitForTheStore() throws Exception {
        String dataset = dataset("Imported");
        try (var s3 = store.s3()) {
            s3.putObject(r -> r.bucket(TestStore.BUCKET).key("outside/one.bin"), RequestBody.fromBytes(bytes(150_000)));
        }
        String outside = JsonMapper.shared().writeValueAsString(store.credentials(store.port(), "outside/"));
        olga.put(dataset + "/authentication-info", outside).expect(200);
        weather.becomes(Weather.Kind.FAILING);
        String job = dataset + "/bucket-imports/" + id(olga.post(dataset + "/drafts/1/bucket-imports", "{}"));
        assertThat(put(dataset, "failing.bin", bytes(100_003)).outcome()).isEqualTo("503 store-unavailable");
        assertThat(state(job)).isEqualTo("RUNNING");
        weather.becomes(Weather.Kind.FINE);
        await(() -> !state(job).equals("RUNNING"));
        assertThat(state(job)).isEqualTo("DONE");
        assertThat(olga.get(dataset + "/versions/draft-1/content?path=one.bin")
                        .expect(200)
                        .bytes())
                .isEqualTo(bytes(150_000));
    }

    private static String state(String job) {
        JsonNode one = olga.get(job).expect(200).json();
        return one.path("state").asString("");
    }

    /** How many objects of the bucket are that content. */
    private static long objects(int size) {
        try (var s3 = store.s3()) {
            return s3.listObjectsV2(r -> r.bucket(TestStore.BUCKET)).contents().stream()
                    .filter(object -> object.key().contains(Caller.sha256(bytes(size))))
                    .count();
        }
    }

    private static void await(BooleanSupplier until) throws InterruptedException {
        while (!until.getAsBoolean()) {
            Thread.sleep(50);
        }
    }

    private static String id(Caller.Answer answer) {
        return answer.expect(201).json().path("id").stringValue();
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
