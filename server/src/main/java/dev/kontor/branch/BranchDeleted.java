package dev.kontor.branch;

import java.util.UUID;

/** A branch is about to be deleted: whoever keeps rows of its line deletes them, in the same transaction. */
public record BranchDeleted(UUID datasetId, long lineId) {}
