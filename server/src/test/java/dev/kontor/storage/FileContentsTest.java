package dev.kontor.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.web.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contents come in whole or not at all, large ones as durable files, and what nothing names is swept. */
class FileContentsTest {
    private static final int ROW = 1000;
    private static final long MOST = 1_000_000;

    @TempDir
    Path folder;

    @Test
    void takesSmallOnesIntoMemoryAndLargeOnesIntoAFile() throws Exception {
        FileContents large = new FileContents(folder, 0);
        for (int size : new int[] {0, 1, ROW - 1, ROW, ROW + 1, 500_000, (int) MOST}) {
            byte[] bytes = bytes(size);
            CRC32 crc = new CRC32();
            crc.update(bytes);
            try (Received received = new Intake(large, ROW, MOST).take(new ByteArrayInputStream(bytes))) {
                assertThat(received.size()).isEqualTo(size);
                assertThat(received.crc32()).isEqualTo(crc.getValue());
                assertThat(received.digest().hex())
                        .isEqualTo(HexFormat.of()
                                .formatHex(java.security.MessageDigest.getInstance("SHA-256")
                                        .digest(bytes)));
                assertThat(received.large()).isEqualTo(size > ROW);
            }
        }
        assertThat(files()).isZero();
    }

    @Test
    void keepsAndOpensFromAnywhere() throws IOException {
        FileContents large = new FileContents(folder, 0);
        byte[] bytes = bytes(5000);
        Digest digest = keep(large, bytes);
        assertThat(folder.resolve(digest.hex().substring(0, 2))
                        .resolve(digest.hex().substring(2, 4))
                        .resolve(digest.hex()))
                .exists();
        try (InputStream in = large.open(digest, 4000)) {
            assertThat(in.readAllBytes()).isEqualTo(Arrays.copyOfRange(bytes, 4000, 5000));
        }
        assertThat(keep(large, bytes)).isEqualTo(digest);
        assertThat(files()).isEqualTo(1);
    }

    @Test
    void refusesWhatIsTooLargeAndLeavesNothing() throws IOException {
        FileContents large = new FileContents(folder, 0);
        assertThatThrownBy(() -> new Intake(large, ROW, MOST).take(new ByteArrayInputStream(bytes((int) MOST + 1))))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().code()).isEqualTo("too-large"));
        assertThat(files()).isZero();
    }

    @Test
    void leavesNothingOfABrokenUpload() throws IOException {
        FileContents large = new FileContents(folder, 0);
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
        assertThat(files()).isZero();
    }

    @Test
    void refusesWhereTheDiskIsFull() throws IOException {
        FileContents full = new FileContents(folder, Long.MAX_VALUE);
        assertThatThrownBy(() -> new Intake(full, ROW, MOST).take(new ByteArrayInputStream(bytes(5000))))
                .isInstanceOfSatisfying(
                        Refused.class, e -> assertThat(e.refusal().code()).isEqualTo("store-full"));
        assertThat(files()).isZero();
        assertThat(Intake.full(new IOException("No space left on device"))).isTrue();
    }

    @Test
    void sweepsOnlyWhatIsOldAndNamedByNothing() throws IOException {
        FileContents large = new FileContents(folder, 0);
        Instant now = Instant.now();
        Digest named = aged(keep(large, bytes(5001)), now);
        Digest orphan = aged(keep(large, bytes(5002)), now);
        Digest young = keep(large, bytes(5003));
        assertThat(large.sweep(now.minus(Duration.ofDays(1)), asked -> Set.of(named)))
                .isEqualTo(1);
        assertThat(large.has(named)).isTrue();
        assertThat(large.has(orphan)).isFalse();
        assertThat(large.has(young)).isTrue();
    }

    @Test
    void sendingAnOldContentAgainMakesItsFileYoung() throws IOException {
        FileContents large = new FileContents(folder, 0);
        Instant now = Instant.now();
        Digest digest = aged(keep(large, bytes(5001)), now);
        keep(large, bytes(5001));
        assertThat(large.sweep(now.minus(Duration.ofDays(1)), asked -> Set.of()))
                .isZero();
        assertThat(large.has(digest)).isTrue();
    }

    private static Digest keep(FileContents large, byte[] bytes) throws IOException {
        try (Received received = new Intake(large, ROW, MOST).take(new ByteArrayInputStream(bytes))) {
            large.keep(received.file(), received.digest());
            return received.digest();
        }
    }

    private Digest aged(Digest digest, Instant now) throws IOException {
        Path file = folder.resolve(digest.hex().substring(0, 2))
                .resolve(digest.hex().substring(2, 4))
                .resolve(digest.hex());
        Files.setLastModifiedTime(file, FileTime.from(now.minus(Duration.ofDays(2))));
        return digest;
    }

    private long files() throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile).count();
        }
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
