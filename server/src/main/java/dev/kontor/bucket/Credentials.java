package dev.kontor.bucket;

import static dev.kontor.web.Refusal.UNACCEPTABLE;

import java.util.regex.Pattern;

/** With which a bucket outside lets somebody in. In no answer, log or message: they go one way only. */
record Credentials(String accessKey, String secretKey) {
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,256}");

    Credentials {
        if (!SHAPE.matcher(accessKey).matches()) {
            throw UNACCEPTABLE.on("accessKey", "An access key is 1 to 256 letters and signs, without spaces.");
        }
        if (!SHAPE.matcher(secretKey).matches()) {
            throw UNACCEPTABLE.on("secretKey", "A secret key is 1 to 256 letters and signs, without spaces.");
        }
    }

    @Override
    public String toString() {
        return "Credentials";
    }
}
