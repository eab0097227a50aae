package dev.kontor.demo;

import java.io.Console;
import java.util.Locale;

/** What the reader is told: one line per thing done; where somebody watches, a line that counts while it is done. */
final class Say {
    private static final boolean WATCHED = watched();
    private static long last;

    private Say() {}

    private static boolean watched() {
        Console console = System.console();
        return console != null && console.isTerminal();
    }

    static void line(String text) {
        System.out.println((WATCHED ? "\r\033[K" : "") + text);
    }

    /** {@code 3,333 pictures}, {@code 1 picture}. */
    static String number(long number, String noun) {
        return String.format(Locale.ROOT, "%,d %s%s", number, noun, number == 1 ? "" : "s");
    }

    /** {@code 0.4 s} since then. */
    static String since(long nanoTime) {
        return String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - nanoTime) / 1e9);
    }

    static void counting(String what, long done, long of) {
        long now = System.currentTimeMillis();
        if (WATCHED && now - last > 100) {
            last = now;
            System.out.printf(Locale.ROOT, "\r\033[K%s: %,d of %,d", what, done, of);
            System.out.flush();
        }
    }
}
