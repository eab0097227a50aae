package dev.kontor.exchange;

import dev.kontor.version.Item;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** Kontor's own format: a first line about the version with its catalog, then a line for each item. */
final class WriteJsonLines {
    static final int VERSION = 1;

    private WriteJsonLines() {}

    static void write(Outgoing outgoing) throws IOException {
        try (OutputStream out = outgoing.zip().begin("items.jsonl")) {
            lines(outgoing.about(), outgoing.figures(), outgoing.pages(), out);
        }
        if (outgoing.images()) {
            outgoing.pages().eachWithContent((item, content) -> outgoing.image(item.path(), content));
        }
    }

    static void lines(Outgoing.About about, Figures figures, Pages pages, OutputStream into) throws IOException {
        // not closed: what it goes into is not ours
        OutputStream out = new BufferedOutputStream(into, 64 << 10);
        ObjectNode head = Exact.JSON.createObjectNode();
        head.put("kontor", VERSION)
                .put("dataset", about.dataset())
                .put("version", about.version())
                .put("items", about.items());
        head.set("catalog", figures.catalog());
        out.write((head + "\n").getBytes(StandardCharsets.UTF_8));
        pages.each(item -> out.write(line(item).getBytes(StandardCharsets.UTF_8)));
        out.flush();
    }

    private static String line(Item item) {
        return "{\"path\": " + quoted(item.path()) + ", \"digest\": \"" + item.digest() + "\", \"size\": " + item.size()
                + ", \"mediaType\": " + quoted(item.mediaType()) + ", \"labels\": " + json(item.labels())
                + ", \"metadata\": " + json(item.metadata()) + "}\n";
    }

    private static String quoted(String text) {
        return Exact.JSON.writeValueAsString(text);
    }

    /** As the database has it, which is one line. */
    private static String json(@Nullable String json) {
        return json == null ? "null" : json;
    }
}
