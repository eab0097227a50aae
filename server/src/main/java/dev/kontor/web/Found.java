package dev.kontor.web;

import java.util.List;
import java.util.UUID;

/** The first of what a search found, and whether there is more. */
public record Found<T>(List<T> items, boolean more) {
    public Found {
        items = List.copyOf(items);
    }

    /** What something is in: a workspace, a project. */
    public record Place(UUID id, String name) {}

    /** Of {@code limit + 1} rows that were asked for. */
    public static <T> Found<T> of(List<T> rows, int limit) {
        return new Found<>(rows.subList(0, Math.min(limit, rows.size())), rows.size() > limit);
    }

    public static <T> Found<T> nothing() {
        return new Found<>(List.of(), false);
    }
}
