package dev.kontor.exchange;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Names of pictures without their ending, by which YOLO and Pascal VOC find the labels of a picture. Told paths in
 * their order, it remembers only those stems within which the last one lies: all paths of a stem follow each other, with
 * nothing between them that does not begin with it as well.
 */
final class Stems {
    /** What readers of these formats take for pictures. */
    static final Set<String> ENDINGS = Set.of("jpg", "jpeg", "png", "bmp", "webp", "gif", "tif", "tiff");

    private final Deque<String> open = new ArrayDeque<>();

    /** Nothing where it has none, or another picture has the same. */
    Optional<String> take(String path) {
        Optional<String> stem = of(path);
        while (!open.isEmpty() && !path.startsWith(open.peek() + ".")) {
            open.pop();
        }
        if (stem.isEmpty() || open.contains(stem.get())) {
            return Optional.empty();
        }
        open.push(stem.get());
        return stem;
    }

    static Optional<String> of(String path) {
        int dot = path.lastIndexOf('.');
        if (dot <= path.lastIndexOf('/') + 1) {
            return Optional.empty();
        }
        String ending = path.substring(dot + 1);
        boolean oneCase =
                ending.equals(ending.toLowerCase(Locale.ROOT)) || ending.equals(ending.toUpperCase(Locale.ROOT));
        return oneCase && ENDINGS.contains(ending.toLowerCase(Locale.ROOT))
                ? Optional.of(path.substring(0, dot))
                : Optional.empty();
    }
}
