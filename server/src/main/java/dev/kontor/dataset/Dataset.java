package dev.kontor.dataset;

import dev.kontor.access.DatasetLevel;
import dev.kontor.access.DatasetVisibility;
import dev.kontor.access.Person;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A dataset as one person sees it.
 *
 * @param project hidden from strangers to whom it is OPEN (T-03)
 * @param owner to strangers only the organization whose workspace it is from
 * @param items in the newest version of the main branch, as are bytes, latest (its number) and cover (a picture's path)
 * @param draft number of the open draft, for those who may change it
 */
public record Dataset(
        UUID id,
        UUID workspaceId,
        @Nullable ProjectName project,
        String name,
        String description,
        DatasetVisibility visibility,
        Person owner,
        DatasetLevel level,
        Instant createdAt,
        long items,
        long bytes,
        @Nullable Long latest,
        @Nullable Long draft,
        @Nullable String cover,
        long revision,
        List<String> can) {
    public Dataset {
        can = List.copyOf(can);
    }

    /** The project it is in. */
    public record ProjectName(UUID id, String name) {}
}
