package dev.kontor.label;

import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.util.Collection;
import java.util.function.BiConsumer;
import tools.jackson.databind.JsonNode;

/** Where in a document a check stands, so that a refusal can name it. */
record Place(Refusal refusal, String path) {
    Place at(String step) {
        return new Place(refusal, path.isEmpty() ? step : path + "." + step);
    }

    Place at(int index) {
        return new Place(refusal, path + "[" + index + "]");
    }

    Refused bad(String rule) {
        return refusal.on(path, path + ": " + rule + ".");
    }

    JsonNode object(JsonNode value) {
        if (!value.isObject()) {
            throw bad("is an object");
        }
        return value;
    }

    JsonNode needed(JsonNode object, String name) {
        JsonNode value = object.get(name);
        if (value == null) {
            throw at(name).bad("is needed");
        }
        return value;
    }

    void eachOf(JsonNode list, BiConsumer<JsonNode, Place> check) {
        if (!list.isArray()) {
            throw bad("is a list");
        }
        for (int i = 0; i < list.size(); i++) {
            check.accept(list.get(i), at(i));
        }
    }

    void only(JsonNode object, Collection<String> known) {
        for (String name : object.propertyNames()) {
            if (!known.contains(name)) {
                throw at(name).bad("is not known here");
            }
        }
    }
}
