package dev.kontor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.testing.TestStore;
import dev.kontor.testing.Weather;
import dev.kontor.web.Refused;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.util.unit.DataSize;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.S3Client;

/** An S3-compatible store: in parts where large, refused while it does not work, and itself again afterwards. */
class ObjectContentsTest extends LargeContentsTest {
    private static TestStore store;
    private static Weather weather;

    @TempDir
    static Path objects;

    @TempDir
    Path folder;

    private final String prefix = UUID.randomUUID() + "/";
    private ObjectStore bucket;

    @BeforeAll
    static void store() throws IOException {
        store = new TestStore(objects);
        weather = new Weather(store.port());
    }

    @AfterAll
    static void end() throws IOException {
        weather.close();
        store.close();
    }

    @BeforeEach
    void connect() {
        bucket = new ObjectStore(settings(weather.port(), TestStore.BUCKET, TestStore.SECRET));
    }

    @AfterEach
    void clear() {
        weather.becomes(Weather.Kind.FINE);
        bucket.close();
    }

    private S3Settings settings(int port, String name, String secret) {
        return new S3Settings(
                name,
                URI.create("http://127.0.0.1:" + port),
                "us-east-1",
                true,
                TestStore.KEY,
                secret,
                prefix,
                DataSize.ofMegabytes(5),
                Duration.ofMillis(700),
                2,
                false,
                Duration.ofSeconds(30));
    }

    @Override
    ObjectContents large() throws IOException {
        return new ObjectContents(bucket, new FileContents(folder, 0));
    }

    @Override
    long kept() throws IOException {
        try (S3Client s3 = store.s3();
                Stream<Path> waiting = Files.list(folder.resolve("incoming"))) {
            return waiting.count()
                    + s3.listObjectsV2(r -> r.bucket(TestStore.BUCKET).prefix(prefix))
                            .keyCount()
                    + uploads();
        }
    }

    private static int uploads() {
        try (S3Client s3 = store.s3()) {
            return s3.listMultipartUploads(r -> r.bucket(TestStore.BUCKET))
                    .uploads()
                    .size();
        }
    }

    @Test
    void writesAnObjectOnceAndNeverAgain() throws IOException {
        Place first = keep(bytes(5000));
        Place second = keep(bytes(5000));
        assertThat(second).isNotEqualTo(first);
        assertThat(second.digest()).isEqualTo(first.digest());
        assertThat(large().sweep(Instant.now().plus(Duration.ofDays(1)), unless(Set.of(second))))
                .isEqualTo(1);
        assertThat(read(second, 5000, 0, 5000)).isEqualTo(bytes(5000));
    }

    @Test
    void readsWhatTheFolderKeptBefore() throws IOException {
        FileContents before = new FileContents(folder, 0);
        Path waiting = before.waiting();
        Files.write(waiting, bytes(5000));
        Place place = before.keep(waiting, digest(bytes(5000)));
        assertThat(large().has(place)).isTrue();
        assertThat(read(place, 5000, 10, 20)).hasSize(20);
    }

    @Test
    void sweepsPartsOfWhatNeverCameToItsEnd() throws IOException {
        try (S3Client s3 = store.s3()) {
            s3.createMultipartUpload(r -> r.bucket(TestStore.BUCKET).key(prefix + "half"));
        }
        assertThat(large().sweep(Instant.now().minus(Duration.ofDays(1)), unless(Set.of())))
                .isZero();
        assertThat(large().sweep(Instant.now().plus(Duration.ofDays(1)), unless(Set.of())))
                .isEqualTo(1);
        assertThat(kept()).isZero();
    }

    @Test
    void touchesNothingElseInTheBucket() throws IOException {
        try (S3Client s3 = store.s3()) {
            s3.putObject(
                    r -> r.bucket(TestStore.BUCKET).key(prefix + "somebody/else.txt"),
                    RequestBody.fromString("theirs"));
        }
        assertThat(large().sweep(Instant.now().plus(Duration.ofDays(1)), unless(Set.of())))
                .isZero();
        assertThat(kept()).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Weather.Kind.class,
            names = {"SILENT", "FAILING"})
    void refusesInBadWeatherAndWorksAfterIt(Weather.Kind kind) throws IOException {
        Place before = keep(bytes(5000));
        weather.becomes(kind);
        for (int size : new int[] {6000, 6_000_000}) {
            unavailable(() -> keep(bytes(size)));
        }
        unavailable(() -> read(before, 5000, 0, 5000));
        unavailable(() -> large().has(before));
        unavailable(() -> large().marked().getFirst().mark());
        unavailable(() -> large().sweep(Instant.now(), unless(Set.of())));
        weather.becomes(Weather.Kind.FINE);
        assertThat(kept()).as("nothing half done").isEqualTo(1);
        assertThat(read(before, 5000, 0, 5000)).isEqualTo(bytes(5000));
        assertThat(read(keep(bytes(6_000_000)), 6_000_000, 0, 6_000_000)).isEqualTo(bytes(6_000_000));
    }

    @Test
    void goesOnWhereAnAnswerBreaksOff() throws IOException {
        Place place = keep(bytes(2_000_000));
        weather.breaksTimes(3);
        assertThat(read(place, 2_000_000, 0, 2_000_000)).isEqualTo(bytes(2_000_000));
        weather.breaksTimes(4);
        assertThatThrownBy(() -> read(place, 2_000_000, 0, 2_000_000)).isInstanceOf(IOException.class);
    }

    @Test
    void breaksOffWhatTheStoreChanged() throws IOException {
        Place place = keep(bytes(5000));
        byte[] others = bytes(5000);
        others[4000]++;
        try (S3Client s3 = store.s3()) {
            s3.putObject(r -> r.bucket(TestStore.BUCKET).key(bucket.key(place)), RequestBody.fromBytes(others));
        }
        assertThatThrownBy(() -> read(place, 5000, 0, 5000)).hasMessageContaining("not those of its digest");
    }

    /** The store compares what it got with what is said. */
    @Test
    void announcesTheDigestToTheStore() throws IOException {
        Path waiting = large().waiting();
        Files.write(waiting, bytes(5000));
        unavailable(() -> large().keep(waiting, digest(bytes(5001))));
        Files.delete(waiting);
        assertThat(kept()).isZero();
    }

    @Test
    void saysInASentenceWhyItCannotBeUsed() {
        assertSays(store.port(), TestStore.BUCKET, "wrong", "Kontor may not write into bucket kontor-tests at");
        assertSays(store.port(), "no-such-bucket", TestStore.SECRET, "There is no bucket no-such-bucket at");
        assertSays(1, TestStore.BUCKET, TestStore.SECRET, "No object store answers for bucket kontor-tests at");
        assertThat(settings(1, TestStore.BUCKET, "hidden").toString()).doesNotContain("hidden");
    }

    private void assertSays(int port, String name, String secret, String sentence) {
        try (ObjectStore wrong = new ObjectStore(settings(port, name, secret))) {
            assertThatThrownBy(wrong::check)
                    .isInstanceOf(StoreUnusable.class)
                    .hasMessageContaining(sentence)
                    .hasMessageNotContaining(secret);
        }
    }

    private static void unavailable(ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().code()).isEqualTo("store-unavailable"));
    }
}
