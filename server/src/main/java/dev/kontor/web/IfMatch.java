package dev.kontor.web;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;

/** Revisions as ETags: an answer names its own, a change may demand one (412 where it is another meanwhile). */
public final class IfMatch {
    private IfMatch() {}

    public static Optional<Long> revision(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    Long.parseLong(header.strip().replaceFirst("^W/", "").replace("\"", "")));
        } catch (NumberFormatException e) {
            throw Refusal.CHANGED_MEANWHILE.refused();
        }
    }

    /** What an object may be done with is in it, so it is never kept by anybody. */
    public static <T> ResponseEntity<T> tagged(HttpStatus status, long revision, T body) {
        return ResponseEntity.status(status)
                .eTag("\"" + revision + "\"")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(body);
    }
}
