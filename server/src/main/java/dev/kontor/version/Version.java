package dev.kontor.version;

import dev.kontor.access.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A committed state of a dataset, which never changes.
 *
 * @param number one that no other version or draft of the dataset ever had; gaps are discarded drafts
 * @param newest whether its branch has none after it
 * @param added items that the version before did not have; changed and removed likewise
 */
public record Version(
        UUID id,
        long number,
        String branch,
        String message,
        Person author,
        Instant createdAt,
        long items,
        long bytes,
        long added,
        long changed,
        long removed,
        boolean newest,
        List<String> tags) {
    public Version {
        tags = List.copyOf(tags);
    }
}
