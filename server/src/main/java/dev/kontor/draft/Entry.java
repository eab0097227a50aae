package dev.kontor.draft;

import dev.kontor.label.Json;
import dev.kontor.storage.Digest;
import dev.kontor.web.Change;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** An item as a batch brings it. Labels and metadata that are absent stay as they are at that path; null clears them. */
record Entry(String path, Digest digest, Change<JsonNode> labels, Change<JsonNode> metadata) {

    /** Bytes only. */
    static Entry of(String path, Digest digest) {
        return new Entry(path, digest, new Change.Absent<>(), new Change.Absent<>());
    }

    static @Nullable JsonNode changed(Change<JsonNode> change, @Nullable JsonNode before) {
        return switch (change) {
            case Change.Absent<JsonNode> a -> before;
            case Change.Clear<JsonNode> c -> null;
            case Change.Set<JsonNode>(JsonNode wanted) -> wanted;
        };
    }

    static void checkMetadata(Change<JsonNode> metadata) {
        metadata.value().ifPresent(Json::metadata);
    }
}
