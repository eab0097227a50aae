package dev.kontor.derivation;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * How a value of a label's attribute or of an item's own field is; several of these hold together, none asks whether
 * there is one. Numbers are compared with numbers, texts with texts.
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ValueIs(
        @Schema(types = {"string", "number", "boolean", "null"}) @Nullable
        JsonNode is,

        @Schema(types = {"string", "number", "boolean", "null"}) @Nullable
        JsonNode isNot,

        @Nullable Double above,
        @Nullable Double atLeast,
        @Nullable Double below,
        @Nullable Double atMost,
        @Nullable String startsWith,
        @Nullable String contains) {
    ValueIs {
        if (Stream.of(is, isNot)
                .filter(Objects::nonNull)
                .anyMatch(value -> value.isContainer() || TextIs.tooLong(value.asString("")))) {
            throw Where.bad("A value to compare with is a short text, a number, true, false or null.");
        }
        if (TextIs.tooLong(startsWith) || TextIs.tooLong(contains)) {
            throw Where.bad("A text to compare with is too long.");
        }
    }

    /** As conditions on the value that {@code at} leads to. */
    List<String> conditions(String at, JsonPath path) {
        List<String> all = new ArrayList<>();
        all.add("exists(" + at + ")");
        if (is != null) {
            all.add(at + " == " + path.variable(is));
        }
        if (isNot != null) {
            String same = at + " == " + path.variable(isNot);
            // of two types it is unknown whether they are the same
            all.add("((" + same + ") is unknown || !(" + same + "))");
        }
        number(all, path, at + " > ", above);
        number(all, path, at + " >= ", atLeast);
        number(all, path, at + " < ", below);
        number(all, path, at + " <= ", atMost);
        if (startsWith != null) {
            all.add(at + " starts with " + path.variable(startsWith));
        }
        if (contains != null) {
            all.add(at + " like_regex " + JsonPath.quoted(contains) + " flag \"q\"");
        }
        return all;
    }

    private static void number(List<String> all, JsonPath path, String compared, @Nullable Double with) {
        if (with != null) {
            all.add(compared + path.variable(with));
        }
    }
}
