package dev.kontor.web;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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

    /** The revision of what has no counter: another one for another state. */
    public static String revisionOf(String state) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(state.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, 8);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** What is demanded, where revisions are texts. */
    public static Optional<String> text(@Nullable String header) {
        if (header == null || header.isBlank() || header.strip().equals("*")) {
            return Optional.empty();
        }
        return Optional.of(header.strip().replaceFirst("^W/", "").replace("\"", ""));
    }

    /** What an object may be done with is in it, so it is never kept by anybody. */
    public static <T> ResponseEntity<T> tagged(HttpStatus status, long revision, T body) {
        return tagged(status, Long.toString(revision), body);
    }

    public static <T> ResponseEntity<T> tagged(HttpStatus status, String revision, T body) {
        return ResponseEntity.status(status)
                .eTag("\"" + revision + "\"")
                .cacheControl(CacheControl.noStore().cachePrivate())
                .body(body);
    }
}
