package dev.kontor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.s3.S3Client;

/** A real S3-compatible store over a folder (s3proxy), with one bucket; it can go down and come back. */
public final class TestStore implements AutoCloseable {
    public static final String BUCKET = "kontor-tests";
    public static final String KEY = "test-key";
    public static final String SECRET = "test-secret-of-the-store";

    private static @Nullable TestStore shared;

    private final Path folder;
    private int port;
    private S3Proxy proxy;

    /** One for all tests of this JVM that do not stop it. */
    public static synchronized TestStore shared() {
        if (shared == null) {
            try {
                shared = new TestStore(Files.createTempDirectory("kontor-store"));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return shared;
    }

    public TestStore(Path folder) throws IOException {
        this.folder = Files.createDirectories(folder);
        start();
        s3().createBucket(r -> r.bucket(BUCKET));
    }

    /** At the port where it was before. */
    public void start() {
        Properties settings = new Properties();
        settings.setProperty("jclouds.filesystem.basedir", folder.toString());
        proxy = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:" + port))
                .awsAuthentication(AuthenticationType.AWS_V4, KEY, SECRET)
                .blobStore(BlobStores.create("filesystem-nio2", settings))
                .stopTimeout(0)
                .build();
        try {
            proxy.start();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        port = proxy.getPort();
    }

    public void stop() {
        try {
            proxy.stop();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    public int port() {
        return port;
    }

    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + port);
    }

    /** As somebody else who uses it. */
    public S3Client s3() {
        return S3Client.builder()
                .endpointOverride(endpoint())
                .region(Region.US_EAST_1)
                .forcePathStyle(true)
                .serviceConfiguration(c -> c.chunkedEncodingEnabled(false))
                .credentialsProvider(StaticCredentialsProvider.create(AwsBasicCredentials.create(KEY, SECRET)))
                .build();
    }

    /** What somebody says who lets a dataset import from it. */
    public Map<String, Object> credentials(int port, String prefix) {
        return Map.of(
                "endpoint", "http://127.0.0.1:" + port,
                "bucket", BUCKET,
                "prefix", prefix,
                "accessKey", KEY,
                "secretKey", SECRET);
    }

    public void put(String key, String text) {
        try (S3Client s3 = s3()) {
            s3.putObject(r -> r.bucket(BUCKET).key(key), RequestBody.fromString(text));
        }
    }

    public long objects() {
        try (S3Client s3 = s3()) {
            return s3.listObjectsV2Paginator(r -> r.bucket(BUCKET)).contents().stream()
                    .count();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
