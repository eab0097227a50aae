package dev.kontor.storage;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What nothing refers to leaves database and disk; what anything refers to never does, not even for a moment. */
@Specification
class SweepTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    @Autowired
    Stage stage;

    @Autowired
    SweepContents sweep;

    @Autowired
    StorageSettings settings;

    Client olga;
    UUID project;

    @BeforeEach
    void acme() {
        olga = stage.stranger("Olga");
        UUID workspace = olga.post("workspaces", Map.of("name", "Acme")).ok().id();
        project = stage.project(olga, workspace, "Streets", "PUBLIC");
    }

    private record Made(UUID id, String name, String draft) {
        String at() {
            return "datasets/" + id;
        }
    }

    private Made dataset() {
        String name = "Day" + NUMBER.incrementAndGet();
        UUID id = olga.post("projects/" + project + "/datasets", Map.of("name", name))
                .ok()
                .id();
        String draft = olga.post("datasets/" + id + "/drafts", Map.of()).ok().at("/number");
        return new Made(id, name, "datasets/" + id + "/drafts/" + draft);
    }

    private Made holding(byte[] content) {
        Made made = dataset();
        olga.put(made.draft() + "/item?path=a", content).ok();
        olga.post(made.draft() + "/commit", Map.of("message", "m")).says("201");
        return made;
    }

    private void delete(Made made) {
        olga.delete(made.at() + "?name=" + made.name()).ok();
    }

    private static byte[] random(int length) {
        byte[] bytes = new byte[length];
        new Random().nextBytes(bytes);
        return bytes;
    }

    private boolean stored(byte[] content) {
        return stage.sql().fetchExists(CONTENT, CONTENT.DIGEST.eq(digest(content)));
    }

    private static byte[] digest(byte[] content) {
        return HexFormat.of().parseHex(Upload.sha256(content));
    }

    private Path file(byte[] content) {
        String hex = Upload.sha256(content);
        return settings.folder()
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex);
    }

    private void age(byte[] content) throws IOException {
        Files.setLastModifiedTime(file(content), FileTime.from(Instant.now().minus(Duration.ofDays(2))));
    }

    /** Other tests' transactions end soon; until then the sweep waits. */
    private void sweepUntilGone(byte[] content) {
        stage.eventually(() -> {
            swept();
            return stored(content) ? Optional.empty() : Optional.of(true);
        });
    }

    private void swept() {
        try {
            sweep.sweep();
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void picturesGoWithTheirThumbnails() {
        byte[] png = Base64.getDecoder().decode(PNG);
        byte[] own = java.util.Arrays.copyOf(png, png.length + 16);
        System.arraycopy(random(16), 0, own, png.length, 16);
        Made made = holding(own);
        olga.get(made.at() + "/versions/main/thumbnail?path=a&size=128");
        assertThat(stage.sql().fetchExists(PICTURE, PICTURE.DIGEST.eq(digest(own))))
                .isTrue();
        delete(made);
        sweepUntilGone(own);
        assertThat(stage.sql().fetchExists(PICTURE, PICTURE.DIGEST.eq(digest(own))))
                .isFalse();
        assertThat(stage.sql().fetchExists(THUMBNAIL, THUMBNAIL.DIGEST.eq(digest(own))))
                .isFalse();
    }

    @Test
    void filesGoWhenTheyAreOld() throws IOException {
        byte[] young = random(100_000);
        byte[] old = random(100_000);
        Made one = holding(young);
        Made two = holding(old);
        age(old);
        delete(one);
        delete(two);
        sweepUntilGone(young);
        sweepUntilGone(old);
        swept();
        assertThat(file(old)).doesNotExist();
        assertThat(file(young)).exists();
        age(young);
        swept();
        assertThat(file(young)).doesNotExist();
    }

    @Test
    void whatAnythingRefersToStays() {
        byte[] shared = random(100);
        byte[] only = random(100);
        delete(holding(shared));
        Made inDraft = dataset();
        olga.put(inDraft.draft() + "/item?path=a", shared).ok();
        Made replaced = holding(only);
        String draft = replaced.at() + "/drafts/"
                + olga.post(replaced.at() + "/drafts", Map.of()).ok().at("/number");
        olga.put(draft + "/item?path=a", random(10)).ok();
        byte[] document = random(100);
        Made gone = holding(document);
        olga.put("projects/" + project + "/documents/file?name=d", document).ok();
        delete(gone);
        byte[] witness = random(100);
        delete(holding(witness));
        sweepUntilGone(witness);
        assertThat(stored(shared)).isTrue();
        assertThat(stored(only)).isTrue();
        assertThat(stored(document)).isTrue();
        olga.get(replaced.at() + "/versions/main/content?path=a").ok();
    }

    /** Section 10: what somebody just sent need not be sent again. */
    @Test
    void whatWasSentALittleAgoStays() {
        Made made = dataset();
        byte[] content = random(100);
        olga.put(made.draft() + "/item?path=a", content).ok();
        olga.delete(made.draft() + "/item?path=a").ok();
        byte[] witness = random(100);
        delete(holding(witness));
        sweepUntilGone(witness);
        olga.post(
                        made.draft() + "/items",
                        Map.of("items", List.of(Map.of("path", "b", "digest", Upload.sha256(content)))))
                .ok();
        assertThat(olga.get(made.at() + "/versions/draft-1/content?path=b").ok().bytes())
                .isEqualTo(content);
    }

    /** Sweeps as fast as it can until the end. */
    private final class Sweeper implements AutoCloseable {
        private final AtomicBoolean over = new AtomicBoolean();
        private final CompletableFuture<Void> running = CompletableFuture.runAsync(() -> {
            while (!over.get()) {
                swept();
            }
        });

        void wasWell() {
            over.set(true);
            running.join();
        }

        @Override
        public void close() {
            over.set(true);
        }
    }

    /** While it is swept as fast as can be, the same contents are sent again and again. */
    @RepeatedTest(2)
    void racesWithUploads() throws Exception {
        byte[] small = random(200);
        byte[] large = random(100_000);
        try (var sweeper = new Sweeper();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 12; round++) {
                Made before = holding(small);
                Made beforeToo = holding(large);
                age(large);
                List<Future<Made>> sent = new ArrayList<>();
                Future<?> deletion = threads.submit(() -> {
                    delete(before);
                    delete(beforeToo);
                });
                for (int i = 0; i < 3; i++) {
                    byte[] content = i % 2 == 0 ? large : small;
                    sent.add(threads.submit(() -> holding(content)));
                }
                deletion.get();
                for (int i = 0; i < 3; i++) {
                    Made made = sent.get(i).get();
                    byte[] content = i % 2 == 0 ? large : small;
                    assertThat(olga.get(made.at() + "/versions/main/content?path=a")
                                    .ok()
                                    .bytes())
                            .isEqualTo(content);
                    delete(made);
                }
            }
            sweeper.wasWell();
        }
    }

    /** A duplicate reads what somebody deletes at the same time: it has it whole, or there is no duplicate. */
    @Test
    void racesWithDuplicates() throws Exception {
        try (var sweeper = new Sweeper();
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int round = 0; round < 12; round++) {
                byte[] content = random(100);
                Made made = holding(content);
                String copy = "Copy" + NUMBER.incrementAndGet();
                Future<String> copied = threads.submit(() -> olga.post(
                                "projects/" + project + "/derivations",
                                Map.of(
                                        "name",
                                        copy,
                                        "sources",
                                        List.of(Map.of("datasetId", made.id(), "version", "main"))))
                        .at("/datasetId"));
                Future<?> deletion = threads.submit(() -> delete(made));
                deletion.get();
                String id = copied.get();
                if (!id.isEmpty()
                        && olga.get("datasets/" + id + "/versions/main").status() == 200) {
                    assertThat(olga.get("datasets/" + id + "/versions/main/content?path=a")
                                    .ok()
                                    .bytes())
                            .isEqualTo(content);
                }
            }
            sweeper.wasWell();
        }
    }

    /** A transaction that could have read what was let go of keeps it, however long it lasts. */
    @Test
    void waitsForWhoeverBeganBefore() {
        byte[] content = random(100);
        Made made = holding(content);
        DSLContext sql = stage.sql();
        sql.transaction(outer -> {
            outer.dsl().fetch("select 1");
            Thread other = Thread.ofVirtual().start(() -> {
                delete(made);
                swept();
                swept();
            });
            other.join();
        });
        assertThat(stored(content)).isTrue();
        sweepUntilGone(content);
    }
}
