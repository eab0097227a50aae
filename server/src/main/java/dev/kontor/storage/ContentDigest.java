package dev.kontor.storage;

import static dev.kontor.web.Refusal.DIGEST_MISMATCH;
import static dev.kontor.web.Refusal.UNACCEPTABLE;

import java.util.Base64;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The header {@code Content-Digest: sha-256=:<base64>:} (RFC 9530), with which a client says what it sends. */
public final class ContentDigest {
    public static final String HEADER = "Content-Digest";
    private static final Pattern SHA_256 = Pattern.compile("(?:^|,)\\s*sha-256\\s*=\\s*:([A-Za-z0-9+/=]{44}):");

    private ContentDigest() {}

    /** Nothing where the header is absent; refused where it does not say a SHA-256. */
    public static Optional<Digest> read(@Nullable String header) {
        if (header == null) {
            return Optional.empty();
        }
        Matcher found = SHA_256.matcher(header);
        if (!found.find()) {
            throw UNACCEPTABLE.on(HEADER, "Content-Digest must be sha-256=:<base64 of 32 bytes>:.");
        }
        try {
            return Optional.of(Digest.of(Base64.getDecoder().decode(found.group(1))));
        } catch (IllegalArgumentException e) {
            throw UNACCEPTABLE.on(HEADER, "Content-Digest must be sha-256=:<base64 of 32 bytes>:.");
        }
    }

    public static void check(Optional<Digest> announced, Received received) {
        if (announced.isPresent() && !announced.get().equals(received.digest())) {
            throw DIGEST_MISMATCH.refused();
        }
    }
}
