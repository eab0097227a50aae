package dev.kontor.web;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** A text of up to 2,000 characters, possibly empty, possibly of several lines. */
public record Description(@JsonValue String text) {
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Description {
        text = Text.description(text);
    }

    @Override
    public String toString() {
        return text;
    }
}
