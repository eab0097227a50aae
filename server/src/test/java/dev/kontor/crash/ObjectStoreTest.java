package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.backup.Backup;
import dev.kontor.backup.Restore;
import dev.kontor.crash.ServerProcess.Operated;
import dev.kontor.testing.TestStore;
import dev.kontor.testing.Upload;
import dev.kontor.testing.Weather;
import dev.kontor.upkeep.Check;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with KONTOR_STORAGE_S3_BUCKET: files in an object store that is slow, broken, down and back. */
@Timeout(180)
class ObjectStoreTest {
    private static final byte[] LARGE = bytes(12_000_000);

    @TempDir
    static Path folder;

    private static TestStore store;
    private static Weather weather;
    private static ServerProcess server;
    private static Caller olga;
    private static String dataset;
    private static String draft;

    @BeforeAll
    static void start() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        store = new TestStore(folder.resolve("store"));
        weather = new Weather(store.port());
        server = ServerProcess.start(folder.resolve("home"), environment());
        olga = Caller.register(server.port(), "Acme", "Olga");
        String workspace = id(olga.post("/workspaces", "{\"name\": \"Vision\"}"));
        String project = id(olga.post("/workspaces/" + workspace + "/projects", "{\"name\": \"Streets\"}"));
        dataset = "/datasets/" + id(olga.post("/projects/" + project + "/datasets", "{\"name\": \"Lanes\"}"));
        olga.post(dataset + "/drafts", "{}").expect(201);
        draft = dataset + "/drafts/1";
        put("large.bin", LARGE).expect(200);
    }

    @AfterAll
    static void end() throws Exception {
        server.kill();
        server.awaitNothingLeft();
        weather.close();
        store.close();
    }

    @BeforeEach
    void fine() {
        weather.becomes(Weather.Kind.FINE);
        answersAgain();
    }

    private static Map<String, String> environment(String... more) {
        Map<String, String> all = new HashMap<>(Map.of(
                "KONTOR_STORAGE_S3_BUCKET",
                TestStore.BUCKET,
                "KONTOR_STORAGE_S3_ENDPOINT",
                "http://127.0.0.1:" + weather.port(),
                "KONTOR_STORAGE_S3_ACCESSKEY",
                TestStore.KEY,
                "KONTOR_STORAGE_S3_SECRETKEY",
                TestStore.SECRET,
                "KONTOR_STORAGE_S3_PART",
                "5MB",
                "KONTOR_STORAGE_S3_TIMEOUT",
                "2s",
                "KONTOR_STORAGE_S3_ATTEMPTS",
                "2"));
        for (int i = 0; i < more.length; i += 2) {
            all.put(more[i], more[i + 1]);
        }
        return all;
    }

    @Test
    void keepsLargeFilesInTheBucketAndServesPartsOfThem() {
        assertThat(store.objects()).isPositive();
        assertThat(folder.resolve("home/contents")).isDirectoryNotContaining("glob:**/[0-9a-f][0-9a-f]");
        assertThat(content("large.bin").expect(200).bytes()).isEqualTo(LARGE);
        assertThat(content("large.bin", "Range", "bytes=7000000-7000009")
                        .expect(206)
                        .bytes())
                .isEqualTo(Arrays.copyOfRange(LARGE, 7_000_000, 7_000_010));
        assertThat(olga.get(dataset + "/versions/draft-1/content?path=large.bin&download=1")
                        .expect(200)
                        .bytes())
                .as("all bytes pass through the server, where nothing else is set")
                .isEqualTo(LARGE);
    }

    /** What comes out of it needs no store. */
    @Test
    void isBackedUpWithWhatTheBucketHas() throws Exception {
        String file = folder.resolve("all.backup").toString();
        Operated made = ServerProcess.operate(Backup.class, environment(), folder.resolve("home"), file);
        assertThat(made.status()).as(made.said()).isZero();
        Path other = folder.resolve("other");
        Operated restored = ServerProcess.operate(Restore.class, other, file);
        assertThat(restored.status()).as(restored.said()).isZero();
        assertThat(ServerProcess.operate(Check.class, other).said()).endsWith("all is well.");
        String name = Upload.sha256(LARGE);
        assertThat(other.resolve("contents/%s/%s/%s".formatted(name.substring(0, 2), name.substring(2, 4), name)))
                .hasBinaryContent(LARGE);
    }

    @Test
    void keepsNothingOfAWrongDigest() {
        long before = store.objects();
        String other = Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Upload.sha256(bytes(100_001))));
        assertThat(olga.put(draft + "/item?path=wrong.bin", bytes(100_000), "Content-Digest", "sha-256=:" + other + ":")
                        .outcome())
                .isEqualTo("422 digest-mismatch");
        assertThat(store.objects()).isEqualTo(before);
    }

    @Test
    void worksAgainWhenTheStoreIsBack() {
        put("before.bin", bytes(200_000)).expect(200);
        long before = store.objects();
        store.stop();
        try {
            Caller.Answer refused = put("down.bin", bytes(300_000));
            assertThat(refused.outcome()).isEqualTo("503 store-unavailable");
            assertThat(refused.header("retry-after")).isEqualTo("5");
            Caller.Answer unread = content("before.bin");
            assertThat(unread.outcome()).isEqualTo("503 store-unavailable");
            assertThat(unread.header("retry-after")).isEqualTo("5");
            put("small.txt", bytes(100)).expect(200);
            content("small.txt").expect(200);
            assertThat(content("down.bin").outcome()).as("nothing half done").isEqualTo("404 not-found");
        } finally {
            store.start();
            answersAgain();
        }
        assertThat(store.objects()).isEqualTo(before);
        assertThat(content("before.bin").expect(200).bytes()).isEqualTo(bytes(200_000));
        put("down.bin", bytes(300_000)).expect(200);
        assertThat(content("down.bin").expect(200).bytes()).isEqualTo(bytes(300_000));
    }

    /** Connections that were kept open in bad weather are found broken when they are used: until one is met that is not. */
    private static void answersAgain() {
        for (int tries = 0; tries < 60; tries++) {
            if (content("large.bin", "Range", "bytes=0-9").outcome().equals("206")) {
                return;
            }
        }
        throw new AssertionError("The store does not answer again.");
    }

    /** More uploads wait for the store than there are connections to the database. */
    @Test
    void aSilentStoreHoldsNothingElseUp() throws Exception {
        weather.becomes(Weather.Kind.SILENT);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Caller.Answer>> waiting = new ArrayList<>();
            for (int i = 0; i < 24; i++) {
                String path = "silent-" + i + ".bin";
                waiting.add(threads.submit(() -> put(path, bytes(100_000))));
            }
            for (int i = 0; i < 20; i++) {
                olga.get("/me").expect(200);
                olga.get(dataset + "/versions/draft-1/items").expect(200);
            }
            assertThat(waiting).as("all of them wait still").noneMatch(Future::isDone);
            for (Future<Caller.Answer> one : waiting) {
                assertThat(one.get().outcome()).isEqualTo("503 store-unavailable");
            }
        }
    }

    @Test
    void aStoreThatFailsIsSaidAndBreaksZipsOff() throws Exception {
        String zip = committed("Zipped") + "/versions/main/zip";
        weather.becomes(Weather.Kind.FAILING);
        assertThat(put("failing.bin", bytes(100_000)).outcome()).isEqualTo("503 store-unavailable");
        weather.breaksTimes(1_000_000);
        try (var in = olga.stream(zip).body()) {
            assertThatThrownBy(() -> in.readAllBytes())
                    .as("half a zip does not look like a whole one")
                    .isInstanceOf(IOException.class);
        }
        weather.becomes(Weather.Kind.FINE);
        answersAgain();
        try (var in = olga.stream(zip).body()) {
            assertThat(in.readAllBytes().length).isGreaterThan(LARGE.length);
        }
    }

    @Test
    void linksAreGivenOnlyWhereThatIsSet() throws Exception {
        UUID home = UUID.randomUUID();
        ServerProcess linking = ServerProcess.start(
                folder.resolve(home.toString()),
                environment("KONTOR_STORAGE_S3_PRESIGNED", "true", "KONTOR_STORAGE_S3_PRESIGNEDLIFE", "60s"));
        try (HttpClient http = HttpClient.newHttpClient()) {
            Caller sam = Caller.register(linking.port(), "Elsewhere", "Sam");
            String workspace = id(sam.post("/workspaces", "{\"name\": \"Vision\"}"));
            String project = id(sam.post("/workspaces/" + workspace + "/projects", "{\"name\": \"Streets\"}"));
            String lanes = "/datasets/" + id(sam.post("/projects/" + project + "/datasets", "{\"name\": \"Lanes\"}"));
            sam.post(lanes + "/drafts", "{}").expect(201);
            sam.put(lanes + "/drafts/1/item?path=a/large.html", bytes(200_000)).expect(200);
            String content = lanes + "/versions/draft-1/content?path=a/large.html";
            sam.get(content).expect(200);
            Caller.Answer answer = sam.get(content + "&download=1").expect(302);
            URI link = URI.create(answer.header("location"));
            assertThat(link.getQuery()).contains("X-Amz-Expires=60");
            assertThat(answer.header("cache-control")).contains("no-store");
            HttpResponse<byte[]> fetched =
                    http.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofByteArray());
            assertThat(fetched.statusCode()).isEqualTo(200);
            assertThat(fetched.body()).isEqualTo(bytes(200_000));
            assertThat(fetched.headers().firstValue("content-disposition").orElse(""))
                    .startsWith("attachment")
                    .contains("large.html");
            Caller stranger = Caller.register(linking.port(), "Strangers", "Rex");
            assertThat(stranger.get(content + "&download=1").outcome()).isEqualTo("404 not-found");
        } finally {
            linking.kill();
            linking.awaitNothingLeft();
        }
    }

    @Test
    void aStoreThatCannotBeUsedIsSaidAtTheStart() throws Exception {
        assertThat(ServerProcess.refusal(
                        folder.resolve("wrong"), environment("KONTOR_STORAGE_S3_BUCKET", "no-such-bucket")))
                .contains("There is no bucket no-such-bucket at http://127.0.0.1:" + weather.port()
                        + ": create it first.")
                .doesNotContain(TestStore.SECRET)
                .doesNotContain("\tat ");
    }

    /** A dataset of one large file. */
    private static String committed(String name) {
        String project =
                olga.get(dataset).expect(200).json().path("project").path("id").stringValue();
        String made =
                "/datasets/" + id(olga.post("/projects/" + project + "/datasets", "{\"name\": \"" + name + "\"}"));
        olga.post(made + "/drafts", "{}").expect(201);
        olga.put(made + "/drafts/1/item?path=large.bin", LARGE).expect(200);
        olga.post(made + "/drafts/1/commit", "{\"message\": \"All\"}").expect(201);
        return made;
    }

    private static Caller.Answer put(String path, byte[] bytes) {
        return olga.put(draft + "/item?path=" + path, bytes);
    }

    private static Caller.Answer content(String path, String... headers) {
        return olga.get(dataset + "/versions/draft-1/content?path=" + path, headers);
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
