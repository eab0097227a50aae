package dev.kontor.bucket;

import static dev.kontor.web.Refusal.UNACCEPTABLE;

import dev.kontor.version.ItemPath;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where a bucket is, and which part of it is looked at. All of it goes into host names and addresses, so nothing is
 * taken that could be more than a name there.
 *
 * @param endpoint scheme, host and port of an S3-compatible store; null for AWS
 * @param prefix with which the names of all objects begin that are looked at
 */
record OutsideBucket(@Nullable String endpoint, String region, String bucket, String prefix, boolean pathStyle) {
    private static final Pattern REGION = Pattern.compile("[a-z0-9-]{1,40}");
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");
    private static final Set<String> SCHEMES = Set.of("http", "https");

    OutsideBucket {
        if (endpoint != null) {
            endpoint = checked(endpoint);
        }
        if (!REGION.matcher(region).matches()) {
            throw UNACCEPTABLE.on("region", "A region is a name like eu-central-1.");
        }
        if (!BUCKET.matcher(bucket).matches()) {
            throw UNACCEPTABLE.on("bucket", "A bucket's name has 3 to 63 small letters, digits, points and hyphens.");
        }
        prefix = ItemPath.prefix(prefix);
    }

    private static String checked(String endpoint) {
        try {
            URI uri = new URI(endpoint.strip());
            boolean plain = uri.getRawQuery() == null
                    && uri.getRawFragment() == null
                    && uri.getRawUserInfo() == null
                    && Set.of("", "/").contains(String.valueOf(uri.getRawPath()));
            if (plain
                    && uri.getHost() != null
                    && uri.getScheme() != null
                    && SCHEMES.contains(uri.getScheme().toLowerCase(Locale.ROOT))) {
                return uri.getScheme() + "://" + uri.getAuthority();
            }
        } catch (URISyntaxException e) {
            // said below
        }
        throw UNACCEPTABLE.on("endpoint", "An endpoint is an address like https://s3.example.org, without a path.");
    }

    /** As people read it. */
    String place() {
        return endpoint == null ? bucket + " (AWS, " + region + ")" : bucket + " at " + endpoint;
    }
}
