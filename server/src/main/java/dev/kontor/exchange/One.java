package dev.kontor.exchange;

import dev.kontor.version.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** A single label of an item. */
record One(String type, JsonNode body) {
    static List<One> of(Item item) {
        List<One> all = new ArrayList<>();
        if (item.labels() != null) {
            JsonNode labels = Exact.JSON.readTree(item.labels());
            for (String type : labels.propertyNames()) {
                JsonNode value = labels.get(type);
                if (value.isArray()) {
                    value.forEach(body -> all.add(new One(type, body)));
                } else {
                    all.add(new One(type, value));
                }
            }
        }
        return all;
    }

    Optional<String> category() {
        return body.has("category") ? Optional.of(body.get("category").stringValue()) : Optional.empty();
    }
}
