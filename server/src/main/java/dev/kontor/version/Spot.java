package dev.kontor.version;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A state of a dataset that somebody was found to be allowed to look at.
 *
 * @param layers its line and those that it overlays, nearest first; none where nothing was committed yet
 * @param versionId of a version; null of a draft
 * @param catalog what labels it declares, as JSON
 */
public record Spot(
        Grant<InDataset> grant,
        List<Layer> layers,
        @Nullable UUID versionId,
        long number,
        Optional<String> catalog) {
    public Spot {
        layers = List.copyOf(layers);
    }

    /** A line as it is at a number: rows added up to it and not removed up to it. */
    public record Layer(long lineId, long at) {}
}
