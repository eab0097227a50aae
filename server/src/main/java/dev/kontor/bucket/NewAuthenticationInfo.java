package dev.kontor.bucket;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * From which bucket a dataset is to import, with which keys.
 *
 * @param endpoint of an S3-compatible store; AWS where nothing is said
 * @param region {@code us-east-1} where nothing is said
 * @param prefix nothing but what begins with it is looked at
 * @param pathStyle whether the bucket stands in the path of addresses; true where nothing is said
 * @param accessKey goes in and never comes out
 * @param secretKey goes in and never comes out
 */
record NewAuthenticationInfo(
        @Nullable String endpoint,
        @Nullable String region,
        String bucket,
        @Nullable String prefix,
        @Nullable Boolean pathStyle,
        String accessKey,
        String secretKey) {
    OutsideBucket outside() {
        return new OutsideBucket(
                endpoint == null || endpoint.isBlank() ? null : endpoint,
                Objects.requireNonNullElse(region, "us-east-1"),
                bucket,
                Objects.requireNonNullElse(prefix, ""),
                Objects.requireNonNullElse(pathStyle, true));
    }

    /** Not the keys. */
    @Override
    public String toString() {
        return "NewAuthenticationInfo[" + bucket + "]";
    }
}
