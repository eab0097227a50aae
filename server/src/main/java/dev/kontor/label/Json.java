package dev.kontor.label;

import dev.kontor.web.Refusal;
import tools.jackson.databind.JsonNode;

/** What any JSON that is kept must hold to, so that the database can store it and every reader can read it. */
public final class Json {
    private static final int DEEPEST = 32;
    private static final int LONGEST = 1 << 20;

    private Json() {}

    /** Of up to 1 MiB, 32 levels deep, with finite numbers and clean texts. */
    public static void check(JsonNode value, Refusal refusal, String field) {
        Place at = new Place(refusal, field);
        if (value.toString().length() > LONGEST) {
            throw at.bad("has at most 1 MiB");
        }
        clean(value, at, 0);
    }

    /** An object of an item's own fields. */
    public static void metadata(JsonNode value) {
        check(new Place(Refusal.UNACCEPTABLE, "metadata").object(value), Refusal.UNACCEPTABLE, "metadata");
    }

    private static void clean(JsonNode value, Place at, int depth) {
        if (depth > DEEPEST) {
            throw at.bad("is nested too deep");
        }
        if (value.isNumber() && !Double.isFinite(value.doubleValue())) {
            throw at.bad("is a finite number");
        }
        if (value.isString()) {
            clean(value.stringValue(), at);
        }
        for (int i = 0; value.isArray() && i < value.size(); i++) {
            clean(value.get(i), at.at(i), depth + 1);
        }
        for (String name : value.propertyNames()) {
            clean(name, at);
            clean(value.get(name), at.at(name), depth + 1);
        }
    }

    /** The database keeps neither the character 0 nor half a surrogate pair. */
    private static void clean(String text, Place at) {
        if (text.codePoints().anyMatch(c -> c == 0 || c >= 0xD800 && c <= 0xDFFF)) {
            throw at.bad("is text without the character 0");
        }
    }
}
