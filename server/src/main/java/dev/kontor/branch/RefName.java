package dev.kontor.branch;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.version.Ref;
import dev.kontor.web.Refusal;
import dev.kontor.web.Text;
import java.util.regex.Pattern;

/**
 * The name of a branch or tag: up to 80 letters, digits, {@code -}, {@code _}, {@code .}, so that it fits into an
 * address, and nothing that names a version or draft by itself.
 */
public record RefName(@JsonValue String text) {
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]*");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public RefName {
        text = Text.name(text);
        if (!SHAPE.matcher(text).matches()) {
            throw Refusal.BAD_TEXT.refused(
                    "A name here has letters, digits, '-', '_' and '.', and begins with a letter or digit.");
        }
        if (!(Ref.read(text) instanceof Ref.OfName) || text.equalsIgnoreCase(Ref.LATEST)) {
            throw Refusal.BAD_TEXT.refused("This is how versions and drafts are named; choose another name.");
        }
    }

    boolean main() {
        return text.equals(Ref.MAIN);
    }

    @Override
    public String toString() {
        return text;
    }
}
