package dev.kontor.bucket;

import java.time.Duration;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Outside buckets from which datasets import (T-10).
 *
 * @param key with which their credentials are encrypted, 32 bytes in base64 ({@code openssl rand -base64 32}); one is made
 *     and kept in {@code bucket.key} in the home folder where not said. Several nodes need the same one
 * @param privateNetworks whether buckets may be in private networks, or on this machine
 * @param timeout a store outside that says nothing for so long counts as unavailable
 * @param retry an import that a store outside keeps from going on is tried again after so long
 * @param attempts so often in a row before it is given up
 */
@ConfigurationProperties("kontor.bucket")
record BucketSettings(
        @Nullable String key,
        @DefaultValue("false") boolean privateNetworks,
        @DefaultValue("30s") Duration timeout,
        @DefaultValue("30s") Duration retry,
        @DefaultValue("20") int attempts) {
    static final int KEY_BYTES = 32;

    BucketSettings {
        if (key != null && !key.isBlank() && Base64.getDecoder().decode(key.strip()).length != KEY_BYTES) {
            throw new IllegalArgumentException("kontor.bucket.key is 32 bytes in base64");
        }
        if (!timeout.isPositive() || !retry.isPositive() || attempts < 1) {
            throw new IllegalArgumentException("kontor.bucket: timeout, retry and attempts are positive");
        }
    }

    /** Not the key. */
    @Override
    public String toString() {
        return "BucketSettings[privateNetworks=" + privateNetworks + "]";
    }
}
