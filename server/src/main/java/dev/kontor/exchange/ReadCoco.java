package dev.kontor.exchange;

import dev.kontor.exchange.ImportRows.ItemRow;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** Reads COCO, its three lists in any order, one element at a time. */
final class ReadCoco {
    private static final Set<String> KNOWN = Set.of(
            "id",
            "image_id",
            "category_id",
            "bbox",
            "area",
            "iscrowd",
            "segmentation",
            "keypoints",
            "num_keypoints",
            "attributes");

    private final Findings found;
    private final boolean boxes;
    private final TreeSet<String> notRead = new TreeSet<>();
    private int file;
    private String name = "";
    private long number;
    private long boxesLeft;
    private long crowds;

    ReadCoco(Findings found, boolean boxes) {
        this.found = found;
        this.boxes = boxes;
    }

    private interface Element {
        void take(JsonNode element);
    }

    /** Of several files in an archive each has numbers of its own. */
    boolean read(String name, InputStream in) {
        if (!name.isEmpty() && (!name.endsWith(".json") || name.equals("report.json"))) {
            return true;
        }
        this.name = name;
        file++;
        try (JsonParser parser = Exact.JSON.createParser(in)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw Refusal.UNACCEPTABLE.on("body", "COCO is an object with images, annotations and categories.");
            }
            while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
                String list = parser.currentName();
                parser.nextToken();
                switch (list) {
                    case "images" -> each(parser, "image", this::image);
                    case "annotations" -> each(parser, "annotation", this::annotation);
                    case "categories" -> each(parser, "category", this::category);
                    default -> parser.skipChildren();
                }
            }
        } catch (JacksonException broken) {
            throw broken(broken);
        }
        notes();
        return true;
    }

    private Refused broken(JacksonException broken) {
        var at = broken.getLocation();
        String where = at == null ? "" : " (line " + at.getLineNr() + ", column " + at.getColumnNr() + ")";
        return Refusal.MALFORMED.refused((name.isEmpty() ? "The JSON" : name) + " is broken" + where + ": "
                + Findings.shortened(broken.getOriginalMessage()));
    }

    private void each(JsonParser parser, String what, Element element) {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw Refusal.UNACCEPTABLE.on("body", "In COCO, images, annotations and categories are lists.");
        }
        number = 0;
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            number++;
            Optional<JsonNode> one = Bounded.tree(parser);
            try {
                element.take(one.orElseThrow(() -> Refusal.UNACCEPTABLE.refused("It is too large.")));
            } catch (Refused refused) {
                found.problem(place(what), refused.detail());
            }
        }
    }

    private String place(String what) {
        return (name.isEmpty() ? "" : name + ", ") + what + " " + number;
    }

    private String key(JsonNode object, String field) {
        JsonNode id = object.get(field);
        if (id == null
                || !(id.isIntegralNumber() || id.isString())
                || id.asString().length() > 200) {
            throw Refusal.UNACCEPTABLE.refused(field + ": is a number.");
        }
        return file + ":" + Findings.shortened(id.asString());
    }

    private void image(JsonNode image) {
        if (!image.path("file_name").isString()) {
            throw Refusal.UNACCEPTABLE.refused("file_name: is a text.");
        }
        String key = key(image, "id");
        found.path(image.get("file_name").stringValue(), place("image"))
                .ifPresent(path -> found.item(new ItemRow(path, key, null)));
    }

    private void category(JsonNode category) {
        if (!category.path("name").isString()
                || category.get("name").stringValue().isEmpty()) {
            throw Refusal.UNACCEPTABLE.refused("name: is a text.");
        }
        found.category(key(category, "id"), category.get("name").stringValue());
    }

    private void annotation(JsonNode annotation) {
        String image = key(annotation, "image_id");
        String category = key(annotation, "category_id");
        CocoAnnotation read = CocoAnnotation.read(annotation, boxes);
        read.labels().forEach((type, body) -> found.label(image, type, category, body.toString()));
        boxesLeft += read.boxLeft() ? 1 : 0;
        crowds += read.crowd() ? 1 : 0;
        for (String field : annotation.propertyNames()) {
            if (!KNOWN.contains(field) && notRead.size() < 50) {
                notRead.add(Findings.shortened(field));
            }
        }
    }

    private void notes() {
        String place = name.isEmpty() ? "annotations" : name;
        if (!notRead.isEmpty()) {
            found.problem(place, "These fields of annotations are not read: " + String.join(", ", notRead) + ".");
        }
        if (boxesLeft > 0) {
            found.problem(
                    place,
                    "%,d boxes around areas or keypoints are no labels of their own; say so to have them as boxes, too."
                            .formatted(boxesLeft));
        }
        if (crowds > 0) {
            found.problem(place, "%,d polygons are of a crowd, which is not kept.".formatted(crowds));
        }
        notRead.clear();
        boxesLeft = 0;
        crowds = 0;
    }
}
