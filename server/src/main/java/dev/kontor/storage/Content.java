package dev.kontor.storage;

import org.jspecify.annotations.Nullable;

/**
 * A content as the store knows it.
 *
 * @param size in bytes
 * @param crc32 as zips want it
 * @param bytes all of it where it is small; null where it is kept outside of the database
 */
public record Content(Digest digest, long size, long crc32, byte @Nullable [] bytes) {}
