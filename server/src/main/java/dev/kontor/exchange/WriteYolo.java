package dev.kontor.exchange;

import dev.kontor.picture.Picture;
import dev.kontor.storage.Content;
import dev.kontor.version.Item;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** YOLO as Ultralytics lays it out: {@code data.yaml}, a text of labels for each picture, and the pictures. */
final class WriteYolo {
    private final Outgoing outgoing;
    private final Map<String, Integer> classes;
    private final Stems stems = new Stems();
    private int keypoints;

    private WriteYolo(Outgoing outgoing) {
        this.outgoing = outgoing;
        this.classes = outgoing.numbered(0);
        JsonNode declared = outgoing.figures().catalog().path("KEYPOINTS2D").path("keypoints");
        this.keypoints = declared.path(0).path("number").asInt(0);
    }

    static void write(Outgoing outgoing) throws IOException {
        WriteYolo writing = new WriteYolo(outgoing);
        if (outgoing.images()) {
            outgoing.pages().eachWithContent(writing::item);
        } else {
            outgoing.pages().each(item -> writing.item(item, null));
        }
        outgoing.text("data.yaml", writing.about());
    }

    private void item(Item item, @Nullable Content content) throws IOException {
        Picture picture = item.picture();
        if (picture == null) {
            outgoing.shortfall().add(Loss.NOT_A_PICTURE, item.path());
            return;
        }
        Optional<String> stem = stems.take(item.path());
        if (stem.isEmpty()) {
            outgoing.shortfall().add(Loss.NAME, item.path());
            return;
        }
        if (item.metadata() != null) {
            outgoing.shortfall().add(Loss.METADATA, item.path());
        }
        StringBuilder lines = new StringBuilder();
        for (One one : One.of(item)) {
            if (outgoing.carries(one, item.path())) {
                line(one, picture, item.path())
                        .ifPresent(line -> lines.append(line).append('\n'));
            }
        }
        outgoing.text("labels/" + stem.get() + ".txt", lines.toString());
        if (content != null) {
            outgoing.image(item.path(), content);
        }
    }

    private Optional<String> line(One one, Picture picture, String path) {
        YoloLine line = new YoloLine(picture);
        boolean written =
                switch (one.type()) {
                    case "BOX2D" -> line.box(Exact.Bounds.ofBox(one.body().get("box2d")));
                    case "POLYGON" -> line.polygon(Exact.points(one.body().get("polygon")));
                    default -> pose(one.body().get("keypoints2d"), line, path);
                };
        line.losses().forEach(loss -> outgoing.shortfall().add(loss, path));
        Integer number = Objects.requireNonNull(classes.get(one.category().orElseThrow()));
        return written ? Optional.of(number + line.text()) : Optional.empty();
    }

    private boolean pose(JsonNode points, YoloLine line, String path) {
        if (points.isEmpty()) {
            outgoing.shortfall().add(Loss.RINGS, path);
            return false;
        }
        keypoints = keypoints == 0 ? points.size() : keypoints;
        if (points.size() != keypoints) {
            outgoing.shortfall().add(Loss.KEYPOINT_COUNT, path);
            return false;
        }
        return line.pose(points);
    }

    private String about() {
        StringBuilder yaml = new StringBuilder("# " + outgoing.task().name().toLowerCase(java.util.Locale.ROOT)
                + "; split as you like\npath: .\ntrain: images\nval: images\n");
        if (outgoing.task() == Format.Task.POSE) {
            yaml.append("kpt_shape: [").append(keypoints).append(", 3]\n");
        }
        yaml.append("nc: ").append(classes.size()).append("\nnames:");
        yaml.append(classes.isEmpty() ? " {}\n" : "\n");
        for (String name : outgoing.categories()) {
            yaml.append("  ")
                    .append(classes.get(name))
                    .append(": ")
                    .append(quoted(name))
                    .append('\n');
        }
        return yaml.toString();
    }

    /** In YAML's double quotes, with ASCII alone. */
    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                quoted.append('\\').appendCodePoint(c);
            } else if (c >= ' ' && c < 127) {
                quoted.appendCodePoint(c);
            } else {
                quoted.append(c > 0xffff ? "\\U%08x".formatted(c) : "\\u%04x".formatted(c));
            }
        });
        return quoted.append('"').toString();
    }
}
