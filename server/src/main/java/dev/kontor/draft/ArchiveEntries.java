package dev.kontor.draft;

import static dev.kontor.web.Refusal.ARCHIVE_BOMB;
import static dev.kontor.web.Refusal.BAD_PATH;
import static dev.kontor.web.Refusal.MALFORMED;
import static dev.kontor.web.Refusal.TOO_LARGE;
import static dev.kontor.web.Refusal.UNACCEPTABLE;

import dev.kontor.web.Refused;
import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.apache.commons.compress.archivers.ArchiveEntry;
import org.apache.commons.compress.archivers.ArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.zip.ZipArchiveInputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorInputStream;

/**
 * The files in a zip or tar (also with gzip), one after the other, at constant memory. Nothing of it is
 * trusted: neither its size nor its names nor how much comes out of how little.
 */
public final class ArchiveEntries implements AutoCloseable {
    /** An archive of more is not read to its end. */
    public static final long MOST = 1_000_000;

    private static final int TIMES = 200;
    private static final long FREE = 64 << 20;

    private final Counted packed;
    private final ArchiveInputStream<? extends ArchiveEntry> archive;
    private final long mostEntries;
    private final InputStream unpacked;
    private long entries;
    private long bytes;
    private boolean readable;

    private ArchiveEntries(Counted packed, ArchiveInputStream<? extends ArchiveEntry> archive, long mostEntries) {
        this.packed = packed;
        this.archive = archive;
        this.mostEntries = mostEntries;
        this.unpacked = new Guarded(archive);
    }

    public static ArchiveEntries open(InputStream in, long mostEntries) {
        try {
            Counted packed = new Counted(in);
            BufferedInputStream buffered = new BufferedInputStream(packed, 64 << 10);
            byte[] head = head(buffered, 4);
            if (head.length == 4 && head[0] == 'P' && head[1] == 'K') {
                return new ArchiveEntries(
                        packed, new ZipArchiveInputStream(buffered, StandardCharsets.UTF_8.name(), true), mostEntries);
            }
            boolean gzip = head.length > 1 && (head[0] & 0xff) == 0x1f && (head[1] & 0xff) == 0x8b;
            BufferedInputStream tar =
                    gzip ? new BufferedInputStream(new GzipCompressorInputStream(buffered, true), 64 << 10) : buffered;
            byte[] block = head(tar, 512);
            if (!TarArchiveInputStream.matches(block, block.length)) {
                throw UNACCEPTABLE.on("body", "This is neither a zip nor a tar (with or without gzip).");
            }
            return new ArchiveEntries(
                    packed, new TarArchiveInputStream(tar, StandardCharsets.UTF_8.name()), mostEntries);
        } catch (IOException broken) {
            throw broken();
        }
    }

    private static byte[] head(BufferedInputStream in, int length) throws IOException {
        in.mark(length);
        byte[] head = in.readNBytes(length);
        in.reset();
        return head;
    }

    /** A file in the archive; what is refused is not to be read. */
    public record Entry(String name, Optional<Refused> refused) {}

    /** The next file; what was not read of the one before is passed over. Folders and litter are left out. */
    public Optional<Entry> next() {
        try {
            while (true) {
                if (readable) {
                    // here and not in the archive, so that it is counted what comes out of it
                    unpacked.transferTo(OutputStream.nullOutputStream());
                }
                readable = false;
                ArchiveEntry entry = archive.getNextEntry();
                if (entry == null) {
                    return Optional.empty();
                }
                if (++entries > mostEntries) {
                    throw TOO_LARGE.refused("%,d entries of an archive".formatted(mostEntries));
                }
                if (!entry.isDirectory() && !litter(entry.getName())) {
                    Optional<Refused> refused = refused(entry);
                    readable = refused.isEmpty();
                    return Optional.of(new Entry(entry.getName(), refused));
                }
            }
        } catch (Refused reason) {
            throw reason;
        } catch (IOException | RuntimeException broken) {
            throw broken();
        }
    }

    private static boolean litter(String name) {
        return name.startsWith("__MACOSX/") || name.endsWith("/.DS_Store") || name.equals(".DS_Store");
    }

    private Optional<Refused> refused(ArchiveEntry entry) {
        if (entry instanceof TarArchiveEntry tar && special(tar)) {
            return Optional.of(BAD_PATH.refused("Only files are unpacked: no links, no devices."));
        }
        if (!archive.canReadEntryData(entry)) {
            return Optional.of(
                    UNACCEPTABLE.refused("It is encrypted, or packed in a way that cannot be read in passing."));
        }
        return Optional.empty();
    }

    private static boolean special(TarArchiveEntry entry) {
        return entry.isSymbolicLink()
                || entry.isLink()
                || entry.isCharacterDevice()
                || entry.isBlockDevice()
                || entry.isFIFO();
    }

    /** The bytes of the entry that came last. */
    public InputStream content() {
        return unpacked;
    }

    static Refused broken() {
        return MALFORMED.refused("The archive is broken, or ended before its end.");
    }

    @Override
    public void close() {
        try {
            archive.close();
        } catch (IOException | IllegalArgumentException gone) {
            // what was to be had of it was read
        }
    }

    /** How much came in. */
    private static final class Counted extends FilterInputStream {
        private long count;

        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count += one < 0 ? 0 : 1;
            return one;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = super.read(into, from, length);
            count += Math.max(0, read);
            return read;
        }
    }

    /** Ends where far more comes out than came in. */
    private final class Guarded extends FilterInputStream {
        Guarded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] into, int from, int length) throws IOException {
            int read = from(into, from, length);
            bytes += Math.max(0, read);
            if (bytes > FREE && bytes / TIMES > packed.count) {
                throw ARCHIVE_BOMB.refused(TIMES);
            }
            return read;
        }

        /** What is broken is told in many ways. */
        private int from(byte[] into, int from, int length) throws IOException {
            try {
                return super.read(into, from, length);
            } catch (RuntimeException broken) {
                throw new IOException(broken);
            }
        }

        @Override
        public void close() {
            // the archive goes on
        }
    }
}
