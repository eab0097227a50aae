package dev.kontor.storage;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * Bytes that came in, with their digest, and belong to nothing yet. Whoever received them closes it: what nothing
 * refers to by then is gone, from the store, too.
 */
public final class Received implements AutoCloseable {
    private final Digest digest;
    private final long size;
    private final long crc32;
    private final byte[] head;
    private final @Nullable Path file;
    private @Nullable Place place;
    private @Nullable Runnable letGo;

    Received(Digest digest, long size, long crc32, byte[] head, @Nullable Path file) {
        this.digest = digest;
        this.size = size;
        this.crc32 = crc32;
        this.head = head;
        this.file = file;
    }

    public Digest digest() {
        return digest;
    }

    public long size() {
        return size;
    }

    public long crc32() {
        return crc32;
    }

    /** The first bytes, enough to tell what it is; all of them where it is small. */
    public byte[] head() {
        return head;
    }

    /** To be read once more, before it is closed. */
    public InputStream open() throws IOException {
        return file == null ? new ByteArrayInputStream(head) : Files.newInputStream(file);
    }

    /** Where the bytes of a large one wait. */
    @Nullable
    Path file() {
        return file;
    }

    /** Where the store has taken it over to; null before, and where it is small. */
    @Nullable
    Place place() {
        return place;
    }

    /** @param unused what is to be done where nothing came to refer to it until it is closed */
    void keptAt(Place kept, Runnable unused) {
        place = kept;
        letGo = unused;
    }

    /** Something refers to it, for good. */
    void used() {
        letGo = null;
    }

    /** What is small enough for a row needs no settling. */
    public boolean settled() {
        return file == null || place != null;
    }

    boolean large() {
        return file != null;
    }

    @Override
    public void close() {
        if (file == null) {
            return;
        }
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (letGo != null) {
            letGo.run();
            letGo = null;
        }
    }
}
