package dev.kontor.document;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.web.Refusal;
import dev.kontor.web.Text;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** An address on the web: http or https, a host, no credentials in it. Nothing that a browser would run. */
record Link(@JsonValue String text) {
    private static final int LONGEST = 2_000;
    private static final Set<String> SCHEMES = Set.of("http", "https");

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    Link {
        text = Text.line(text, LONGEST);
        if (!acceptable(text)) {
            throw Refusal.BAD_TEXT.on(
                    "url", "A link begins with http:// or https://, names a host, and holds no password.");
        }
    }

    private static boolean acceptable(String text) {
        try {
            URI uri = new URI(text);
            return uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))
                    && uri.getHost() != null
                    && uri.getUserInfo() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }

    @Override
    public String toString() {
        return text;
    }
}
