package dev.kontor.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Somebody's own folder of images: all of it, and two samples of it. A picture's kind is the folder that it lies in. */
record Folder(Path root) {
    private static final Set<String> ENDINGS = Set.of("png", "jpg", "jpeg", "gif", "webp", "bmp", "tif", "tiff");
    private static final int SMALL = 24;
    private static final int SECRET = 6;

    Material material() throws IOException {
        List<Picture> pictures = pictures();
        if (pictures.isEmpty()) {
            throw new Trouble(
                    "There are no images in " + root + " (" + String.join(", ", new TreeSet<>(ENDINGS)) + ").");
        }
        return new Material(
                collection(name(), pictures, List.of("First delivery", "Second delivery", "Third delivery")),
                collection("A first look", sample(pictures, SMALL), List.of("A sample of all")),
                collection("Under wraps", sample(pictures, SECRET), List.of("A small sample")));
    }

    private static Collection collection(String name, List<Picture> pictures, List<String> messages) {
        List<String> kinds = pictures.stream()
                .map(picture -> kind(picture.path()))
                .filter(kind -> !kind.isEmpty())
                .distinct()
                .toList();
        Map<String, Object> catalog =
                kinds.isEmpty() ? Map.of() : Map.of("CLASSIFICATION", Collection.categories(kinds));
        return new Collection(name, "Images from a folder.", catalog, Collection.split(pictures, messages));
    }

    /** Within T-01's letters. */
    private String name() throws IOException {
        Path last = root.toRealPath().getFileName();
        String name = last == null ? "" : last.toString().replaceAll("[^\\p{L}\\p{N} ._-]", "-");
        name = name.length() > 80 ? name.substring(0, 80) : name;
        return name.isBlank() ? "Images" : name.strip();
    }

    private List<Picture> pictures() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(root)) {
            files = all.filter(Files::isRegularFile)
                    .filter(Folder::image)
                    .sorted()
                    .toList();
        }
        List<Picture> pictures = new ArrayList<>();
        for (Path file : files) {
            String path = root.relativize(file)
                    .toString()
                    .replace(root.getFileSystem().getSeparator(), "/");
            String kind = kind(path);
            pictures.add(new Picture(path, Content.of(file), kind.isEmpty() ? Map.of() : Picture.classified(kind)));
        }
        return pictures;
    }

    private static boolean image(Path file) {
        String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
        return ENDINGS.contains(name.substring(name.lastIndexOf('.') + 1));
    }

    static String kind(String path) {
        int end = path.lastIndexOf('/');
        return end < 0 ? "" : path.substring(path.lastIndexOf('/', end - 1) + 1, end);
    }

    /** So many at most, evenly spread. */
    static <T> List<T> sample(List<T> all, int most) {
        int size = Math.min(most, all.size());
        return IntStream.range(0, size)
                .mapToObj(i -> all.get((int) ((long) all.size() * i / size)))
                .toList();
    }
}
