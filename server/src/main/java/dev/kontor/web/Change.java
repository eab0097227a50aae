package dev.kontor.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A field of a PATCH that can be cleared: absent leaves it as it is, null clears it, anything else sets it. Fields
 * that cannot be cleared are plain nullable components; for them an explicit null is refused.
 */
public sealed interface Change<T> {
    record Absent<T>() implements Change<T> {}

    record Clear<T>() implements Change<T> {}

    record Set<T>(T wanted) implements Change<T> {}

    default boolean given() {
        return !(this instanceof Absent);
    }

    /** The new value; nothing where the field is cleared or not touched. */
    default Optional<T> value() {
        return this instanceof Set<T>(T wanted) ? Optional.of(wanted) : Optional.empty();
    }

    /** The value after the change, of what it was before. */
    default @Nullable T over(@Nullable T before) {
        return given() ? value().orElse(null) : before;
    }
}
