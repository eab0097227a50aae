package dev.kontor.dataset;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.web.Refusal;
import dev.kontor.web.Text;
import java.util.regex.Pattern;

/** T-02: up to 80 letters, digits, spaces, {@code -}, {@code _}, {@code .}. */
public record DatasetName(@JsonValue String text) {
    private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{M}\\p{Nd} ._-]+");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public DatasetName {
        text = Text.name(text);
        if (!SHAPE.matcher(text).matches()) {
            throw Refusal.BAD_TEXT.refused("The name of a dataset has letters, digits, spaces, '-', '_' and '.' only.");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
