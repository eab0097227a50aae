package dev.kontor.exchange;

import static dev.kontor.exchange.Format.*;

import java.util.EnumSet;
import java.util.Set;

/** What may not come along into a format, and why. */
enum Loss {
    // spotless:off
    NOT_A_PICTURE   ("Files that are no pictures, or whose size cannot be read, are left out with their labels.", COCO, YOLO, PASCAL_VOC),
    NAME            ("Pictures without one of the usual file name endings, or whose names differ from another one's in nothing but the ending, are left out.", YOLO, PASCAL_VOC),
    LABEL_TYPE      ("Labels of this type are left out.", COCO, YOLO, PASCAL_VOC),
    NO_CATEGORY     ("Labels without a category, or whose category cannot be written, are left out.", COCO, YOLO, PASCAL_VOC),
    ATTRIBUTE       ("This attribute is left out.", YOLO, PASCAL_VOC),
    FLAG            ("A flag that is false, or a pose that says nothing, is the same as none.", PASCAL_VOC),
    INSTANCE        ("Which labels are of the same thing is left out.", COCO, YOLO, PASCAL_VOC),
    METADATA        ("Metadata of items is left out.", COCO, YOLO, PASCAL_VOC),
    RINGS           ("A multi polygon of one polygon comes back as a polygon; one without any is left out, and so are keypoints without a point.", COCO, YOLO),
    VISIBILITY      ("A keypoint that does not say whether it is visible comes back as visible.", COCO, YOLO),
    KEYPOINT_COUNT  ("All labels have the same number of keypoints; others are left out.", YOLO),
    OUTSIDE         ("What lies outside of the picture is cut off; a label of which nothing is left is left out.", YOLO),
    ROUNDED         ("Coordinates finer than a thousandth of a pixel are rounded to it.", YOLO),
    CATALOG         ("Of the catalog there are the names of categories alone.", COCO, YOLO, PASCAL_VOC);
    // spotless:on

    private final String sentence;
    private final Set<Format> formats;

    Loss(String sentence, Format first, Format... others) {
        this.sentence = sentence;
        this.formats = EnumSet.of(first, others);
    }

    String sentence() {
        return sentence;
    }

    boolean happensIn(Format format) {
        return formats.contains(format);
    }
}
