package dev.kontor.bench;

import org.jspecify.annotations.Nullable;

/** A figure that was to be reached. */
record Aim(String title, double wanted, double got, boolean met) {
    /** What counting over a whole run may be off by: sessions are touched every few minutes. */
    private static final double TOLERANCE = 1.005;

    static @Nullable Aim atLeast(String title, double wanted, @Nullable Double got) {
        return got == null ? null : new Aim(title, wanted, got, got >= wanted);
    }

    static @Nullable Aim atMost(String title, double wanted, @Nullable Double got) {
        return got == null ? null : new Aim(title, wanted, got, got <= wanted * TOLERANCE);
    }

    @Override
    public String toString() {
        return "| %s | %,.1f | %,.2f%s |".formatted(title, wanted, got, met ? "" : " **missed**");
    }
}
