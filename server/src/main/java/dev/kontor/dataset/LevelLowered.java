package dev.kontor.dataset;

import dev.kontor.access.DatasetLevel;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody's own level on a dataset became a lower one, or none: what they gave out beyond it ends in the same
 * transaction (T-13).
 */
public record LevelLowered(
        UUID datasetId, UUID userId, @Nullable DatasetLevel to) {}
