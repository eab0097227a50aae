package dev.kontor.exchange;

import dev.kontor.label.Json;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The labels in an annotation of COCO: keypoints and the area, or else the box.
 *
 * @param labels by type, without their category
 * @param boxLeft whether it has a box beside, which was not read
 * @param crowd whether it is of a crowd, and not by counts, which always are
 */
record CocoAnnotation(Map<String, ObjectNode> labels, boolean boxLeft, boolean crowd) {
    static CocoAnnotation read(JsonNode annotation, boolean boxes) {
        Map<String, ObjectNode> labels = new LinkedHashMap<>();
        JsonNode keypoints = annotation.path("keypoints");
        if (!keypoints.isEmpty()) {
            labels.put("KEYPOINTS2D", with("keypoints2d", keypoints(keypoints)));
        }
        JsonNode area = annotation.path("segmentation");
        if (area.isObject()) {
            labels.put("RLE", with("rle", counts(area.path("counts"))));
        } else if (area.size() == 1) {
            labels.put("POLYGON", with("polygon", ring(area.get(0))));
        } else if (area.size() > 1) {
            ArrayNode rings = Exact.JSON.createArrayNode();
            area.forEach(ring -> rings.add(ring(ring)));
            labels.put("MULTI_POLYGON", with("multiPolygon", rings));
        }
        boolean box = !annotation.path("bbox").isEmpty();
        boolean alone = labels.isEmpty();
        if (alone && !box) {
            throw bad("It has neither a box nor an area nor keypoints.");
        }
        if (alone || box && boxes) {
            labels.put("BOX2D", with("box2d", box(annotation.get("bbox"))));
        }
        boolean crowd = annotation.path("iscrowd").asInt(0) != 0 && !area.isObject();
        attributes(annotation.path("attributes"), labels);
        return new CocoAnnotation(labels, box && !alone && !boxes, crowd);
    }

    private static void attributes(JsonNode attributes, Map<String, ObjectNode> labels) {
        if (attributes.isObject()) {
            Json.check(attributes, Refusal.BAD_LABELS, "attributes");
            labels.values().forEach(label -> label.set("attributes", attributes));
        }
    }

    private static ObjectNode with(String field, JsonNode value) {
        ObjectNode label = Exact.JSON.createObjectNode();
        label.set(field, value);
        return label;
    }

    private static JsonNode box(JsonNode bbox) {
        if (bbox.size() != 4) {
            throw bad("bbox: is x, y, width and height.");
        }
        BigDecimal x = number(bbox, 0, "bbox");
        BigDecimal y = number(bbox, 1, "bbox");
        BigDecimal width = number(bbox, 2, "bbox");
        BigDecimal height = number(bbox, 3, "bbox");
        if (width.signum() < 0 || height.signum() < 0) {
            throw bad("bbox: width and height are not negative.");
        }
        return Exact.JSON
                .createObjectNode()
                .put("xmin", x)
                .put("ymin", y)
                .put("xmax", x.add(width))
                .put("ymax", y.add(height));
    }

    private static ArrayNode ring(JsonNode numbers) {
        if (!numbers.isArray() || numbers.size() < 6 || numbers.size() % 2 != 0) {
            throw bad("segmentation: a polygon is at least three points, x and y by turns.");
        }
        ArrayNode ring = Exact.JSON.createArrayNode();
        for (int i = 0; i < numbers.size(); i += 2) {
            ring.addObject()
                    .put("x", number(numbers, i, "segmentation"))
                    .put("y", number(numbers, i + 1, "segmentation"));
        }
        return ring;
    }

    private static ArrayNode keypoints(JsonNode numbers) {
        if (!numbers.isArray() || numbers.size() % 3 != 0) {
            throw bad("keypoints: each is x, y and v.");
        }
        ArrayNode points = Exact.JSON.createArrayNode();
        for (int i = 0; i < numbers.size(); i += 3) {
            int v = numbers.get(i + 2).asInt(-1);
            if (v < 0 || v > 2) {
                throw bad("keypoints: v is 0, 1 or 2.");
            }
            points.addObject()
                    .put("x", number(numbers, i, "keypoints"))
                    .put("y", number(numbers, i + 1, "keypoints"))
                    .put("v", v);
        }
        return points;
    }

    private static JsonNode counts(JsonNode counts) {
        if (counts.isString()) {
            return Runs.unpacked(counts.stringValue())
                    .orElseThrow(() -> bad("segmentation: the counts cannot be read."));
        }
        if (!counts.isArray()) {
            throw bad("segmentation: counts are a list, or a text.");
        }
        return counts;
    }

    private static BigDecimal number(JsonNode list, int at, String field) {
        JsonNode number = list.get(at);
        // within what a double holds: nobody computes with a number of a million digits here
        if (!number.isNumber()
                || !Double.isFinite(number.doubleValue())
                || number.decimalValue().scale() > 400) {
            throw bad(field + ": a coordinate is a number.");
        }
        return number.decimalValue();
    }

    private static Refused bad(String sentence) {
        return Refusal.BAD_LABELS.refused(sentence);
    }
}
