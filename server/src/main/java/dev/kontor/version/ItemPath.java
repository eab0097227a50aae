package dev.kontor.version;

import static dev.kontor.web.Refusal.BAD_PATH;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;

/**
 * Where an item is in a dataset: relative, segments separated by {@code /}, in Unicode normal form C, so that names
 * which look the same are the same path.
 */
public record ItemPath(String text) {
    private static final int MOST_BYTES = 1024;

    public ItemPath {
        text = Normalizer.normalize(text, Normalizer.Form.NFC);
        check(text.isEmpty(), "A path is not empty.");
        characters(text);
        check(text.startsWith("/"), "A path is relative: it does not begin with '/'.");
        for (String segment : text.split("/", -1)) {
            check(segment.isEmpty(), "A path has no empty segment.");
            check(segment.equals(".") || segment.equals(".."), "A path has no segment '.' or '..'.");
        }
    }

    /** Begins of paths: where they are searched; a folder ends with {@code /}. Empty for all. */
    public static String prefix(String text) {
        String prefix = Normalizer.normalize(text, Normalizer.Form.NFC);
        characters(prefix);
        return prefix;
    }

    /** A folder as a prefix: empty for the top, else with {@code /} at its end. */
    public static String folder(String text) {
        String prefix = prefix(text);
        return prefix.isEmpty() || prefix.endsWith("/") ? prefix : prefix + "/";
    }

    /** The least text that is greater than everything that begins so, in the order of UTF-8 bytes. */
    static String end(String prefix) {
        int[] points = prefix.codePoints().toArray();
        int last = points[points.length - 1];
        points[points.length - 1] = last == 0xD7FF ? 0xE000 : last + 1;
        return new String(points, 0, points.length);
    }

    /** What stands after the last slash. */
    public String name() {
        return text.substring(text.lastIndexOf('/') + 1);
    }

    private static void characters(String text) {
        check(text.getBytes(StandardCharsets.UTF_8).length > MOST_BYTES, "A path has at most 1,024 bytes in UTF-8.");
        check(text.indexOf('\\') >= 0, "A path has no backslash; folders are separated by '/'.");
        check(
                text.indexOf('\uFFFD') >= 0
                        || text.codePoints().anyMatch(c -> c >= 0xD800 && c <= 0xDFFF || c == 0x10FFFF),
                "A path is valid UTF-8.");
        check(text.codePoints().anyMatch(Character::isISOControl), "A path has no control characters.");
    }

    private static void check(boolean wrong, String sentence) {
        if (wrong) {
            throw BAD_PATH.refused(sentence);
        }
    }

    /** Many at once, for a statement. */
    public static String[] texts(Iterable<ItemPath> paths) {
        return java.util.stream.StreamSupport.stream(paths.spliterator(), false)
                .map(ItemPath::text)
                .toArray(String[]::new);
    }

    /** The order of the database, which is not Java's. */
    static int compare(String a, String b) {
        return Arrays.compareUnsigned(a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
    }
}
