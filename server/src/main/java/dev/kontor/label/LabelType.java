package dev.kontor.label;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The types of labels, with TensorBay's names, and what a single label of each must hold. */
public enum LabelType {
    CLASSIFICATION(Shape.NONE, ""),
    BOX2D(Shape.BOX, "box2d"),
    BOX3D(Shape.CUBOID, "box3d"),
    POLYGON(Shape.AREA, "polygon"),
    MULTI_POLYGON(Shape.AREAS, "multiPolygon"),
    RLE(Shape.COUNTS, "rle"),
    POLYLINE2D(Shape.LINE, "polyline2d"),
    MULTI_POLYLINE2D(Shape.LINES, "multiPolyline2d"),
    KEYPOINTS2D(Shape.KEYPOINTS, "keypoints2d"),
    SENTENCE(Shape.WORDS, "sentence"),
    SEMANTIC_MASK(Shape.MASK, "info"),
    INSTANCE_MASK(Shape.MASK, "info"),
    PANOPTIC_MASK(Shape.MASK, "info");

    private final Shape shape;
    private final String field;

    LabelType(Shape shape, String field) {
        this.shape = shape;
        this.field = field;
    }

    Shape shape() {
        return shape;
    }

    /** Where a label has its geometry, text or meaning; empty where it has none. */
    String field() {
        return field;
    }

    /** What a label of this type may hold. */
    List<String> fields() {
        return shape == Shape.MASK
                ? List.of("info", "remotePath", "checksum")
                : List.of("category", "attributes", "instance", field);
    }

    /** Whether an item has one label of this type, rather than a list. */
    boolean single() {
        return shape == Shape.NONE || shape == Shape.MASK;
    }

    static Optional<LabelType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
