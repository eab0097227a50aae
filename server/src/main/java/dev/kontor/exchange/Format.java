package dev.kontor.exchange;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A format of datasets, and what it can carry.
 *
 * @see Loss for what is reported of the rest
 */
enum Format {
    /** Kontor's own, which carries everything. */
    JSON_LINES("items/", "jsonl"),
    /** One JSON of pictures, annotations and categories. */
    COCO("images/", "coco"),
    /** A text per picture, coordinates in parts of the picture, as Ultralytics reads it. */
    YOLO("images/", "yolo"),
    /** An XML per picture. */
    PASCAL_VOC("JPEGImages/", "voc");

    /** What a text of YOLO can be about; one at a time. */
    enum Task {
        DETECT("BOX2D"),
        SEGMENT("POLYGON"),
        POSE("KEYPOINTS2D");

        private final String type;

        Task(String type) {
            this.type = type;
        }

        String type() {
            return type;
        }

        /** What there is most to tell of, if nobody says. */
        static Task of(Map<String, Map<String, Long>> labels) {
            return List.of(values()).stream()
                    .filter(task -> labels.containsKey(task.type))
                    .findFirst()
                    .orElse(DETECT);
        }
    }

    private static final Set<String> OF_COCO = Set.of("BOX2D", "POLYGON", "MULTI_POLYGON", "RLE", "KEYPOINTS2D");

    private final String images;
    private final String name;

    Format(String images, String name) {
        this.images = images;
        this.name = name;
    }

    /** The folder where a zip has the files. */
    String images() {
        return images;
    }

    /** How downloads end. */
    String suffix() {
        return name;
    }

    boolean carries(String type, Task task) {
        return switch (this) {
            case JSON_LINES -> true;
            case COCO -> OF_COCO.contains(type);
            case YOLO -> type.equals(task.type());
            case PASCAL_VOC -> type.equals("BOX2D");
        };
    }

    /** COCO has attributes as CVAT and others write them, Pascal VOC its three flags and the pose. */
    boolean carriesAttribute(String attribute) {
        return switch (this) {
            case JSON_LINES, COCO -> true;
            case YOLO -> false;
            case PASCAL_VOC -> VocAnnotation.FLAGS.contains(attribute) || attribute.equals(VocAnnotation.POSE);
        };
    }
}
