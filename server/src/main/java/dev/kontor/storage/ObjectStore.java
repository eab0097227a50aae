package dev.kontor.storage;

import static dev.kontor.web.Refusal.STORE_UNAVAILABLE;

import dev.kontor.web.Refused;
import java.net.URI;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.DefaultCredentialsProvider;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.checksums.RequestChecksumCalculation;
import software.amazon.awssdk.core.checksums.ResponseChecksumValidation;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.http.apache5.Apache5HttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.StandardRetryStrategy;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.s3.S3Configuration;
import software.amazon.awssdk.services.s3.model.GetObjectRequest;
import software.amazon.awssdk.services.s3.model.NoSuchBucketException;
import software.amazon.awssdk.services.s3.model.S3Exception;
import software.amazon.awssdk.services.s3.presigner.S3Presigner;

/** The bucket of the settings: how it is spoken to, and what its failures mean. */
final class ObjectStore implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectStore.class);
    static final int CONNECTIONS = 64;
    private static final long RETRY_AFTER_SECONDS = 5;

    private final S3Settings settings;
    private final S3Client s3;
    private final S3Presigner presigner;

    ObjectStore(S3Settings settings) {
        this.settings = settings;
        this.s3 = client(settings);
        this.presigner = presigner(settings);
    }

    private static S3Presigner presigner(S3Settings settings) {
        var builder = S3Presigner.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .serviceConfiguration(S3Configuration.builder()
                        .pathStyleAccessEnabled(settings.pathStyle())
                        .build());
        return (settings.endpoint() == null ? builder : builder.endpointOverride(settings.endpoint())).build();
    }

    private static S3Client client(S3Settings settings) {
        var builder = S3Client.builder()
                .region(Region.of(settings.region()))
                .credentialsProvider(credentials(settings))
                .forcePathStyle(settings.pathStyle())
                // every store knows plain bodies; what is in them is said by checksums of our own
                .serviceConfiguration(c -> c.chunkedEncodingEnabled(false))
                .requestChecksumCalculation(RequestChecksumCalculation.WHEN_REQUIRED)
                .responseChecksumValidation(ResponseChecksumValidation.WHEN_REQUIRED)
                .httpClientBuilder(Apache5HttpClient.builder()
                        .maxConnections(CONNECTIONS)
                        .connectionTimeout(settings.timeout())
                        .connectionAcquisitionTimeout(settings.timeout())
                        .socketTimeout(settings.timeout()))
                .overrideConfiguration(c -> c.apiCallAttemptTimeout(settings.timeout())
                        .retryStrategy(StandardRetryStrategy.builder()
                                .maxAttempts(settings.attempts())
                                .build()));
        return (settings.endpoint() == null ? builder : builder.endpointOverride(settings.endpoint())).build();
    }

    private static AwsCredentialsProvider credentials(S3Settings settings) {
        return settings.accessKey() == null || settings.secretKey() == null
                ? DefaultCredentialsProvider.builder().build()
                : StaticCredentialsProvider.create(
                        AwsBasicCredentials.create(settings.accessKey(), settings.secretKey()));
    }

    S3Client s3() {
        return s3;
    }

    S3Settings settings() {
        return settings;
    }

    String bucket() {
        return String.valueOf(settings.bucket());
    }

    URI presign(Consumer<GetObjectRequest.Builder> request) {
        return URI.create(presigner
                .presignGetObject(
                        p -> p.signatureDuration(settings.presignedLife()).getObjectRequest(request))
                .url()
                .toString());
    }

    /** {@code ab/cd/<digest>/<its own name>}: whoever knows a digest finds its objects. */
    String key(Place place) {
        String hex = place.digest().hex();
        return settings.prefix() + hex.substring(0, 2) + "/" + hex.substring(2, 4) + "/" + hex + "/" + place.object();
    }

    /** Nothing half done: who hears of it tries again later. */
    static Refused unavailable(SdkException e) {
        LOG.warn("The object store does not do what it is asked: {}", reason(e));
        return STORE_UNAVAILABLE.refused().with("retryAfterSeconds", RETRY_AFTER_SECONDS);
    }

    static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (SdkException e) {
            throw unavailable(e);
        }
    }

    /** Writes something small and takes it away again: one sentence says why that does not work. */
    void check() {
        String key = settings.prefix() + "check/" + UUID.randomUUID();
        try {
            s3.putObject(r -> r.bucket(bucket()).key(key), RequestBody.fromString("Kontor"));
            s3.deleteObject(r -> r.bucket(bucket()).key(key));
        } catch (SdkException e) {
            throw new StoreUnusable(sentence(e));
        }
    }

    private String sentence(SdkException e) {
        return switch (e) {
            case NoSuchBucketException none -> "There is no " + settings.place() + ": create it first.";
            case S3Exception refused
            when refused.statusCode() == 403 ->
                "Kontor may not write into %s: check kontor.storage.s3.access-key, secret-key and region."
                        .formatted(settings.place());
            case S3Exception other -> "The object store cannot be used: %s.".formatted(reason(other));
            default ->
                "No object store answers for %s: check kontor.storage.s3.endpoint, and that it runs (%s)."
                        .formatted(settings.place(), reason(e));
        };
    }

    private static String reason(SdkException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    @Override
    public void close() {
        s3.close();
        presigner.close();
    }
}
