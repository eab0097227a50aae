package dev.kontor.draft;

import dev.kontor.storage.Digest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What is at a path: bytes, labels, metadata. Two that are equal need no change. */
record Value(
        Digest digest,
        long size,
        String mediaType,
        @Nullable JsonNode labels,
        @Nullable JsonNode metadata) {}
