package dev.kontor.exchange;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Numbers as they stand in the text, so that what goes out and comes in again is the same. */
final class Exact {
    /** Within what a line of anybody's file may take. */
    static final JsonMapper JSON = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(64)
                            .maxStringLength(4 << 20)
                            .maxNumberLength(1_000)
                            .build())
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private Exact() {}

    static BigDecimal number(JsonNode object, String name) {
        return object.get(name).decimalValue();
    }

    /** A point in pixels. */
    record Point(BigDecimal x, BigDecimal y) {
        static Point of(JsonNode point) {
            return new Point(number(point, "x"), number(point, "y"));
        }
    }

    static List<Point> points(JsonNode list) {
        List<Point> points = new ArrayList<>();
        list.forEach(point -> points.add(Point.of(point)));
        return points;
    }

    /** What encloses points. */
    record Bounds(BigDecimal left, BigDecimal top, BigDecimal right, BigDecimal bottom) {
        static Bounds of(List<Point> points) {
            return points.stream()
                    .map(p -> new Bounds(p.x(), p.y(), p.x(), p.y()))
                    .reduce((a, b) -> new Bounds(
                            a.left.min(b.left), a.top.min(b.top), a.right.max(b.right), a.bottom.max(b.bottom)))
                    .orElseThrow();
        }

        static Bounds ofBox(JsonNode box) {
            return new Bounds(number(box, "xmin"), number(box, "ymin"), number(box, "xmax"), number(box, "ymax"));
        }

        BigDecimal width() {
            return right.subtract(left);
        }

        BigDecimal height() {
            return bottom.subtract(top);
        }
    }
}
