package dev.kontor.draft;

import static dev.kontor.draft.Playground.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.access.Actor;
import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.web.Refused;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Archives are unpacked on the server, and nothing of them is trusted. */
@Specification
class ArchiveTest {
    @Autowired
    Stage stage;

    @Autowired
    UnpackArchive unpack;

    private static byte[] zip(Map<String, byte[]> files) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (var file : files.entrySet()) {
                zip.putNextEntry(new ZipEntry(file.getKey()));
                zip.write(file.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] tar() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, "UTF-8")) {
            tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
            for (String name : List.of("fine.txt", "../out.txt", "a/../../out.txt", "a/".repeat(60) + "deep.txt")) {
                TarArchiveEntry entry = new TarArchiveEntry(name, true);
                entry.setSize(4);
                tar.putArchiveEntry(entry);
                tar.write(text("text"));
                tar.closeArchiveEntry();
            }
            for (byte kind : new byte[] {TarConstants.LF_SYMLINK, TarConstants.LF_LINK, TarConstants.LF_CHR}) {
                TarArchiveEntry link = new TarArchiveEntry("link" + kind, kind);
                link.setLinkName("/etc/passwd");
                tar.putArchiveEntry(link);
                tar.closeArchiveEntry();
            }
            TarArchiveEntry absolute = new TarArchiveEntry("/etc/passwd", true);
            tar.putArchiveEntry(absolute);
            tar.closeArchiveEntry();
        }
        return bytes.toByteArray();
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    private static List<String> paths(Playground at, String draft) {
        return at.owner()
                .get(at.at() + "/versions/draft-" + draft.substring(draft.lastIndexOf('/') + 1) + "/items?limit=200")
                .ok()
                .items("/path");
    }

    @Test
    void aZipComesWithItsFoldersIntoTheOneAskedFor() throws Exception {
        Playground at = Playground.of(stage);
        String draft = at.draft();
        byte[] zip = zip(new java.util.TreeMap<>(Map.of(
                "a/one.txt", text("one"),
                "a/b/two.txt", text("two"),
                "A/one.txt", text("other case"),
                "a/a\u0308.txt", text("two forms"),
                "__MACOSX/a/._one.txt", text("litter"),
                "a/.DS_Store", text("litter"),
                "empty/", new byte[0],
                "..\\evil.txt", text("evil"),
                "big.bin", new byte[300_000])));
        Answer answer = at.owner().put(draft + "/archive?folder=in", zip).ok();
        assertThat(answer.at("/staged")).isEqualTo("5");
        assertThat(answer.at("/refused")).isEqualTo("1");
        assertThat(answer.at("/outcomes/0/code")).isEqualTo("bad-path");
        assertThat(paths(at, draft))
                .containsExactly("in/A/one.txt", "in/a/b/two.txt", "in/a/one.txt", "in/a/\u00e4.txt", "in/big.bin");
        Answer again = at.owner().put(draft + "/archive?folder=in/", zip).ok();
        assertThat(again.at("/unchanged")).isEqualTo("5");
    }

    @Test
    void aTarLeavesNothingOutsideAndNoLinks() throws Exception {
        Playground at = Playground.of(stage);
        String draft = at.draft();
        for (byte[] packed : List.of(tar(), gzip(tar()))) {
            Answer answer = at.owner().put(draft + "/archive", packed).ok();
            assertThat(answer.json().get("outcomes").findValuesAsString("path"))
                    .containsExactly("../out.txt", "a/../../out.txt", "link50", "link49", "link51", "/etc/passwd");
            assertThat(paths(at, draft)).containsExactly("a/".repeat(60) + "deep.txt", "fine.txt");
        }
    }

    @Test
    void whatStopsAnArchiveIsSaidAndLeavesWhatCameBefore() throws Exception {
        Playground at = Playground.of(stage);
        String draft = at.draft();
        Map<String, byte[]> files = new java.util.TreeMap<>();
        files.put("1.txt", text("first"));
        files.put("2.bin", new byte[90 << 20]);
        files.put("3.txt", text("never"));
        Answer bomb = at.owner().put(draft + "/archive", zip(files)).ok();
        assertThat(bomb.at("/stopped/code")).isEqualTo("archive-bomb");
        assertThat(paths(at, draft)).containsExactly("1.txt");
        byte[] whole = zip(Map.of("x.txt", text("x"), "y.txt", new byte[10_000]));
        Answer cut =
                at.owner().put(draft + "/archive", Arrays.copyOf(tar(), 700)).ok();
        assertThat(cut.at("/stopped/code")).isEqualTo("malformed");
        assertThat(whole).isNotEmpty();
    }

    @Test
    void whatIsCancelledOnItsWayLeavesNothing() throws Exception {
        Playground at = Playground.of(stage);
        String draft = at.draft();
        Map<String, byte[]> files = new java.util.TreeMap<>();
        for (int i = 0; i < 1200; i++) {
            files.put("f" + i, text("f" + i));
        }
        InputStream half = new SequenceInputStream(
                new ByteArrayInputStream(Arrays.copyOf(zip(files), 100_000)), new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("gone");
                    }
                });
        Client owner = at.owner();
        Actor actor = new Actor(owner.id(), owner.name(), owner.organizationId(), false, Optional.empty());
        long number = Long.parseLong(draft.substring(draft.lastIndexOf('/') + 1));
        assertThatThrownBy(() -> unpack.unpack(new UnpackArchive.Into(() -> actor, at.id(), number, ""), half))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("broke off");
        assertThat(paths(at, draft)).isEmpty();
    }

    @Test
    void whatIsNoArchiveIsRefused() {
        Playground at = Playground.of(stage);
        String draft = at.draft();
        at.owner().put(draft + "/archive", text("no archive at all")).says("422 unacceptable");
        at.owner().put(draft + "/archive", new byte[0]).says("422 unacceptable");
        at.owner().put(draft + "/archive?folder=../out", text("PK")).says("422 unacceptable");
        Client sam = stage.stranger("Sam");
        sam.put(draft + "/archive", text("PK")).says("404 not-found");
        at.owner().delete(draft).says("204");
        at.owner().put(draft + "/archive", text("PK")).says("409 no-draft");
    }

    /** As many headers of empty files as somebody likes to read. */
    private static final class Endless extends InputStream {
        private final byte[] header = header();
        private int at = header.length;
        private long names;

        private static byte[] header() {
            byte[] header = new byte[512];
            new TarArchiveEntry("f000000000.txt", true).writeEntryHeader(header);
            return header;
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            read(one, 0, 1);
            return one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            if (at == header.length) {
                at = 0;
                byte[] name = "f%09d.txt".formatted(++names).getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(name, 0, header, 0, name.length);
                Arrays.fill(header, 148, 156, (byte) ' ');
                int sum = 0;
                for (byte one : header) {
                    sum += one & 0xff;
                }
                byte[] octal = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
                System.arraycopy(octal, 0, header, 148, 8);
            }
            int some = Math.min(length, header.length - at);
            System.arraycopy(header, at, into, from, some);
            at += some;
            return some;
        }
    }

    @Test
    void tenMillionNamesAreNotReadToTheirEnd() {
        try (ArchiveEntries entries = ArchiveEntries.open(new Endless(), 50_000)) {
            assertThatThrownBy(() -> {
                        while (entries.next().isPresent()) {
                            // there are always more
                        }
                    })
                    .isInstanceOf(Refused.class)
                    .hasMessageContaining("50,000 entries");
        }
    }

    @Test
    void namesInEveryFormAndCaseAreToldApartAsPathsAre() throws Exception {
        Playground at = Playground.of(stage);
        String draft = at.draft();
        Map<String, byte[]> files = new java.util.LinkedHashMap<>();
        files.put("caf\u00e9.txt", text("composed"));
        files.put("cafe\u0301.txt", text("decomposed"));
        files.put("CAF\u00c9.txt", text("capital"));
        files.put("\ufb01le.txt", text("ligature"));
        files.put("file.txt", text("letters"));
        files.put("\u1112\u1161\u11ab.txt", text("jamo"));
        files.put("\ud55c.txt", text("syllable"));
        files.put("\u212b.txt", text("angstrom"));
        files.put("a\u200b.txt", text("zero width"));
        Answer answer = at.owner().put(draft + "/archive", zip(files)).ok();
        // of two forms of one name one is told: it is in the archive twice
        assertThat(answer.at("/refused")).isEqualTo("2");
        assertThat(paths(at, draft))
                .containsExactlyInAnyOrder(
                        "caf\u00e9.txt",
                        "CAF\u00c9.txt",
                        "\ufb01le.txt",
                        "file.txt",
                        "\ud55c.txt",
                        "\u00c5.txt",
                        "a\u200b.txt");
        // and by the path of each form one and the same
        String ref = at.at() + "/versions/draft-" + draft.substring(draft.lastIndexOf('/') + 1);
        assertThat(get(at, ref + "/content?path=" + Texts.q("cafe\u0301.txt"))
                        .ok()
                        .text())
                .isEqualTo("composed");
        get(at, ref + "/content?path=" + Texts.q("Caf\u00e9.txt")).says("404 not-found");
    }

    private static Answer get(Playground at, String path) {
        return at.owner().send("GET", path, null, Map.of());
    }

    @Test
    void namesWithoutEndComeToAnEnd() throws Exception {
        Map<String, byte[]> files = new java.util.TreeMap<>();
        for (int i = 0; i < 20; i++) {
            files.put("f" + i, new byte[0]);
        }
        try (ArchiveEntries entries = ArchiveEntries.open(new ByteArrayInputStream(zip(files)), 10)) {
            for (int i = 0; i < 10; i++) {
                assertThat(entries.next()).isPresent();
            }
            assertThatThrownBy(entries::next).isInstanceOf(Refused.class).hasMessageContaining("10 entries");
        }
    }
}
