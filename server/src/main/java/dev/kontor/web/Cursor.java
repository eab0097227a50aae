package dev.kontor.web;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Where a page ended: the key of its last row, opaque to clients. */
public record Cursor(List<String> key) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int LONGEST = 8_000;

    public Cursor {
        key = List.copyOf(key);
    }

    public static Cursor of(Object... key) {
        return new Cursor(Arrays.stream(key).map(String::valueOf).toList());
    }

    /** Reads a cursor of that many parts; nothing where the client sent none. */
    public static Optional<Cursor> read(@Nullable String text, int parts) {
        if (text == null || text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() > LONGEST) {
            throw Refusal.BAD_CURSOR.refused();
        }
        try {
            byte[] json = Base64.getUrlDecoder().decode(text);
            String[] key = JSON.readValue(json, String[].class);
            if (key.length != parts || Arrays.asList(key).contains(null)) {
                throw Refusal.BAD_CURSOR.refused();
            }
            return Optional.of(new Cursor(List.of(key)));
        } catch (IllegalArgumentException | JacksonException e) {
            throw Refusal.BAD_CURSOR.refused();
        }
    }

    public String text() {
        byte[] json = JSON.writeValueAsString(key).getBytes(StandardCharsets.UTF_8);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json);
    }

    public String part(int index) {
        return key.get(index);
    }

    public Instant instant(int index) {
        try {
            return Instant.parse(key.get(index));
        } catch (DateTimeException e) {
            throw Refusal.BAD_CURSOR.refused();
        }
    }

    public LocalDate day(int index) {
        try {
            LocalDate day = LocalDate.parse(key.get(index));
            if (day.getYear() < 1 || day.getYear() > 9999) {
                throw Refusal.BAD_CURSOR.refused();
            }
            return day;
        } catch (DateTimeException e) {
            throw Refusal.BAD_CURSOR.refused();
        }
    }

    public UUID id(int index) {
        try {
            return UUID.fromString(key.get(index));
        } catch (IllegalArgumentException e) {
            throw Refusal.BAD_CURSOR.refused();
        }
    }
}
