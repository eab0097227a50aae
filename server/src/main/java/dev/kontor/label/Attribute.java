package dev.kontor.label;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An attribute that a catalog declares: {@code {"name", "type"?, "enum"?, "minimum"?, "maximum"?, "items"?,
 * "parentCategories"?, "description"?}}; type is one of TensorBay's or a list of them.
 */
record Attribute(
        String name,
        Set<String> types,
        List<JsonNode> values,
        @Nullable Double minimum,
        @Nullable Double maximum) {
    private static final Set<String> FIELDS =
            Set.of("name", "type", "enum", "minimum", "maximum", "items", "parentCategories", "description");
    private static final Set<String> TYPES =
            Set.of("null", "boolean", "integer", "number", "string", "array", "instance");

    static Attribute read(JsonNode declared, Place at) {
        at.only(at.object(declared), FIELDS);
        List<JsonNode> values = new ArrayList<>();
        if (declared.has("enum")) {
            at.at("enum").eachOf(declared.get("enum"), (value, place) -> values.add(value));
        }
        return new Attribute(
                Catalog.name(declared, at),
                types(declared, at.at("type")),
                List.copyOf(values),
                number(declared, "minimum", at),
                number(declared, "maximum", at));
    }

    private static Set<String> types(JsonNode declared, Place at) {
        JsonNode type = declared.get("type");
        if (type == null) {
            return Set.of();
        }
        List<String> types = new ArrayList<>();
        if (type.isArray()) {
            at.eachOf(type, (one, place) -> types.add(known(one, place)));
        } else {
            types.add(known(type, at));
        }
        return Set.copyOf(types);
    }

    private static String known(JsonNode type, Place at) {
        if (!type.isString() || !TYPES.contains(type.stringValue())) {
            throw at.bad("is one of null, boolean, integer, number, string, array, instance");
        }
        return type.stringValue();
    }

    private static @Nullable Double number(JsonNode declared, String field, Place at) {
        JsonNode value = declared.get(field);
        if (value != null && !value.isNumber()) {
            throw at.at(field).bad("is a number");
        }
        return value == null ? null : Double.valueOf(value.doubleValue());
    }

    void check(JsonNode value, Place at) {
        if (!values.isEmpty() && !values.contains(value)) {
            throw at.bad("is one of " + values);
        }
        if (!types.isEmpty() && types.stream().noneMatch(type -> isOf(value, type))) {
            throw at.bad("is of type " + String.join(" or ", types));
        }
        if (value.isNumber()
                && (minimum != null && value.doubleValue() < minimum
                        || maximum != null && value.doubleValue() > maximum)) {
            throw at.bad("is outside of what the catalog allows");
        }
    }

    private static boolean isOf(JsonNode value, String type) {
        return switch (type) {
            case "null" -> value.isNull();
            case "boolean" -> value.isBoolean();
            case "integer" -> value.isIntegralNumber();
            case "number" -> value.isNumber();
            case "array" -> value.isArray();
            default -> value.isString();
        };
    }
}
