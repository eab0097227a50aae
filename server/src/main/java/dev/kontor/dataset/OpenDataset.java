package dev.kontor.dataset;

import dev.kontor.access.Person;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * T-03: what every signed-in user sees of a dataset that is open, whoever they are.
 *
 * @param organization whose workspace it is from
 * @param cover path of a picture in it, if there is one
 */
record OpenDataset(
        UUID id,
        UUID workspaceId,
        String name,
        String description,
        Person.Organization organization,
        long items,
        long bytes,
        @Nullable Long latest,
        @Nullable String cover,
        Instant createdAt) {}
