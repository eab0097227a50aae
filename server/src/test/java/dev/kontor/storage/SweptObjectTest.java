package dev.kontor.storage;

import static kontor.tables.Tables.CONTENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.testing.Specification;
import dev.kontor.testing.TestStore;
import dev.kontor.testing.Upload;
import dev.kontor.web.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/**
 * A sweep takes an object out of the store that somebody is about to refer to: one of both is first, and no transaction asks the
 * store which.
 */
@Specification
class SweptObjectTest {
    @Autowired
    DSLContext sql;

    @Autowired
    OrphanedPlaces orphans;

    @Autowired
    StorageSettings settings;

    @Autowired
    TransactionTemplate transaction;

    @TempDir
    Path folder;

    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final byte[] bytes = new byte[100_000];
    private ObjectStore bucket;

    @BeforeAll
    void connect() {
        bucket = new ObjectStore(new S3Settings(
                TestStore.BUCKET,
                TestStore.shared().endpoint(),
                "us-east-1",
                true,
                TestStore.KEY,
                TestStore.SECRET,
                "swept/",
                DataSize.ofMegabytes(5),
                Duration.ofSeconds(10),
                2,
                false,
                Duration.ofSeconds(30)));
    }

    @AfterAll
    void end() {
        threads.close();
        bucket.close();
    }

    private ObjectContents large() throws IOException {
        return new ObjectContents(bucket, new FileContents(folder, 0));
    }

    private Contents contents() throws IOException {
        new Random().nextBytes(bytes);
        return new Contents(sql, Clock.systemUTC(), large(), settings, orphans);
    }

    private void refer(Contents contents, Received received) {
        transaction.executeWithoutResult(status -> contents.insert(List.of(received)));
    }

    private byte[] stored(Contents contents) throws IOException {
        try (var in =
                contents.open(contents.find(new Digest(Upload.sha256(bytes))).orElseThrow())) {
            return in.readAllBytes();
        } finally {
            sql.deleteFrom(CONTENT)
                    .where(CONTENT.DIGEST.eq(new Digest(Upload.sha256(bytes)).bytes()))
                    .execute();
        }
    }

    @Test
    void whoComesWhileItIsTakenAwaySendsItAgain() throws Exception {
        Contents contents = contents();
        ObjectContents large = large();
        try (Received received = contents.receive(new ByteArrayInputStream(bytes))) {
            contents.settle(received);
            Place place = Contents.place(received);
            int taken = orphans.take(List.of(place), it -> {
                // it is in the store still, and must not be referred to any more
                assertThat(large.has(it)).isTrue();
                assertThat(threads.submit(() -> refer(contents, received)))
                        .failsWithin(Duration.ofSeconds(10))
                        .withThrowableThat()
                        .havingRootCause()
                        .isInstanceOfSatisfying(
                                Refused.class,
                                e -> assertThat(e.refusal().code()).isEqualTo("busy"));
                return large.remove(it, Instant.MAX);
            });
            assertThat(taken).isEqualTo(1);
            assertThatThrownBy(() -> refer(contents, received)).isInstanceOf(Refused.class);
            assertThat(contents.find(new Digest(Upload.sha256(bytes)))).isEmpty();
        }
        try (Received again = contents.receive(new ByteArrayInputStream(bytes))) {
            contents.settle(again);
            refer(contents, again);
        }
        assertThat(stored(contents)).isEqualTo(bytes);
    }

    @Test
    void whatSomebodyIsAboutToReferToStays() throws Exception {
        Contents contents = contents();
        ObjectContents large = large();
        try (Received received = contents.receive(new ByteArrayInputStream(bytes))) {
            contents.settle(received);
            List<Place> place = List.of(Contents.place(received));
            transaction.executeWithoutResult(status -> {
                contents.insert(List.of(received));
                assertThat(threads.submit(() -> orphans.take(place, it -> large.remove(it, Instant.MAX))))
                        .succeedsWithin(Duration.ofSeconds(10))
                        .isEqualTo(0);
            });
            assertThat(orphans.take(place, it -> large.remove(it, Instant.MAX))).isZero();
        }
        assertThat(stored(contents)).isEqualTo(bytes);
    }
}
