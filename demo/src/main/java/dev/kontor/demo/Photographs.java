package dev.kontor.demo;

import dev.kontor.demo.Collection.Delivery;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** The photographs that scikit-image brings along for its examples; {@code photographs.txt} has boxes drawn by hand. */
final class Photographs {
    private static final String BOXES = "photographs.txt";
    private static final List<String> SURFACES = List.of("brick.png", "grass.png", "gravel.png");

    private Photographs() {}

    static Collection collection(Path folder) throws IOException {
        Map<String, List<String[]>> boxes = boxes();
        List<Picture> pictures = new ArrayList<>();
        for (String path : boxes.keySet()) {
            String file = path.substring(path.lastIndexOf('/') + 1);
            pictures.add(new Picture(path, Content.of(folder.resolve(file)), labels(boxes.get(path))));
        }
        List<String> categories = boxes.values().stream()
                .flatMap(List::stream)
                .map(box -> box[1])
                .distinct()
                .sorted()
                .toList();
        return new Collection(
                "Photographs",
                "People, animals, things, vehicles and the sky, some with boxes. From scikit-image.",
                Map.of("BOX2D", Collection.categories(categories)),
                List.of(
                        new Delivery("Photographs with boxes", labelled(pictures, true)),
                        new Delivery("More photographs", labelled(pictures, false))));
    }

    private static List<Picture> labelled(List<Picture> pictures, boolean wanted) {
        return pictures.stream()
                .filter(picture -> picture.labels().isEmpty() != wanted)
                .toList();
    }

    static Collection surfaces(Path folder) throws IOException {
        List<Picture> pictures = new ArrayList<>();
        for (String file : SURFACES) {
            String kind = file.substring(0, file.indexOf('.'));
            pictures.add(new Picture(file, Content.of(folder.resolve(file)), Picture.classified(kind)));
        }
        List<String> kinds = SURFACES.stream()
                .map(file -> file.substring(0, file.indexOf('.')))
                .toList();
        return new Collection(
                "Surfaces",
                "Brick, grass and gravel. From scikit-image.",
                Map.of("CLASSIFICATION", Collection.categories(kinds)),
                Collection.split(pictures, List.of("Three surfaces")));
    }

    /** By path, the lines of its boxes: path, category, xmin, ymin, xmax, ymax. */
    static Map<String, List<String[]>> boxes() throws IOException {
        Map<String, List<String[]>> boxes = new LinkedHashMap<>();
        var in = Objects.requireNonNull(Photographs.class.getResourceAsStream(BOXES));
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(" "))
                    .forEach(line -> {
                        List<String[]> known = boxes.computeIfAbsent(line[0], path -> new ArrayList<>());
                        if (line.length > 1) {
                            known.add(line);
                        }
                    });
        }
        return boxes;
    }

    private static Map<String, Object> labels(List<String[]> boxes) {
        return boxes.isEmpty()
                ? Map.of()
                : Map.of("BOX2D", boxes.stream().map(Photographs::label).toList());
    }

    private static Map<String, Object> label(String[] box) {
        return Map.of(
                "category",
                box[1],
                "box2d",
                Map.of(
                        "xmin", Integer.parseInt(box[2]),
                        "ymin", Integer.parseInt(box[3]),
                        "xmax", Integer.parseInt(box[4]),
                        "ymax", Integer.parseInt(box[5])));
    }
}
