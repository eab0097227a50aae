package dev.kontor.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A name that people give things: 1 to 80 characters, one line. */
public record Name(@JsonValue String text) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Name {
        text = Text.name(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
