package dev.kontor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import dev.kontor.web.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.util.unit.DataSize;

/** Files that nothing refers to: gone at once where what they came for is refused, and never while somebody comes to refer to them. */
@Specification
class OrphanTest {
    @Autowired
    Stage stage;

    @Autowired
    Contents contents;

    @Autowired
    LargeContents large;

    @Autowired
    OrphanedPlaces orphans;

    @Autowired
    StorageSettings settings;

    @Autowired
    TransactionTemplate transaction;

    private static byte[] random() {
        byte[] bytes = new byte[100_000];
        new Random().nextBytes(bytes);
        return bytes;
    }

    private Path file(byte[] content) {
        String hex = Upload.sha256(content);
        return settings.folder()
                .resolve(hex.substring(0, 2))
                .resolve(hex.substring(2, 4))
                .resolve(hex);
    }

    /** As a sweep does whose clock jumped by years. */
    private int swept(Received received) throws IOException {
        return orphans.take(List.of(Contents.place(received)), it -> large.remove(it, Instant.MAX));
    }

    @Test
    void whatIsAboutToBeReferredToStaysWhateverTheClockSays() throws Exception {
        byte[] bytes = random();
        try (Received received = contents.receive(new ByteArrayInputStream(bytes));
                var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            contents.settle(received);
            transaction.executeWithoutResult(status -> {
                contents.insert(List.of(received));
                assertThat(threads.submit(() -> swept(received)))
                        .succeedsWithin(Duration.ofSeconds(10))
                        .isEqualTo(0);
            });
            assertThat(swept(received)).isZero();
        }
        assertThat(file(bytes)).exists();
    }

    @Test
    void whatWasTakenAwayMustBeSentAgain() throws Exception {
        byte[] bytes = random();
        try (Received received = contents.receive(new ByteArrayInputStream(bytes))) {
            contents.settle(received);
            assertThat(swept(received)).isEqualTo(1);
            assertThatThrownBy(() -> transaction.executeWithoutResult(status -> contents.insert(List.of(received))))
                    .isInstanceOfSatisfying(
                            Refused.class, e -> assertThat(e.refusal().code()).isEqualTo("busy"));
        }
        assertThat(contents.find(new Digest(Upload.sha256(bytes)))).isEmpty();
    }

    @Test
    void whatSomebodyElseSentMeanwhileIsNotTakenBack() throws Exception {
        byte[] bytes = random();
        try (Received theirs = contents.receive(new ByteArrayInputStream(bytes))) {
            try (Received refused = contents.receive(new ByteArrayInputStream(bytes))) {
                contents.settle(refused);
                contents.settle(theirs);
            }
            assertThat(file(bytes)).exists();
            transaction.executeWithoutResult(status -> contents.insert(List.of(theirs)));
        }
        assertThat(file(bytes)).exists();
    }

    @Test
    void whatIsRefusedLeavesNoFile() throws IOException {
        Client olga = stage.stranger("Olga");
        UUID workspace = olga.post("workspaces", Map.of("name", "Acme")).ok().id();
        String documents = "projects/" + stage.project(olga, workspace, "Streets", "PUBLIC") + "/documents";
        olga.post(documents, Map.of("name", "Rules", "url", "https://example.org"))
                .ok();
        byte[] bytes = random();
        olga.put(documents + "/file?name=Rules", bytes).says("409 document-name-taken");
        assertThat(file(bytes)).doesNotExist();
        olga.put(documents + "/file?name=Others", bytes).ok();
        assertThat(file(bytes)).exists();
        olga.put(documents + "/file?name=Rules", bytes).says("409 document-name-taken");
        assertThat(file(bytes)).as("which something else refers to").exists();
        assertThat(Files.size(file(bytes))).isEqualTo(bytes.length);
    }

    /** Not asked before for each of many files, but always before it stays. */
    @Test
    void whoMayNoLongerLeavesNoFile() {
        Client olga = stage.stranger("Olga");
        UUID workspace = olga.post("workspaces", Map.of("name", "Acme")).ok().id();
        UUID project = stage.project(olga, workspace, "Streets", "PUBLIC");
        String dataset = "datasets/"
                + olga.post("projects/" + project + "/datasets", Map.of("name", "Day"))
                        .ok()
                        .id();
        String draft = dataset + "/drafts/"
                + olga.post(dataset + "/drafts", Map.of()).ok().at("/number");
        olga.put(draft + "/item?path=may", random()).ok();
        olga.delete(draft).ok();
        byte[] single = random();
        olga.put(draft + "/item?path=alone", single).says("409 no-draft");
        byte[] batched = random();
        new Upload().file("batched", batched).to(olga, draft).says("409 no-draft");
        assertThat(file(single)).doesNotExist();
        assertThat(file(batched)).doesNotExist();
    }

    @Test
    void anOrphanIsNeverYoung() {
        DataSize size = DataSize.ofKilobytes(64);
        assertThatThrownBy(() -> new StorageSettings(
                        null, size, size, size, Duration.ofMinutes(1), Duration.ofDays(1), Duration.ofMinutes(59)))
                .hasMessageContaining("an hour or more");
    }
}
