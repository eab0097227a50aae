package dev.kontor.derivation;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.label.LabelType;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A label of a type, of this category and with these attributes where they are said: one label that is all of it.
 *
 * @param attributes by name, and how each value is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LabelIs(
        LabelType type, @Nullable String category, @Nullable List<Attribute> attributes) {
    private static final int MOST = 20;

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Attribute(String name, @Nullable ValueIs value) {
        Attribute {
            if (name.isEmpty() || TextIs.tooLong(name)) {
                throw Where.bad("An attribute has a name.");
            }
        }
    }

    LabelIs {
        attributes = attributes == null ? null : List.copyOf(attributes);
        if (TextIs.tooLong(category) || attributes != null && attributes.size() > MOST) {
            throw Where.bad("A label is asked for a short category and at most " + MOST + " attributes.");
        }
    }

    /** Types with one label and types with a list are asked alike: the language takes the one for a list of one. */
    JsonPath path() {
        JsonPath path = new JsonPath();
        List<String> conditions = new ArrayList<>();
        if (category != null) {
            conditions.add("@.\"category\" == " + path.variable(category));
        }
        for (Attribute attribute : attributes == null ? List.<Attribute>of() : attributes) {
            String at = "@.\"attributes\"." + JsonPath.quoted(attribute.name());
            conditions.addAll(
                    attribute.value() == null
                            ? List.of("exists(" + at + ")")
                            : attribute.value().conditions(at, path));
        }
        String labels = "$." + JsonPath.quoted(type.name()) + "[*]";
        return path.asks(conditions.isEmpty() ? labels : labels + " ? (" + String.join(" && ", conditions) + ")");
    }
}
