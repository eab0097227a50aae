package dev.kontor.dataset;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;

/** A dataset is about to be deleted: whoever keeps rows of it deletes them, in the same transaction (T-16). */
public record DatasetDeleted(Grant<InDataset> grant) {}
