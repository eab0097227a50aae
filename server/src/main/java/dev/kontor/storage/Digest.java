package dev.kontor.storage;

import static dev.kontor.web.Refusal.UNACCEPTABLE;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** The SHA-256 of a content, 64 hexadecimal digits in lower case: its name in the store, never a key to it. */
public record Digest(@JsonValue String hex) implements Comparable<Digest> {
    private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{64}");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Digest {
        if (!SHAPE.matcher(hex).matches()) {
            throw UNACCEPTABLE.refused("A digest is 64 hexadecimal digits in lower case (SHA-256).");
        }
    }

    public static Digest of(byte[] bytes) {
        return new Digest(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public int compareTo(Digest other) {
        return hex.compareTo(other.hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
