package dev.kontor.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the server said, and what the request did behind the door. */
public record Answer(int status, byte[] bytes, HttpHeaders headers, Observation observed) {
    private static final JsonMapper JSON = JsonMapper.shared();

    public String text() {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    public String header(String name) {
        return headers.firstValue(name).orElse("");
    }

    /** The short form that tables use: {@code 204}, {@code 403 rank}. */
    public String said() {
        return status < 400
                ? String.valueOf(status)
                : status + " " + json().path("code").asString("-");
    }

    /** For tables of bad input: {@code 422 bad-text name}. */
    public String saidAbout() {
        return (said() + " " + json().path("field").asString("")).strip();
    }

    public JsonNode json() {
        return bytes.length == 0 ? JSON.createObjectNode() : JSON.readTree(bytes);
    }

    /** The text at a JSON pointer, {@code "/user/name"}. */
    public String at(String pointer) {
        return json().at(pointer).asString("");
    }

    public UUID id() {
        return UUID.fromString(at("/id"));
    }

    public Answer ok() {
        assertThat(status).as(text()).isBetween(200, 299);
        return this;
    }

    public Answer says(String expected) {
        assertThat(said()).as(text()).isEqualTo(expected);
        return this;
    }

    public List<JsonNode> items() {
        return elements("/items").toList();
    }

    /** Of each item the text at a pointer, in the list's order. */
    public List<String> items(String pointer) {
        return items().stream().map(item -> item.at(pointer).asString("")).toList();
    }

    /** The texts of an array. */
    public List<String> texts(String pointer) {
        return elements(pointer).map(node -> node.asString("")).toList();
    }

    public @Nullable String next() {
        JsonNode next = json().path("next");
        return next.isString() ? next.asString() : null;
    }

    /** The value that a header sets a cookie to. */
    public String cookie(String name) {
        return headers.allValues("Set-Cookie").stream()
                .filter(header -> header.startsWith(name + "="))
                .map(header -> header.substring(name.length() + 1).split(";", -1)[0])
                .reduce((first, last) -> last)
                .orElse("");
    }

    private Stream<JsonNode> elements(String pointer) {
        return StreamSupport.stream(Objects.requireNonNull(json().at(pointer)).spliterator(), false);
    }
}
