package dev.kontor.exchange;

import dev.kontor.exchange.Exact.Bounds;
import dev.kontor.exchange.Exact.Point;
import dev.kontor.picture.Picture;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.JsonNode;

/** How COCO says where a label is: its box, its area, and rings, counts or keypoints. */
record CocoShape(
        Bounds bounds,
        BigDecimal area,
        List<List<Point>> rings,
        @Nullable JsonNode counts,
        @Nullable JsonNode keypoints,
        Picture picture) {

    /** Nothing where there is nothing to say; what is lost is told. */
    static @Nullable CocoShape of(One one, Picture picture, Consumer<Loss> lost) {
        return switch (one.type()) {
            case "BOX2D" -> {
                Bounds box = Bounds.ofBox(one.body().get("box2d"));
                yield new CocoShape(box, box.width().multiply(box.height()), List.of(), null, null, picture);
            }
            case "POLYGON" -> rings(List.of(Exact.points(one.body().get("polygon"))), picture);
            case "MULTI_POLYGON" -> multi(one.body().get("multiPolygon"), picture, lost);
            case "RLE" -> Runs.shape(one.body().get("rle"), picture);
            case "KEYPOINTS2D" -> keypoints(one.body().get("keypoints2d"), picture, lost);
            default -> throw new IllegalArgumentException(one.type());
        };
    }

    private static @Nullable CocoShape multi(JsonNode polygons, Picture picture, Consumer<Loss> lost) {
        List<List<Point>> rings = new ArrayList<>();
        polygons.forEach(polygon -> rings.add(Exact.points(polygon)));
        if (rings.size() < 2) {
            lost.accept(Loss.RINGS);
        }
        return rings.isEmpty() ? null : rings(rings, picture);
    }

    private static CocoShape rings(List<List<Point>> rings, Picture picture) {
        BigDecimal area = rings.stream().map(CocoShape::area).reduce(BigDecimal.ZERO, BigDecimal::add);
        Bounds bounds = Bounds.of(rings.stream().flatMap(List::stream).toList());
        return new CocoShape(bounds, area, rings, null, null, picture);
    }

    private static @Nullable CocoShape keypoints(JsonNode points, Picture picture, Consumer<Loss> lost) {
        if (points.isEmpty()) {
            lost.accept(Loss.RINGS);
            return null;
        }
        for (JsonNode point : points) {
            if (!point.has("v")) {
                lost.accept(Loss.VISIBILITY);
                break;
            }
        }
        Bounds bounds = Bounds.of(Exact.points(points));
        return new CocoShape(bounds, bounds.width().multiply(bounds.height()), List.of(), null, points, picture);
    }

    /** By the shoelace formula. */
    private static BigDecimal area(List<Point> ring) {
        BigDecimal twice = BigDecimal.ZERO;
        Point before = ring.getLast();
        for (Point point : ring) {
            twice = twice.add(before.x().multiply(point.y())).subtract(point.x().multiply(before.y()));
            before = point;
        }
        return twice.abs().divide(BigDecimal.TWO);
    }

    void write(JsonGenerator json) {
        json.writeName("bbox").writeStartArray();
        json.writeNumber(bounds.left()).writeNumber(bounds.top());
        json.writeNumber(bounds.width()).writeNumber(bounds.height());
        json.writeEndArray();
        json.writeNumberProperty("area", area);
        json.writeNumberProperty("iscrowd", counts == null ? 0 : 1);
        json.writeName("segmentation");
        if (counts != null) {
            json.writeStartObject();
            json.writeName("counts").writeTree(counts);
            json.writeName("size").writeStartArray();
            json.writeNumber(picture.height()).writeNumber(picture.width()).writeEndArray();
            json.writeEndObject();
        } else {
            rings(json);
        }
        if (keypoints != null) {
            points(keypoints, json);
        }
    }

    private void rings(JsonGenerator json) {
        json.writeStartArray();
        for (List<Point> ring : rings) {
            json.writeStartArray();
            ring.forEach(point -> json.writeNumber(point.x()).writeNumber(point.y()));
            json.writeEndArray();
        }
        json.writeEndArray();
    }

    private static void points(JsonNode keypoints, JsonGenerator json) {
        int seen = 0;
        json.writeName("keypoints").writeStartArray();
        for (JsonNode point : keypoints) {
            int v = point.path("v").asInt(2);
            seen += v > 0 ? 1 : 0;
            json.writeNumber(Exact.number(point, "x")).writeNumber(Exact.number(point, "y"));
            json.writeNumber(v);
        }
        json.writeEndArray();
        json.writeNumberProperty("num_keypoints", seen);
    }
}
