package dev.kontor.derivation;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/** One of an item's own fields: that it is there, or how its value is. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record FieldIs(String key, @Nullable ValueIs value) {
    FieldIs {
        if (key.isEmpty() || TextIs.tooLong(key)) {
            throw Where.bad("A field of the metadata has a name.");
        }
    }

    JsonPath path() {
        JsonPath path = new JsonPath();
        String field = "$." + JsonPath.quoted(key);
        return path.asks(
                value == null ? field : field + " ? (" + String.join(" && ", value.conditions("@", path)) + ")");
    }
}
