package dev.kontor.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.storage.Digest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A backup gives what was put in, or it is refused: whichever byte is another one, wherever it ends. */
class UnpackingTest {
    private static final PrintStream SILENT = new PrintStream(OutputStream.nullOutputStream());

    @TempDir
    Path folder;

    private byte[] whole = {};

    @BeforeEach
    void pack() throws IOException {
        Manifest.Head head = new Manifest.Head(
                1,
                "test",
                Product.schema(),
                "18",
                Instant.EPOCH,
                List.of(new Manifest.Shape("cat", List.of("id")), new Manifest.Shape("dog", List.of("id"))));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (Packing packing = new Packing(out, head)) {
            packing.part("cat", 1, text("one "), 4);
            packing.part("cat", 2, text("two"), 3);
            packing.part("dog", 1, text("three"), 5);
            packing.key("bucket.key", text("secret"));
            put(packing, "large");
            put(packing, "larger");
            packing.finish(
                    List.of(
                            new Manifest.Rows("cat", 2, 7, Sha256.of(text("one two"))),
                            new Manifest.Rows("dog", 1, 5, Sha256.of(text("three")))),
                    List.of(new Manifest.Sequence("annot_id", 7, true)));
        }
        whole = out.toByteArray();
    }

    private static void put(Packing packing, String text) throws IOException {
        packing.content(new Digest(Sha256.of(text(text))), text.length(), new ByteArrayInputStream(text(text)));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** What came out, in words. */
    private static final class Taken implements Unpacking.To {
        private final StringBuilder all = new StringBuilder();

        @Override
        public void begin(Manifest.Shape table) {
            all.append(table.name()).append(": ");
        }

        @Override
        public void part(byte[] bytes, int length) {
            all.append(new String(bytes, 0, length, StandardCharsets.UTF_8));
        }

        @Override
        public long end() {
            all.append("; ");
            return -1;
        }

        @Override
        public void key(String name, byte[] bytes) {
            all.append(name)
                    .append(": ")
                    .append(new String(bytes, StandardCharsets.UTF_8))
                    .append("; ");
        }

        @Override
        public boolean content(Digest digest, InputStream in) throws IOException {
            byte[] bytes = in.readAllBytes();
            all.append(new String(bytes, StandardCharsets.UTF_8)).append("; ");
            return Sha256.of(bytes).equals(digest.hex());
        }
    }

    private String read(byte[] bytes) throws IOException, SQLException {
        Path file = folder.resolve("backup");
        Files.write(file, bytes);
        Taken taken = new Taken();
        Manifest manifest = new Unpacking(file, taken, new Progress(SILENT, "", 0)).read();
        return taken.all + manifest.sequences().toString();
    }

    private static final String ALL = "cat: one two; dog: three; bucket.key: secret; large; larger;"
            + " [Sequence[name=annot_id, last=7, called=true]]";

    @Test
    void givesWhatWasPutIn() throws Exception {
        assertThat(read(whole)).isEqualTo(ALL);
    }

    /** Some bytes say nothing (who owned a file): with another one it may be taken, if what comes out is the same. */
    @Test
    void neverGivesAnythingElse() throws Exception {
        int refused = 0;
        for (int i = 0; i < whole.length; i++) {
            byte[] altered = whole.clone();
            altered[i] ^= 1 << i % 8;
            refused += refusedOrSame(altered) ? 1 : 0;
        }
        assertThat(refused).isGreaterThan(1_500);
    }

    @Test
    void isNotTakenWithoutItsEnd() throws Exception {
        int end = lastByte();
        for (int length = 0; length < end; length += 7) {
            byte[] cut = Arrays.copyOf(whole, length);
            assertThat(refusedOrSame(cut)).as("cut at " + length).isTrue();
        }
    }

    @Test
    void refusesMembersThatAreLeftOut() {
        int from = member("contents/");
        byte[] without = new byte[whole.length - 1024];
        System.arraycopy(whole, 0, without, 0, from);
        System.arraycopy(whole, from + 1024, without, from, without.length - from);
        assertThatThrownBy(() -> read(without)).isInstanceOf(Damaged.class).hasMessageContaining("some are missing");
    }

    /** Where the header of the first such member begins. */
    private int member(String name) {
        return new String(whole, StandardCharsets.ISO_8859_1).indexOf(name) / 512 * 512;
    }

    private int lastByte() {
        int last = whole.length - 1;
        while (whole[last] == 0) {
            last--;
        }
        return last;
    }

    private boolean refusedOrSame(byte[] bytes) throws SQLException {
        try {
            assertThat(read(bytes)).isEqualTo(ALL);
            return false;
        } catch (Damaged | IOException refused) {
            return true;
        }
    }
}
