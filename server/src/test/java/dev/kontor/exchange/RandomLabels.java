package dev.kontor.exchange;

import java.math.BigDecimal;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Labels of all kinds, of a picture of 100 x 80, as they may come: also odd ones. */
final class RandomLabels {
    static final List<String> CATEGORIES = List.of(
            "cat", "dog", "a \"quoted\" <one> & 'more'", "größe", "🚗 car", " odd", "con\u0001trol", "4", "null");

    private final Random random;

    RandomLabels(Random random) {
        this.random = random;
    }

    ObjectNode catalog() {
        ObjectNode catalog = Gallery.JSON.createObjectNode();
        for (String type : List.of(
                "CLASSIFICATION",
                "BOX2D",
                "BOX3D",
                "POLYGON",
                "MULTI_POLYGON",
                "RLE",
                "POLYLINE2D",
                "KEYPOINTS2D",
                "SENTENCE")) {
            ArrayNode categories = catalog.putObject(type).putArray("categories");
            CATEGORIES
                    .subList(0, random.nextInt(4))
                    .forEach(name -> categories.addObject().put("name", name));
        }
        return catalog;
    }

    ObjectNode labels() {
        ObjectNode labels = Gallery.JSON.createObjectNode();
        if (random.nextInt(3) == 0) {
            labels.set("CLASSIFICATION", common());
        }
        several(labels, "BOX2D", () -> common().<ObjectNode>set("box2d", box()));
        several(labels, "BOX3D", () -> common().<ObjectNode>set("box3d", cuboid()));
        several(labels, "POLYGON", () -> common().<ObjectNode>set("polygon", points(3 + random.nextInt(4))));
        several(labels, "MULTI_POLYGON", () -> common().<ObjectNode>set("multiPolygon", rings()));
        several(labels, "RLE", () -> common().<ObjectNode>set("rle", counts()));
        several(labels, "POLYLINE2D", () -> common().<ObjectNode>set("polyline2d", points(2)));
        several(labels, "KEYPOINTS2D", () -> common().<ObjectNode>set("keypoints2d", keypoints()));
        if (random.nextInt(4) == 0) {
            labels.putArray("SENTENCE")
                    .addObject()
                    .putArray("sentence")
                    .addObject()
                    .put("text", "hello\n\u0001\"");
        }
        return labels;
    }

    private void several(ObjectNode labels, String type, Supplier<ObjectNode> one) {
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            labels.withArray("/" + type).add(one.get());
        }
    }

    private ObjectNode common() {
        ObjectNode label = Gallery.JSON.createObjectNode();
        if (random.nextInt(8) > 0) {
            label.put("category", CATEGORIES.get(random.nextInt(CATEGORIES.size())));
        }
        if (random.nextInt(3) == 0) {
            ObjectNode attributes = label.putObject("attributes");
            if (random.nextBoolean()) attributes.put("colour", random.nextBoolean() ? "red" : "größer & <b>");
            if (random.nextBoolean()) attributes.put("weight", random.nextInt(1000) / 8.0);
            if (random.nextBoolean()) attributes.put("truncated", random.nextBoolean());
            if (random.nextBoolean()) attributes.put("occluded", "yes");
            if (random.nextBoolean()) attributes.put("pose", random.nextBoolean() ? "Left" : "Unspecified");
        }
        if (random.nextInt(6) == 0) {
            label.put("instance", "i" + random.nextInt(5));
        }
        return label;
    }

    /** In the picture mostly, of three decimals mostly; what is finer lies nearer to what is rounded down to. */
    BigDecimal number(int most) {
        BigDecimal value = BigDecimal.valueOf(random.nextInt(most * 1000 + 1), 3);
        if (random.nextInt(4) == 0) {
            value = BigDecimal.valueOf(random.nextInt(most + 1));
        }
        if (random.nextInt(12) == 0 && value.compareTo(BigDecimal.ONE) > 0) {
            value = value.subtract(BigDecimal.ONE).add(new BigDecimal("0.00023"));
        }
        if (random.nextInt(15) == 0) {
            value = random.nextBoolean() ? value.negate() : value.add(BigDecimal.valueOf(most));
        }
        return value;
    }

    private ObjectNode box() {
        BigDecimal x1 = number(100);
        BigDecimal x2 = number(100);
        BigDecimal y1 = number(80);
        BigDecimal y2 = number(80);
        return Gallery.JSON
                .createObjectNode()
                .put("xmin", x1.min(x2))
                .put("ymin", y1.min(y2))
                .put("xmax", x1.max(x2))
                .put("ymax", y1.max(y2));
    }

    private ObjectNode cuboid() {
        ObjectNode cuboid = Gallery.JSON.createObjectNode();
        cuboid.putObject("translation").put("x", 1).put("y", 2.5).put("z", -3);
        cuboid.putObject("rotation").put("w", 1).put("x", 0).put("y", 0).put("z", 0);
        cuboid.putObject("size").put("x", 1).put("y", 1).put("z", 1);
        return cuboid;
    }

    private ArrayNode points(int count) {
        ArrayNode points = Gallery.JSON.createArrayNode();
        for (int i = 0; i < count; i++) {
            points.addObject().put("x", number(100)).put("y", number(80));
        }
        return points;
    }

    private ArrayNode rings() {
        ArrayNode rings = Gallery.JSON.createArrayNode();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            rings.add(points(3 + random.nextInt(3)));
        }
        return rings;
    }

    private ArrayNode counts() {
        ArrayNode counts = Gallery.JSON.createArrayNode();
        int count = random.nextInt(6);
        for (int i = 0; i < count; i++) {
            counts.add(random.nextInt(1000));
        }
        return counts;
    }

    private ArrayNode keypoints() {
        ArrayNode points = points(random.nextInt(6) == 0 ? random.nextInt(5) : 3);
        for (var point : points) {
            if (random.nextInt(8) > 0) {
                ((ObjectNode) point).put("v", random.nextInt(3));
            }
        }
        return points;
    }
}
