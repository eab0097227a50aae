package dev.kontor.draft;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.version.Ref;
import dev.kontor.version.Spot;
import dev.kontor.version.Spot.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An open draft in the hands of one transaction, which holds its row: nobody else stages, commits or discards it.
 *
 * @param below the lines that its line overlays
 * @param base the newest version of its line; null before the first
 * @param ownCatalog set in this draft; null where that of the base holds
 */
record Work(
        Grant<InDataset> grant,
        String branch,
        long lineId,
        long number,
        List<Layer> below,
        @Nullable Base base,
        @Nullable Long ownCatalog) {
    Work {
        below = List.copyOf(below);
    }

    record Base(
            UUID id,
            long number,
            long items,
            long bytes,
            @Nullable Long catalogId,
            String statistics) {}

    /** The branch whose newest version stands for the dataset in lists. */
    boolean onMain() {
        return branch.equals(Ref.MAIN);
    }

    @Nullable
    Long catalogId() {
        return ownCatalog != null ? ownCatalog : base == null ? null : base.catalogId();
    }

    /** As whoever changes it may look at it. */
    Spot spot(Optional<String> catalog) {
        return new Spot(grant, layers(), null, number, catalog);
    }

    List<Layer> layers() {
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer(lineId, number));
        layers.addAll(below);
        return layers;
    }
}
