package dev.kontor.version;

import org.jspecify.annotations.Nullable;

/**
 * What is at a path in two states of a dataset.
 *
 * @param before null where the path came
 * @param after null where the path went
 * @param content whether the bytes differ
 * @param labels whether the labels differ
 * @param metadata whether the metadata differ
 */
record Difference(
        String path,
        Kind change,
        @Nullable Item before,
        @Nullable Item after,
        boolean content,
        boolean labels,
        boolean metadata) {
    enum Kind {
        ADDED,
        CHANGED,
        REMOVED
    }
}
