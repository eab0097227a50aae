package dev.kontor.storage;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * An S3-compatible object store for large contents, in place of the folder. What the folder has already is still read
 * from there.
 *
 * @param bucket that keeps them; must exist. The folder where not said
 * @param endpoint of the store, for instance {@code https://s3.example.org}; that of AWS where not said
 * @param region of the bucket
 * @param pathStyle whether the bucket stands in the path of addresses, or in their host
 * @param accessKey of the store; with the secret key, or what the environment offers (AWS_ACCESS_KEY_ID, the
 *     machine's role) where neither is said
 * @param secretKey of the store
 * @param prefix that all names in the bucket begin with
 * @param part what is larger is sent in parts of this size
 * @param timeout one attempt to send or fetch something takes at most so long
 * @param attempts so often something is tried before the store counts as unavailable
 * @param presigned whether who saves a large file is sent to the store with a link that works without signing in;
 *     else all bytes pass through the server. Whoever has such a link can fetch the file until it expires, also after
 *     their access was withdrawn
 * @param presignedLife such a link works for so long, at most 60s
 */
@ConfigurationProperties("kontor.storage.s3")
record S3Settings(
        @Nullable String bucket,
        @Nullable URI endpoint,
        @DefaultValue("us-east-1") String region,
        @DefaultValue("true") boolean pathStyle,
        @Nullable String accessKey,
        @Nullable String secretKey,
        @DefaultValue("") String prefix,
        @DefaultValue("16MB") DataSize part,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("3") int attempts,
        @DefaultValue("false") boolean presigned,
        @DefaultValue("30s") Duration presignedLife) {
    private static final DataSize SMALLEST_PART = DataSize.ofMegabytes(5);
    private static final DataSize LARGEST_PART = DataSize.ofGigabytes(1);
    private static final Duration LONGEST_LINK = Duration.ofSeconds(60);

    S3Settings {
        bucket = empty(bucket) ? null : bucket;
        if (empty(accessKey) != empty(secretKey)) {
            throw new IllegalArgumentException(
                    "kontor.storage.s3: access-key and secret-key are said both, or neither");
        }
        if (part.compareTo(SMALLEST_PART) < 0 || part.compareTo(LARGEST_PART) > 0) {
            throw new IllegalArgumentException("kontor.storage.s3.part is between 5MB and 1GB, as stores demand it");
        }
        if (!timeout.isPositive() || attempts < 1) {
            throw new IllegalArgumentException("kontor.storage.s3: timeout and attempts are positive");
        }
        if (!presignedLife.isPositive() || presignedLife.compareTo(LONGEST_LINK) > 0) {
            throw new IllegalArgumentException("kontor.storage.s3.presigned-life is at most 60s");
        }
    }

    private static boolean empty(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** As those who run the server know it. */
    String place() {
        return "bucket " + bucket + (endpoint == null ? " of AWS in " + region : " at " + endpoint);
    }

    /** Not the keys. */
    @Override
    public String toString() {
        return place();
    }
}
