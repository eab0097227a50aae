package dev.kontor.exchange;

import dev.kontor.exchange.Bounded.Lines;
import dev.kontor.exchange.ImportRows.ItemRow;
import dev.kontor.label.Catalog;
import dev.kontor.label.Json;
import dev.kontor.web.Refusal;
import dev.kontor.web.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Reads Kontor's own lines. */
final class ReadJsonLines {
    private static final int LONGEST_LINE = 4 << 20;
    private static final JsonMapper STRICT = Exact.JSON
            .rebuild()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .build();

    private final Findings found;

    ReadJsonLines(Findings found) {
        this.found = found;
    }

    boolean read(String name, InputStream in) throws IOException {
        if (!name.isEmpty() && !name.endsWith(".jsonl")) {
            return true;
        }
        Lines lines = new Lines(in, LONGEST_LINE);
        for (Optional<Lines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            String place = (name.isEmpty() ? "" : name + ", ") + "line " + lines.number();
            byte[] bytes = line.get().bytes();
            if (bytes == null) {
                found.problem(place, "A line has at most 4 MiB.");
            } else if (!new String(bytes, StandardCharsets.UTF_8).isBlank()) {
                line(bytes, place, lines.number() == 1);
            }
        }
        return true;
    }

    private void line(byte[] bytes, String place, boolean first) {
        try {
            JsonNode line = STRICT.readTree(bytes);
            if (line.has("kontor")) {
                head(line, first);
            } else {
                item(line, place);
            }
        } catch (JacksonException broken) {
            found.problem(place, "This is no JSON: " + broken.getOriginalMessage());
        } catch (Refused refused) {
            found.problem(place, refused.detail());
        }
    }

    private void head(JsonNode head, boolean first) {
        if (!first || head.get("kontor").asInt(0) != WriteJsonLines.VERSION) {
            throw Refusal.UNACCEPTABLE.refused("This line of a kind that is not known here was passed over.");
        }
        JsonNode catalog = head.get("catalog");
        if (catalog != null) {
            Catalog.read(catalog);
            found.catalog(catalog.toString());
        }
    }

    private void item(JsonNode line, String place) {
        if (!line.path("path").isString()) {
            throw Refusal.UNACCEPTABLE.refused("A line is an object with a path.");
        }
        Optional<String> path = found.path(line.get("path").stringValue(), place);
        if (path.isEmpty()) {
            return;
        }
        ObjectNode body = Exact.JSON.createObjectNode();
        for (String field : new String[] {"labels", "metadata"}) {
            JsonNode value = line.get(field);
            if (value != null) {
                if (!value.isNull() && !value.isObject()) {
                    throw Refusal.UNACCEPTABLE.refused(field + ": is an object, or null.");
                }
                Json.check(value, Refusal.BAD_LABELS, field);
                body.set(field, value);
            }
        }
        JsonNode labels = body.path("labels");
        labels.propertyNames().forEach(type -> found.uses(type, labels.get(type)));
        found.item(new ItemRow(path.get(), path.get(), body.toString()));
    }
}
