package dev.kontor.version;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.version.Items.Totals;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Zips have the length that was said before, in both forms, and are read by others. */
class ZipTest {
    @TempDir
    Path folder;

    @Test
    void narrow() throws IOException {
        reads(3, false);
        reads(0, false);
    }

    @Test
    void wide() throws IOException {
        reads(3, true);
    }

    @Test
    void moreEntriesThanTheNarrowFormCounts() throws IOException {
        reads(70_000, false);
    }

    @Test
    void isWideFromFourGibibytesOn() {
        assertThat(Zip.wide(new Totals(1, 0xffff_ffffL, 1, 0xffff_ffffL))).isTrue();
        assertThat(Zip.wide(new Totals(1, 0xfff0_0000L, 1, 0xfff0_0000L))).isFalse();
    }

    private void reads(int count, boolean wide) throws IOException {
        List<Zip.Entry> entries = new ArrayList<>();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Zip zip = new Zip(out, wide, LocalDateTime.of(2026, 5, 4, 3, 2));
        long bytes = 0;
        long pathBytes = 0;
        for (int i = 0; i < count; i++) {
            byte[] content = ("Ü" + i).getBytes(StandardCharsets.UTF_8);
            CRC32 crc = new CRC32();
            crc.update(content);
            Zip.Entry entry = new Zip.Entry("ordner/ä" + i + ".txt", content.length, crc.getValue());
            entries.add(entry);
            zip.begin(entry);
            out.write(content);
            bytes += content.length;
            pathBytes += entry.path().getBytes(StandardCharsets.UTF_8).length;
        }
        for (Zip.Entry entry : entries) {
            zip.list(entry);
        }
        zip.end();
        assertThat((long) out.size()).isEqualTo(Zip.length(new Totals(count, bytes, pathBytes, 0), wide));
        File file = folder.resolve(count + "" + wide + ".zip").toFile();
        Files.write(file.toPath(), out.toByteArray());
        try (ZipFile read = new ZipFile(file)) {
            assertThat(read.size()).isEqualTo(count);
            for (int i = 0; i < count; i += Math.max(1, count / 10)) {
                ZipEntry entry = read.getEntry("ordner/ä" + i + ".txt");
                assertThat(read.getInputStream(entry).readAllBytes())
                        .isEqualTo(("Ü" + i).getBytes(StandardCharsets.UTF_8));
            }
        }
    }
}
