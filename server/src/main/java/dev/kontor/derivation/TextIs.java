package dev.kontor.derivation;

import static org.jooq.impl.DSL.noCondition;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.Objects;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** How a text is, letter by letter; several of these hold together. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record TextIs(
        @Nullable String is,
        @Nullable String startsWith,
        @Nullable String endsWith,
        @Nullable String contains) {
    private static final int LONGEST = 1_024;

    TextIs {
        if (Stream.of(is, startsWith, endsWith, contains).allMatch(Objects::isNull)) {
            throw Where.bad("A text is compared by is, startsWith, endsWith or contains.");
        }
        if (Stream.of(is, startsWith, endsWith, contains).anyMatch(TextIs::tooLong)) {
            throw Where.bad("A text to compare with has at most " + LONGEST + " characters.");
        }
    }

    static boolean tooLong(@Nullable String text) {
        return text != null && (text.length() > LONGEST || text.indexOf(0) >= 0);
    }

    Condition of(Field<String> field) {
        return (is == null ? noCondition() : field.eq(is))
                .and(startsWith == null ? noCondition() : field.startsWith(startsWith))
                .and(endsWith == null ? noCondition() : field.endsWith(endsWith))
                .and(contains == null ? noCondition() : field.contains(contains));
    }
}
