package dev.kontor.storage;

import static dev.kontor.web.Refusal.MALFORMED;
import static dev.kontor.web.Refusal.STORE_FULL;
import static dev.kontor.web.Refusal.TOO_LARGE;

import dev.kontor.web.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Takes one content in: a small one into memory, a larger one into a waiting file, counting and digesting on the way. */
class Intake {
    private static final int BUFFER = 128 << 10;

    private final LargeContents large;
    private final int row;
    private final long most;
    private final MessageDigest sha = sha256();
    private final CRC32 crc = new CRC32();
    private long size;

    Intake(LargeContents large, int row, long most) {
        this.large = large;
        this.row = row;
        this.most = most;
    }

    Received take(InputStream in) {
        byte[] head = read(in, row + 1);
        if (head.length > row) {
            return spill(head, in);
        }
        count(head, head.length);
        return received(head, null);
    }

    private Received spill(byte[] head, InputStream in) {
        Path file = null;
        try {
            file = large.waiting();
            try (OutputStream out = Files.newOutputStream(file)) {
                copy(head, in, out);
            }
            return received(head, file);
        } catch (IOException e) {
            discard(file);
            throw FullDisk.is(e) ? STORE_FULL.refused() : new UncheckedIOException(e);
        } catch (RuntimeException e) {
            discard(file);
            throw e;
        }
    }

    /** Written in whole buffers from the beginning: a disk's page that is written in two halves is looked up twice. */
    private void copy(byte[] head, InputStream in, OutputStream out) throws IOException {
        byte[] buffer = Arrays.copyOf(head, (head.length / BUFFER + 1) * BUFFER);
        for (int length = head.length + read(in, buffer, head.length); length > 0; length = read(in, buffer, 0)) {
            count(buffer, length);
            out.write(buffer, 0, length);
        }
    }

    private void count(byte[] bytes, int length) {
        size += length;
        if (size > most) {
            throw tooLarge(most);
        }
        sha.update(bytes, 0, length);
        crc.update(bytes, 0, length);
    }

    private Received received(byte[] head, @Nullable Path file) {
        return new Received(Digest.of(sha.digest()), size, crc.getValue(), head, file);
    }

    /** What breaks while reading is the sender's, what breaks while writing ours. */
    private static byte[] read(InputStream in, int length) {
        try {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    private static int read(InputStream in, byte[] into, int from) {
        try {
            return in.readNBytes(into, from, into.length - from);
        } catch (IOException e) {
            throw brokenOff();
        }
    }

    private static Refused brokenOff() {
        return MALFORMED.refused("The upload broke off before its end.");
    }

    static Refused tooLarge(long most) {
        return TOO_LARGE.refused(human(most));
    }

    private static String human(long bytes) {
        return bytes >= 1 << 20 ? (bytes >> 20) + " MiB" : bytes + " bytes";
    }

    private static void discard(@Nullable Path file) {
        try {
            if (file != null) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
