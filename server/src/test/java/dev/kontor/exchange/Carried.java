package dev.kontor.exchange;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What should come back of labels that went out, and what should be told of the rest: the same rules as in the code,
 * written from the guide a second time.
 */
final class Carried {
    private static final Set<String> FLAGS = Set.of("truncated", "difficult", "occluded");

    private final Format format;
    private final Format.Task task;
    private final Map<String, Integer> losses = new TreeMap<>();
    private int keypoints;

    Carried(Format format, Format.Task task) {
        this.format = format;
        this.task = task;
    }

    List<String> losses() {
        return losses.entrySet().stream()
                .map(one -> one.getKey() + " " + one.getValue())
                .toList();
    }

    void lose(String what) {
        losses.merge(what, 1, Integer::sum);
    }

    private void lose(Set<String> several) {
        several.forEach(this::lose);
    }

    ObjectNode of(JsonNode labels) {
        ObjectNode back = Gallery.JSON.createObjectNode();
        for (String type : labels.propertyNames()) {
            List<JsonNode> all =
                    labels.get(type).isArray() ? labels.get(type).valueStream().toList() : List.of(labels.get(type));
            all.forEach(one -> one(type, (ObjectNode) one.deepCopy(), back));
        }
        return back;
    }

    private boolean carries(String type) {
        return switch (format) {
            case COCO ->
                Set.of("BOX2D", "POLYGON", "MULTI_POLYGON", "RLE", "KEYPOINTS2D")
                        .contains(type);
            case YOLO ->
                type.equals(Map.of("DETECT", "BOX2D", "SEGMENT", "POLYGON", "POSE", "KEYPOINTS2D")
                        .get(task.name()));
            default -> type.equals("BOX2D");
        };
    }

    private void one(String type, ObjectNode label, ObjectNode back) {
        if (!carries(type)) {
            lose("LABEL_TYPE " + type);
            return;
        }
        if (!label.has("category")) {
            lose("NO_CATEGORY " + type);
            return;
        }
        if (label.remove("instance") != null) {
            lose("INSTANCE " + type);
        }
        attributes(label);
        if (format == Format.PASCAL_VOC
                && Set.of(" odd", "con\u0001trol")
                        .contains(label.get("category").asString())) {
            lose("NO_CATEGORY " + type);
            return;
        }
        if (format == Format.PASCAL_VOC) {
            flags(label);
        }
        String became =
                switch (format) {
                    case COCO -> coco(type, label);
                    case YOLO -> yolo(type, label);
                    default -> type;
                };
        if (became != null) {
            back.withArray("/" + became).add(label);
        }
    }

    private void attributes(ObjectNode label) {
        for (String name : label.path("attributes").propertyNames()) {
            boolean kept = format == Format.COCO
                    || format == Format.PASCAL_VOC && (FLAGS.contains(name) || name.equals("pose"));
            if (!kept) {
                lose("ATTRIBUTE " + name);
            }
        }
        if (format == Format.YOLO) {
            label.remove("attributes");
        }
    }

    private void flags(ObjectNode label) {
        JsonNode before = label.path("attributes");
        ObjectNode after = Gallery.JSON.createObjectNode();
        for (String name : before.propertyNames()) {
            JsonNode value = before.get(name);
            boolean flag = FLAGS.contains(name) && value.isBoolean() && value.booleanValue();
            boolean pose = name.equals("pose") && !value.asString().equals("Unspecified");
            if (flag || pose) {
                after.set(name, value);
            } else if (FLAGS.contains(name) || name.equals("pose")) {
                lose("FLAG");
            }
        }
        label.remove("attributes");
        if (!after.isEmpty()) {
            label.set("attributes", after);
        }
    }

    private @Nullable String coco(String type, ObjectNode label) {
        if (type.equals("MULTI_POLYGON") && label.get("multiPolygon").size() < 2) {
            lose("RINGS");
            JsonNode rings = label.remove("multiPolygon");
            if (rings.isEmpty()) {
                return null;
            }
            label.set("polygon", rings.get(0));
            return "POLYGON";
        }
        return !type.equals("KEYPOINTS2D") || seen(label) ? type : null;
    }

    private boolean seen(ObjectNode label) {
        JsonNode points = label.get("keypoints2d");
        if (points.isEmpty()) {
            lose("RINGS");
            return false;
        }
        boolean unsaid = false;
        for (JsonNode point : points) {
            unsaid |= !point.has("v");
            ((ObjectNode) point).put("v", point.path("v").asInt(2));
        }
        if (unsaid) {
            lose("VISIBILITY");
        }
        return true;
    }

    private @Nullable String yolo(String type, ObjectNode label) {
        Set<String> lost = new TreeSet<>();
        if (type.equals("BOX2D")) {
            ObjectNode box = (ObjectNode) label.get("box2d");
            boolean in =
                    inside(List.of(box.get("xmin"), box.get("xmax")), List.of(box.get("ymin"), box.get("ymax")), lost);
            List.of("xmin", "xmax").forEach(edge -> box.put(edge, near(box.get(edge), 100, in, lost)));
            List.of("ymin", "ymax").forEach(edge -> box.put(edge, near(box.get(edge), 80, in, lost)));
            lose(lost);
            return in ? type : null;
        }
        ArrayNode points = (ArrayNode) label.get(type.equals("POLYGON") ? "polygon" : "keypoints2d");
        boolean pose = type.equals("KEYPOINTS2D");
        if (pose) {
            if (points.isEmpty()) {
                lose("RINGS");
                return null;
            }
            keypoints = keypoints == 0 ? points.size() : keypoints;
            if (points.size() != keypoints) {
                lose("KEYPOINT_COUNT");
                return null;
            }
        }
        List<JsonNode> xs = new ArrayList<>();
        List<JsonNode> ys = new ArrayList<>();
        points.forEach(point -> xs.add(point.get("x")));
        points.forEach(point -> ys.add(point.get("y")));
        boolean in = inside(xs, ys, lost);
        points.forEach(point -> ((ObjectNode) point)
                .put("x", near(point.get("x"), 100, in, lost))
                .put("y", near(point.get("y"), 80, in, lost)));
        lose(lost);
        if (in && pose) {
            seen(label);
        }
        return in ? type : null;
    }

    private static boolean inside(List<JsonNode> xs, List<JsonNode> ys, Set<String> lost) {
        boolean in = xs.stream().anyMatch(x -> x.decimalValue().signum() >= 0)
                && xs.stream().anyMatch(x -> x.decimalValue().compareTo(BigDecimal.valueOf(100)) <= 0)
                && ys.stream().anyMatch(y -> y.decimalValue().signum() >= 0)
                && ys.stream().anyMatch(y -> y.decimalValue().compareTo(BigDecimal.valueOf(80)) <= 0);
        if (!in) {
            lost.add("OUTSIDE");
        }
        return in;
    }

    private static BigDecimal near(JsonNode value, int most, boolean counts, Set<String> lost) {
        BigDecimal number = value.decimalValue();
        BigDecimal cut = number.max(BigDecimal.ZERO).min(BigDecimal.valueOf(most));
        if (counts && cut.compareTo(number) != 0) {
            lost.add("OUTSIDE");
        }
        BigDecimal rounded = cut.setScale(3, RoundingMode.HALF_EVEN);
        if (counts && rounded.compareTo(cut) != 0) {
            lost.add("ROUNDED");
        }
        return rounded;
    }
}
