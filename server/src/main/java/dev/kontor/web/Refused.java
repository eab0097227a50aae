package dev.kontor.web;

import java.util.HashMap;
import java.util.Map;

/** A {@link Refusal} on its way to the client; no stack trace, because it is an answer and not a fault. */
public final class Refused extends RuntimeException {
    private final Refusal refusal;
    private final String field;
    private final Map<String, Object> extras;

    Refused(Refusal refusal, String field, String detail, Map<String, Object> extras) {
        super(detail, null, false, false);
        this.refusal = refusal;
        this.field = field;
        this.extras = Map.copyOf(extras);
    }

    public Refusal refusal() {
        return refusal;
    }

    public String field() {
        return field;
    }

    public String detail() {
        return String.valueOf(getMessage());
    }

    Map<String, Object> extras() {
        return extras;
    }

    /** With a further member in the problem document, for instance the permission that is missing. */
    public Refused with(String name, Object value) {
        Map<String, Object> more = new HashMap<>(extras);
        more.put(name, value);
        return new Refused(refusal, field, detail(), more);
    }

    /** The same refusal about that field, if it does not name one itself. */
    public Refused about(String path) {
        return field.isEmpty() ? new Refused(refusal, path, detail(), extras) : this;
    }
}
