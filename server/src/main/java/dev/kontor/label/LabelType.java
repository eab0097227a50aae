package dev.kontor.label;

import java.util.Arrays;
import java.util.Optional;

/** The types of labels, with TensorBay's names, and what a single label of each must hold. */
public enum LabelType {
    CLASSIFICATION(Shape.NONE, ""),
    BOX2D(Shape.BOX, "box2d"),
    BOX3D(Shape.CUBOID, "box3d"),
    POLYGON(Shape.POINTS, "polygon"),
    MULTI_POLYGON(Shape.MANY_POINTS, "multiPolygon"),
    RLE(Shape.COUNTS, "rle"),
    POLYLINE2D(Shape.POINTS, "polyline2d"),
    MULTI_POLYLINE2D(Shape.MANY_POINTS, "multiPolyline2d"),
    KEYPOINTS2D(Shape.POINTS, "keypoints2d"),
    SENTENCE(Shape.WORDS, "sentence"),
    SEMANTIC_MASK(Shape.MASK, ""),
    INSTANCE_MASK(Shape.MASK, ""),
    PANOPTIC_MASK(Shape.MASK, "");

    private final Shape shape;
    private final String field;

    LabelType(Shape shape, String field) {
        this.shape = shape;
        this.field = field;
    }

    Shape shape() {
        return shape;
    }

    /** Where a label has its geometry or text; empty where it has neither. */
    String field() {
        return field;
    }

    /** Whether an item has one label of this type, rather than a list. */
    boolean single() {
        return shape == Shape.NONE || shape == Shape.MASK;
    }

    static Optional<LabelType> named(String name) {
        return Arrays.stream(values()).filter(type -> type.name().equals(name)).findFirst();
    }
}
