package dev.kontor.dataset;

import java.util.UUID;

/**
 * A dataset's project or workspace is being purged, and nobody sees the dataset any more. Heard outside of any transaction,
 * before {@link DatasetDeleted}: what there may be very much of is deleted in bounded steps.
 */
public record DatasetPurging(UUID datasetId) {}
