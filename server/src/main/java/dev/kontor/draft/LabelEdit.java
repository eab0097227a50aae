package dev.kontor.draft;

import dev.kontor.web.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * What is done with the labels and metadata of many items alike. What is not named stays.
 *
 * @param setLabels labels by type, in the place of those of that type
 * @param clearLabels types whose labels go
 * @param renames categories that are called otherwise
 * @param setMetadata values by key
 * @param clearMetadata keys that go
 */
record LabelEdit(
        @Schema(ref = "#/components/schemas/Labels") @Nullable
        Map<String, JsonNode> setLabels,

        @Nullable List<String> clearLabels,
        @Nullable List<Rename> renames,

        @Schema(ref = "#/components/schemas/Metadata") @Nullable
        Map<String, JsonNode> setMetadata,

        @Nullable List<String> clearMetadata) {

    /** @param type whose categories; of all types if absent */
    record Rename(@Nullable String type, String from, String to) {
        Rename {
            if (to.isEmpty()) {
                throw Refusal.UNACCEPTABLE.on("to", "A category has a name.");
            }
        }
    }

    Value applied(Value before) {
        ObjectNode labels = copy(before.labels());
        Optional.ofNullable(setLabels).ifPresent(set -> set.forEach(labels::set));
        Optional.ofNullable(clearLabels).ifPresent(labels::remove);
        Optional.ofNullable(renames).ifPresent(all -> all.forEach(one -> rename(labels, one)));
        ObjectNode metadata = copy(before.metadata());
        Optional.ofNullable(setMetadata).ifPresent(set -> set.forEach(metadata::set));
        Optional.ofNullable(clearMetadata).ifPresent(metadata::remove);
        return new Value(
                before.digest(),
                before.size(),
                before.mediaType(),
                labels.isEmpty() ? null : labels,
                metadata.isEmpty() ? null : metadata);
    }

    private static ObjectNode copy(@Nullable JsonNode body) {
        return body instanceof ObjectNode object ? object.deepCopy() : JsonNodeFactory.instance.objectNode();
    }

    private static void rename(ObjectNode labels, Rename rename) {
        for (String type : labels.propertyNames()) {
            if (rename.type() == null || rename.type().equals(type)) {
                JsonNode value = labels.get(type);
                if (value instanceof ObjectNode one) {
                    rename(one, rename.from(), rename.to());
                }
                for (int i = 0; value.isArray() && i < value.size(); i++) {
                    if (value.get(i) instanceof ObjectNode one) {
                        rename(one, rename.from(), rename.to());
                    }
                }
            }
        }
    }

    private static void rename(ObjectNode label, String from, String to) {
        if (label.path("category").asString("").equals(from)) {
            label.put("category", to);
        }
    }
}
