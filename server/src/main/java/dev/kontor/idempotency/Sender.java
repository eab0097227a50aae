package dev.kontor.idempotency;

import dev.kontor.access.Actor;
import dev.kontor.web.Refusal;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * Who sent a request with which Idempotency-Key: the person, and the access key that acted, since one may see less than
 * the person does.
 */
record Sender(Actor actor, String key) {
    static final String HEADER = "Idempotency-Key";

    /** Long enough that nobody guesses it who reads the database: whoever knows it could open the answer. */
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{16,200}");

    Sender {
        if (!SHAPE.matcher(key).matches()) {
            throw Refusal.UNACCEPTABLE.on(
                    HEADER, "An Idempotency-Key has 16 to 200 visible ASCII characters, for instance a UUID.");
        }
    }

    /** By which the answer is found. */
    byte[] digest() {
        return digest("find");
    }

    /** By which it is sealed. */
    byte[] secret() {
        return digest("seal");
    }

    private byte[] digest(String purpose) {
        String via = actor.key().map(Actor.Key::id).map(UUID::toString).orElse("session");
        return sha256((purpose + "\n" + actor.userId() + "\n" + via + "\n" + key).getBytes(StandardCharsets.UTF_8));
    }

    static byte[] sha256(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
