package dev.kontor.exchange;

import dev.kontor.exchange.Bounded.Lines;
import dev.kontor.exchange.ImportRows.ItemRow;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the texts of YOLO; where in pixels their labels are is known only with the picture. */
final class ReadYolo {
    private static final int LONGEST_LINE = 1 << 20;
    private static final Pattern NUMBER = Pattern.compile("[0-9]{0,20}\\.?[0-9]{1,40}([eE]-?[0-9]{1,2})?");

    private final Findings found;
    private final YoloClasses classes;

    private ReadYolo(Findings found, YoloClasses classes) {
        this.found = found;
        this.classes = classes;
    }

    static void read(Source source, Findings found) throws IOException {
        ReadYolo reading = new ReadYolo(found, YoloClasses.in(source));
        source.each(reading::file);
    }

    private boolean file(String name, InputStream in) throws IOException {
        Optional<String> text = Source.within(name, "labels", "images").filter(path -> path.endsWith(".txt"));
        if (text.isEmpty()) {
            return true;
        }
        String stem = text.get().substring(0, text.get().length() - ".txt".length());
        Optional<String> path = found.path(stem, name);
        if (path.isPresent()) {
            found.item(new ItemRow(path.get(), path.get(), null));
            lines(path.get(), name, new Lines(in, LONGEST_LINE));
        }
        return true;
    }

    private void lines(String key, String name, Lines lines) throws IOException {
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            byte[] bytes = line.get().bytes();
            try {
                if (bytes == null) {
                    throw bad("A line has at most 1 MiB.");
                }
                String text = new String(bytes, StandardCharsets.UTF_8).strip();
                if (!text.isEmpty()) {
                    line(key, text.split("\\s+"));
                }
            } catch (Refused refused) {
                found.problem(name + ", line " + lines.number(), refused.detail());
            }
        }
    }

    private void line(String key, String[] columns) {
        String category = classes.name(columns[0])
                .orElseThrow(() -> bad("data.yaml names no class " + Findings.shortened(columns[0]) + "."));
        String[] numbers = Arrays.copyOfRange(columns, 1, columns.length);
        int keypoints = classes.keypoints();
        int each = classes.each();
        if (numbers.length == 4) {
            check(numbers, 0, Integer.MAX_VALUE);
            label(key, "BOX2D", category, numbers);
        } else if (keypoints > 0 && numbers.length == 4 + keypoints * each) {
            check(numbers, 4, each);
            found.label(
                    key,
                    "KEYPOINTS2D",
                    category,
                    each + " " + String.join(" ", Arrays.copyOfRange(numbers, 4, numbers.length)));
        } else if (numbers.length >= 6 && numbers.length % 2 == 0) {
            check(numbers, 0, Integer.MAX_VALUE);
            label(key, "POLYGON", category, numbers);
        } else {
            throw bad(
                    "A line is a class and a box, a polygon, or keypoints as data.yaml declares them; this has %d columns."
                            .formatted(columns.length));
        }
    }

    private void label(String key, String type, String category, String[] numbers) {
        found.label(key, type, category, String.join(" ", numbers));
    }

    /** From a column on, with the third of each three a visibility where each has three. */
    private static void check(String[] numbers, int from, int each) {
        for (int i = 0; i < numbers.length; i++) {
            String number = numbers[i];
            if (!NUMBER.matcher(number).matches()) {
                throw bad(Findings.shortened(number) + " is no part of a picture: a number between 0 and 1.");
            }
            boolean visibility = each == 3 && i >= from && (i - from) % 3 == 2;
            BigDecimal value = new BigDecimal(number);
            if (visibility ? !number.matches("[012](\\.0*)?") : value.compareTo(BigDecimal.ONE) > 0) {
                throw bad(
                        visibility
                                ? "The visibility of a keypoint is 0, 1 or 2."
                                : Findings.shortened(number)
                                        + " is outside of the picture: coordinates are between 0 and 1.");
            }
        }
    }

    private static Refused bad(String sentence) {
        return Refusal.BAD_LABELS.refused(sentence);
    }
}
