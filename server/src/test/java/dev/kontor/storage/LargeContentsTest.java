package dev.kontor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.web.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;

/** What every store of large contents does: whole or not at all, from anywhere, and swept where nothing names it. */
abstract class LargeContentsTest {
    static final int ROW = 1000;
    static final long MOST = 7_000_000;

    abstract LargeContents large() throws IOException;

    /** How many contents it keeps at this moment, those that wait included. */
    abstract long kept() throws IOException;

    @Test
    void takesSmallOnesIntoMemoryAndLargeOnesOut() throws Exception {
        for (int size : new int[] {0, 1, ROW - 1, ROW, ROW + 1, 500_000, (int) MOST}) {
            byte[] bytes = bytes(size);
            CRC32 crc = new CRC32();
            crc.update(bytes);
            try (Received received = new Intake(large(), ROW, MOST).take(new ByteArrayInputStream(bytes))) {
                assertThat(received.size()).isEqualTo(size);
                assertThat(received.crc32()).isEqualTo(crc.getValue());
                assertThat(received.digest()).isEqualTo(digest(bytes));
                assertThat(received.large()).isEqualTo(size > ROW);
            }
        }
        assertThat(kept()).isZero();
    }

    @Test
    void keepsAndOpensFromAnywhere() throws IOException {
        for (int size : new int[] {ROW + 1, 300_000, (int) MOST}) {
            byte[] bytes = bytes(size);
            Place place = keep(bytes);
            assertThat(large().has(place)).isTrue();
            assertThat(read(place, size, 0, size)).isEqualTo(bytes);
            assertThat(read(place, size, size - 5, 5)).isEqualTo(Arrays.copyOfRange(bytes, size - 5, size));
            assertThat(read(place, size, 500, 7)).isEqualTo(Arrays.copyOfRange(bytes, 500, 507));
        }
        assertThat(kept()).isEqualTo(3);
    }

    @Test
    void refusesWhatIsTooLargeAndLeavesNothing() throws IOException {
        LargeContents large = large();
        assertThatThrownBy(() -> new Intake(large, ROW, 1_000_000).take(new ByteArrayInputStream(bytes(1_000_001))))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().code()).isEqualTo("too-large"));
        assertThat(kept()).isZero();
    }

    @Test
    void leavesNothingOfABrokenUpload() throws IOException {
        LargeContents large = large();
        InputStream broken = new InputStream() {
            private int given;

            @Override
            public int read() throws IOException {
                if (given++ > 300_000) throw new IOException("connection reset");
                return 7;
            }
        };
        assertThatThrownBy(() -> new Intake(large, ROW, MOST).take(broken))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().code()).isEqualTo("malformed"));
        assertThat(kept()).isZero();
    }

    @Test
    void sweepsOnlyWhatIsOldAndNamedByNothing() throws IOException {
        Place named = keep(bytes(5001));
        Place orphan = keep(bytes(5002));
        assertThat(large().sweep(Instant.now().minus(Duration.ofDays(1)), unless(Set.of())))
                .as("all are young")
                .isZero();
        Set<Place> asked = new HashSet<>();
        assertThat(large().sweep(Instant.now().plus(Duration.ofDays(1)), unless(places -> {
                    asked.addAll(places);
                    return Set.of(named);
                })))
                .isEqualTo(1);
        assertThat(asked).containsExactlyInAnyOrder(named, orphan);
        assertThat(large().has(named)).isTrue();
        assertThat(large().has(orphan)).isFalse();
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void carriesAMarkThatNoSweepTakesAway() throws IOException {
        assertThat(large().marked())
                .isNotEmpty()
                .allSatisfy(one -> assertThat(one.mark()).isEmpty());
        for (String installation : new String[] {"the first one", "the second one"}) {
            for (Marked one : large().marked()) {
                one.mark(installation);
            }
            large().sweep(Instant.now().plus(Duration.ofDays(1)), unless(Set.of()));
            assertThat(large().marked())
                    .allSatisfy(one -> assertThat(one.mark()).contains(installation));
        }
    }

    static LargeContents.Orphans unless(Set<Place> named) {
        return unless(places -> named);
    }

    /** As the database knows it. */
    static LargeContents.Orphans unless(Function<Collection<Place>, Set<Place>> named) {
        return (places, removal) -> {
            Set<Place> kept = named.apply(places);
            int removed = 0;
            for (Place place : places) {
                removed += !kept.contains(place) && removal.remove(place) ? 1 : 0;
            }
            return removed;
        };
    }

    byte[] read(Place place, long size, long from, long length) throws IOException {
        Content content = new Content(place.digest(), size, 0, null, place.object());
        try (InputStream in = large().open(content, from, length)) {
            return in.readNBytes((int) length);
        }
    }

    Place keep(byte[] bytes) throws IOException {
        try (Received received = new Intake(large(), ROW, MOST).take(new ByteArrayInputStream(bytes))) {
            return large().keep(received.file(), received.digest());
        }
    }

    static Digest digest(byte[] bytes) {
        try {
            return Digest.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
