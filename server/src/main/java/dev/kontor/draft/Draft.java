package dev.kontor.draft;

import dev.kontor.access.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Changes of a branch that are not committed yet.
 *
 * @param number one that no other draft or version of the dataset ever had
 * @param base the version it starts from; null for the first
 * @param bytes by so many its items are larger than those of the base
 */
record Draft(
        long number,
        String branch,
        @Nullable UUID base,
        Instant createdAt,
        Person openedBy,
        long added,
        long changed,
        long removed,
        long bytes) {}
