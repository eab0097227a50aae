package dev.kontor.label;

import static dev.kontor.web.Refusal.BAD_LABELS;
import static dev.kontor.web.Refusal.LABEL_TYPE_NOT_IN_CATALOG;

import dev.kontor.label.Catalog.Declared;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/**
 * An item's labels: an object by type, for instance {@code {"CLASSIFICATION": {"category": "cat"}, "BOX2D": [...]}}.
 * What the catalog does not declare as a type is refused; categories and attributes that it does not know are accepted
 * and reported.
 */
public final class Labels {
    private static final int LONGEST_NAME = 256;

    private final Catalog catalog;
    private final TreeSet<String> unknown = new TreeSet<>();

    private Labels(Catalog catalog) {
        this.catalog = catalog;
    }

    /** Refuses what is wrong, returns what is unknown: {@code BOX2D dog}, {@code BOX2D attribute size}. */
    public static List<String> check(JsonNode labels, Catalog catalog) {
        Json.check(labels, BAD_LABELS, "labels");
        Place root = new Place(BAD_LABELS, "labels");
        root.object(labels);
        Labels checked = new Labels(catalog);
        for (String name : labels.propertyNames()) {
            LabelType type =
                    LabelType.named(name).orElseThrow(() -> root.at(name).bad("is no label type"));
            Declared declared =
                    catalog.declared(type).orElseThrow(() -> LABEL_TYPE_NOT_IN_CATALOG.on("labels." + type, type));
            checked.type(type, declared, labels.get(name), root.at(name));
        }
        return List.copyOf(checked.unknown);
    }

    private void type(LabelType type, Declared declared, JsonNode value, Place at) {
        if (type.single()) {
            label(type, declared, value, at);
        } else {
            at.eachOf(value, (one, place) -> label(type, declared, one, place));
        }
    }

    private void label(LabelType type, Declared declared, JsonNode label, Place at) {
        at.object(label);
        if (!type.field().isEmpty()) {
            type.shape().check(at.needed(label, type.field()), at.at(type.field()));
        }
        at.only(label, type.fields());
        category(type, declared, label, at);
        attributes(type, declared, label, at);
        text(label, "instance", at);
    }

    private void category(LabelType type, Declared declared, JsonNode label, Place at) {
        text(label, "category", at).ifPresent(category -> {
            if (!declared.categories().contains(category)) {
                unknown.add(type + " " + category);
            }
        });
    }

    private void attributes(LabelType type, Declared declared, JsonNode label, Place at) {
        JsonNode attributes = label.get("attributes");
        if (attributes == null) {
            return;
        }
        at.at("attributes").object(attributes);
        for (String name : attributes.propertyNames()) {
            Attribute attribute = declared.attributes().get(name);
            if (attribute == null) {
                unknown.add(type + " attribute " + name);
            } else {
                attribute.check(attributes.get(name), at.at("attributes").at(name));
            }
        }
    }

    private static Optional<String> text(JsonNode label, String field, Place at) {
        JsonNode value = label.get(field);
        if (value == null) {
            return Optional.empty();
        }
        if (!value.isString()
                || value.stringValue().isEmpty()
                || value.stringValue().length() > LONGEST_NAME) {
            throw at.at(field).bad("is a text of 1 to " + LONGEST_NAME + " characters");
        }
        return Optional.of(value.stringValue());
    }
}
