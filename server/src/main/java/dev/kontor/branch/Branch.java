package dev.kontor.branch;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A linear run of versions that goes on.
 *
 * @param version its newest one, or where it started; null before the first
 * @param number of that version
 * @param draft number of its open draft, for those who may change it
 * @param from the branch and version that it started from; null of the main branch
 * @param versions how many are its own
 */
public record Branch(
        String name,
        boolean main,
        @Nullable UUID version,
        @Nullable Long number,
        @Nullable Long draft,
        @Nullable Origin from,
        long versions,
        Instant createdAt) {

    public record Origin(String branch, long number) {}
}
