package dev.kontor.application;

import dev.kontor.access.DatasetLevel;
import java.util.UUID;

/** A level on a dataset that somebody offers: whoever invites, or made the link. */
record Offer(
        UUID workspaceId, UUID projectId, UUID datasetId, String datasetName, DatasetLevel level, UUID inviterId) {}
