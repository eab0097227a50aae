package dev.kontor.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/** An e-mail address as typed; equal to another one whatever the case of its letters. */
public record Email(@JsonValue String address) {
    // Deliberately loose: only a mail that arrives proves an address (O-01).
    private static final Pattern SHAPE =
            Pattern.compile("[^\\s@<>,;:\"()\\[\\]\\\\]{1,64}@[^\\s@<>,;:\"()\\[\\]\\\\]{1,189}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Email {
        address = address.strip();
        if (!SHAPE.matcher(address).matches() || address.codePoints().anyMatch(Character::isISOControl)) {
            String shown = address.length() > 100 ? address.substring(0, 100) + "…" : address;
            throw Refusal.BAD_EMAIL.refused(shown);
        }
    }

    /** What two spellings of one address share. */
    public String key() {
        return address.toLowerCase(Locale.ROOT);
    }

    @Override
    public String toString() {
        return address;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Email email && email.key().equals(key());
    }

    @Override
    public int hashCode() {
        return key().hashCode();
    }
}
