package dev.kontor.dataset;

import java.util.UUID;

/**
 * A dataset is about to be deleted, by somebody or with its project: whoever keeps rows of it deletes them, in the same
 * transaction (T-16), or sees to it there that very many go afterwards.
 */
public record DatasetDeleted(UUID datasetId) {}
