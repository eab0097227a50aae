package dev.kontor.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.web.Refusal;
import dev.kontor.web.Text;

/** What a document is called, unique in its project: 1 to 200 characters of one line, which a file may be called, too. */
record DocumentName(@JsonValue String text) {
    private static final int LONGEST = 200;

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    DocumentName {
        text = Text.line(text, LONGEST);
        if (text.isEmpty() || text.equals(".") || text.equals("..") || text.matches(".*[/\\\\].*")) {
            throw Refusal.BAD_TEXT.on("name", "A document has a name, without slashes.");
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
