package dev.kontor.bench;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How much of everything.
 *
 * @param home where what is filled stays and is used again, for parts that change nothing
 */
record DataSize(
        long items,
        int samples,
        Duration each,
        int files,
        Set<Part> parts,
        @Nullable Path home) {
    /** What is measured; all of it if nothing is said. */
    enum Part {
        READ,
        OPEN,
        CHANGE,
        CHAIN,
        FILTER,
        EXPORT,
        BYTES,
        BESIDE
    }

    static DataSize read(String[] options) {
        long items = 1_000_000;
        boolean quick = false;
        Set<Part> parts = EnumSet.allOf(Part.class);
        Path home = null;
        for (int i = 0; i < options.length; i++) {
            switch (options[i]) {
                case "--quick" -> quick = true;
                case "--items" -> items = Long.parseLong(options[++i]);
                case "--home" -> home = Path.of(options[++i]);
                case "--only" -> parts = parts(options[++i]);
                default -> throw new IllegalArgumentException("bench data does not know " + options[i] + ".");
            }
        }
        return quick
                ? new DataSize(Math.min(items, 50_000), 20, Duration.ofSeconds(3), 100, parts, home)
                : new DataSize(items, 50, Duration.ofSeconds(6), 400, parts, home);
    }

    private static Set<Part> parts(String names) {
        return Arrays.stream(names.split(","))
                .map(name -> Part.valueOf(name.toUpperCase(Locale.ROOT)))
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Part.class)));
    }

    /** What to type for the same again. */
    String command() {
        String only = parts.size() == Part.values().length
                ? ""
                : " --only "
                        + parts.stream()
                                .map(part -> part.name().toLowerCase(Locale.ROOT))
                                .collect(Collectors.joining(","));
        return "./kontor bench data --items " + items + only;
    }
}
