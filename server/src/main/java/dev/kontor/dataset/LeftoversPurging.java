package dev.kontor.dataset;

import java.util.UUID;

/**
 * A project is being purged, and its datasets are gone: what is left of those that were deleted before goes, too. Heard
 * outside of any transaction.
 */
public record LeftoversPurging(UUID projectId) {}
