package dev.kontor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.web.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder as the store of large contents: durable files, named by their digest. */
class FileContentsTest extends LargeContentsTest {
    @TempDir
    Path folder;

    /** Two nodes start at once: each reads a whole mark, whoever's. */
    @Test
    void itsMarkIsNeverThereByHalves() throws Exception {
        Marked mark = large().marked().getFirst();
        String[] installations = {"a".repeat(36), "b".repeat(36)};
        mark.mark(installations[0]);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> writing = threads.submit(() -> {
                for (int i = 0; i < 40; i++) {
                    mark.mark(installations[i % 2]);
                }
                return null;
            });
            while (!writing.isDone()) {
                assertThat(mark.mark()).get().isIn((Object[]) installations);
            }
            writing.get();
        }
    }

    @Override
    FileContents large() throws IOException {
        return new FileContents(folder, 0);
    }

    @Override
    long kept() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    @Test
    void keepsOneFileForEqualBytes() throws IOException {
        Place place = keep(bytes(5000));
        assertThat(file(place)).exists();
        assertThat(keep(bytes(5000))).isEqualTo(place);
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void refusesWhereTheDiskIsFull() throws IOException {
        FileContents full = new FileContents(folder, Long.MAX_VALUE);
        assertThatThrownBy(() -> new Intake(full, ROW, MOST).take(new ByteArrayInputStream(bytes(5000))))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().code()).isEqualTo("store-full"));
        assertThat(kept()).isZero();
        assertThat(FullDisk.is(new IOException("No space left on device"))).isTrue();
    }

    @Test
    void sweepsByTheAgeOfTheFile() throws IOException {
        Instant now = Instant.now();
        Place orphan = aged(keep(bytes(5002)), now);
        Place young = keep(bytes(5003));
        assertThat(large().sweep(now.minus(Duration.ofDays(1)), unless(Set.of())))
                .isEqualTo(1);
        assertThat(large().has(orphan)).isFalse();
        assertThat(large().has(young)).isTrue();
    }

    @Test
    void sweepsWhileUploadsComeAndGo() throws Exception {
        Instant before = Instant.now().minus(Duration.ofDays(1));
        FileContents store = large();
        try (var uploads = Executors.newSingleThreadExecutor()) {
            Future<?> coming = uploads.submit(() -> {
                for (int i = 0; i < 3_000; i++) {
                    Files.delete(store.waiting());
                }
                return null;
            });
            do {
                assertThat(store.sweep(before, unless(Set.of()))).isZero();
            } while (!coming.isDone());
            coming.get();
        }
    }

    @Test
    void sendingAnOldContentAgainMakesItsFileYoung() throws IOException {
        Instant now = Instant.now();
        Place place = aged(keep(bytes(5001)), now);
        keep(bytes(5001));
        assertThat(large().sweep(now.minus(Duration.ofDays(1)), unless(Set.of())))
                .isZero();
        assertThat(large().has(place)).isTrue();
    }

    private Place aged(Place place, Instant now) throws IOException {
        Files.setLastModifiedTime(file(place), FileTime.from(now.minus(Duration.ofDays(2))));
        return place;
    }

    private Path file(Place place) {
        String hex = place.digest().hex();
        return folder.resolve(hex.substring(0, 2)).resolve(hex.substring(2, 4)).resolve(hex);
    }
}
