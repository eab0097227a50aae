package dev.kontor.usage;

import java.util.List;

/** Sizes as people read them. */
final class Bytes {
    private static final List<String> UNITS = List.of("KiB", "MiB", "GiB", "TiB", "PiB");

    private Bytes() {}

    static String human(long bytes) {
        if (bytes < 1024) {
            return bytes + " bytes";
        }
        double size = bytes / 1024.0;
        int unit = 0;
        while (size >= 1024 && unit < UNITS.size() - 1) {
            size /= 1024;
            unit++;
        }
        return "%.1f %s".formatted(size, UNITS.get(unit)).replace(".0 ", " ");
    }
}
