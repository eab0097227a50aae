package dev.kontor.storage;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A content as the store knows it.
 *
 * @param size in bytes
 * @param crc32 as zips want it
 * @param bytes all of it where it is small; null where it is kept outside of the database
 * @param object by which name the object store has it; null where it is a row or a file
 */
public record Content(
        Digest digest,
        long size,
        long crc32,
        byte @Nullable [] bytes,
        @Nullable UUID object) {
    public Place place() {
        return new Place(digest, object);
    }
}
