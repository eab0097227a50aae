package dev.kontor.derivation;

import static kontor.tables.Tables.ANNOT;
import static org.jooq.impl.DSL.condition;
import static org.jooq.impl.DSL.val;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.kontor.version.Overlay;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.util.List;
import java.util.Objects;
import java.util.function.BinaryOperator;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;

/**
 * Which items: exactly one of these, nested up to 8 deep, with up to 100 conditions in all. Items without what is asked
 * for do not fit.
 *
 * @param all of these hold
 * @param any of these holds
 * @param not this does not hold
 * @param path of the file
 * @param mediaType of the file, for instance {@code image/png}
 * @param size of the file in bytes
 * @param metadata one of the item's own fields
 * @param label there is a label like this
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Where(
        @Nullable List<Where> all,
        @Nullable List<Where> any,
        @Nullable Where not,
        @Nullable TextIs path,
        @Nullable TextIs mediaType,
        @Nullable SizeIs size,
        @Nullable FieldIs metadata,
        @Nullable LabelIs label) {
    private static final int DEEPEST = 8;
    private static final int MOST = 100;

    Where {
        all = all == null ? null : List.copyOf(all);
        any = any == null ? null : List.copyOf(any);
        long given = Stream.of(all, any, not, path, mediaType, size, metadata, label)
                .filter(Objects::nonNull)
                .count();
        if (given != 1) {
            throw bad("A condition holds exactly one of all, any, not, path, mediaType, size, metadata and label.");
        }
        if (all != null && all.isEmpty() || any != null && any.isEmpty()) {
            throw bad("all and any hold at least one condition.");
        }
    }

    static Refused bad(String rule) {
        return Refusal.UNACCEPTABLE.on("where", rule);
    }

    /** Refuses what is nested too deep, or too long. */
    void check() {
        if (depth() > DEEPEST) {
            throw bad("Conditions are nested at most " + DEEPEST + " deep.");
        }
        if (count() > MOST) {
            throw bad("There are at most " + MOST + " conditions.");
        }
    }

    private int depth() {
        return 1 + inner().mapToInt(Where::depth).max().orElse(0);
    }

    private int count() {
        return 1 + inner().mapToInt(Where::count).sum();
    }

    private Stream<Where> inner() {
        return Stream.of(all, any, not == null ? null : List.of(not))
                .filter(Objects::nonNull)
                .flatMap(List::stream);
    }

    /** About rows of {@link Overlay#I} and their ANNOT; unknown, where an item has none, is no. */
    Condition fits() {
        if (all != null) {
            return joined(all, Condition::and);
        }
        if (any != null) {
            return joined(any, Condition::or);
        }
        if (not != null) {
            return condition("not coalesce({0}, false)", not.fits());
        }
        if (path != null) {
            return path.of(Overlay.I.PATH);
        }
        if (mediaType != null) {
            return mediaType.of(Overlay.I.MEDIA_TYPE);
        }
        if (size != null) {
            return size.of(Overlay.I.SIZE);
        }
        return metadata != null
                ? found(ANNOT.META, metadata.path())
                : found(ANNOT.LABELS, Objects.requireNonNull(label).path());
    }

    /** How many items fit at most; {@link Long#MAX_VALUE} where labels do not tell. */
    long most(Often often) {
        if (all != null) {
            return all.stream().mapToLong(one -> one.most(often)).min().orElseThrow();
        }
        if (any != null) {
            return any.stream().mapToLong(one -> one.most(often)).reduce(0, Where::plus);
        }
        return label == null ? Long.MAX_VALUE : often.times(label.type(), label.category());
    }

    private static long plus(long a, long b) {
        return a > Long.MAX_VALUE - b ? Long.MAX_VALUE : a + b;
    }

    private static Condition joined(List<Where> conditions, BinaryOperator<Condition> with) {
        return conditions.stream().map(Where::fits).reduce(with).orElseThrow();
    }

    /** The path is text that somebody else's words stand in only as JSON strings and variables. */
    private static Condition found(org.jooq.Field<?> json, JsonPath path) {
        return condition(
                "jsonb_path_exists({0}, {1} :: jsonpath, {2} :: jsonb, true)",
                json, val(path.text()), val(path.variables()));
    }
}
