package dev.kontor.bucket;

import static dev.kontor.web.Refusal.BUCKET_UNAVAILABLE;
import static dev.kontor.web.Refusal.BUCKET_UNUSABLE;
import static dev.kontor.web.Refusal.OBJECT_UNREADABLE;
import static dev.kontor.web.Refusal.PRIVATE_NETWORK;

import dev.kontor.web.Refused;
import java.net.URI;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.http.apache5.ProxyConfiguration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Exception;

/** A connection to a bucket outside. What goes wrong is told in our own words: a store's could tell more than it should. */
final class OutsideStore implements AutoCloseable {
    private static final int ATTEMPTS = 2;
    private static final int PAGE = 500;

    private final OutsideBucket bucket;
    private final S3Client s3;

    OutsideStore(OutsideBucket bucket, Credentials credentials, BucketSettings settings) {
        this.bucket = bucket;
        var builder = S3Client.builder()
                .region(Region.of(bucket.region()))
                .credentialsProvider(StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(credentials.accessKey(), credentials.secretKey())))
                .forcePathStyle(bucket.pathStyle())
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(Apache5HttpClient.builder()
                        .dnsResolver(new OutsideNetwork(settings.privateNetworks()))
                        // a proxy would look addresses up by itself
                        .proxyConfiguration(ProxyConfiguration.builder()
                                .useSystemPropertyValues(false)
                                .useEnvironmentVariableValues(false)
                                .build())
                        .connectionTimeout(settings.timeout())
                        .socketTimeout(settings.timeout()))
                .overrideConfiguration(c -> c.addExecutionInterceptor(new ShortAnswers())
                        .apiCallAttemptTimeout(settings.timeout())
                        .retryStrategy(StandardRetryStrategy.builder()
                                .maxAttempts(ATTEMPTS)
                                .build()));
        this.s3 =
                (bucket.endpoint() == null ? builder : builder.endpointOverride(URI.create(bucket.endpoint()))).build();
    }

    /** Asks for a list, as an import will. */
    void check() {
        try {
            s3.listObjectsV2(
                    r -> r.bucket(bucket.bucket()).prefix(bucket.prefix()).maxKeys(1));
        } catch (SdkException e) {
            Refused refused = refused(e);
            throw refused.refusal() == BUCKET_UNAVAILABLE
                    ? BUCKET_UNUSABLE.on("endpoint", "no store answers at this address, or it fails")
                    : refused;
        }
    }

    /** The next objects after that key, in the order of their names. */
    ListObjectsV2Response page(String prefix, @Nullable String after) {
        try {
            return s3.listObjectsV2(r ->
                    r.bucket(bucket.bucket()).prefix(prefix).startAfter(after).maxKeys(PAGE));
        } catch (SdkException e) {
            throw refused(e);
        }
    }

    /** Refused for itself where it is gone, or not given out. */
    ResponseInputStream<GetObjectResponse> open(String key) {
        try {
            return s3.getObject(r -> r.bucket(bucket.bucket()).key(key));
        } catch (S3Exception e) {
            throw e.statusCode() < 500 ? OBJECT_UNREADABLE.refused() : refused(e);
        } catch (SdkException e) {
            throw refused(e);
        }
    }

    private Refused refused(Exception e) {
        if (ExceptionUtils.indexOfType(e, OutsideNetwork.PrivateAddress.class) >= 0) {
            return PRIVATE_NETWORK.refused();
        }
        return switch (e) {
            case S3Exception said
            when said.statusCode() == 404 -> BUCKET_UNUSABLE.on("bucket", "there is no such bucket");
            case S3Exception said
            when said.statusCode() == 403 || said.statusCode() == 401 ->
                BUCKET_UNUSABLE.on("accessKey", "these credentials may not list it");
            case S3Exception said
            when said.statusCode() < 500 ->
                BUCKET_UNUSABLE.on("region", "it does not understand the request; region or path style may be wrong");
            default -> BUCKET_UNAVAILABLE.refused();
        };
    }

    @Override
    public void close() {
        s3.close();
    }
}
