package dev.kontor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Properties;
import org.gaul.s3proxy.BlobStores;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.PutObjectResponse;

/**
 * What Kontor is compared with: s3proxy over a folder, in a process of its own that lasts as long as its input. It answers
 * before anything reached the disk; with {@code durable} it answers afterwards, as Kontor does; with {@code guarded} it asks who sends
 * and compares what came with the digest that they signed.
 */
final class OtherStore {
    static final String BUCKET = "bench";
    static final String READY = "ready ";
    static final String DURABLE = "durable";
    static final String GUARDED = "guarded";
    static final String USER = "bench";
    static final String SECRET = "only for this bench";

    private OtherStore() {}

    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Properties settings = new Properties();
        settings.setProperty("jclouds.filesystem.basedir", folder.toString());
        BlobStore store = BlobStores.create("filesystem-nio2", settings);
        List<String> how = List.of(arguments);
        S3Proxy proxy = S3Proxy.builder()
                .endpoint(URI.create("http://127.0.0.1:0"))
                .awsAuthentication(
                        how.contains(GUARDED) ? AuthenticationType.AWS_V4 : AuthenticationType.NONE, USER, SECRET)
                .blobStore(how.contains(DURABLE) ? new Durable(store, folder) : store)
                .build();
        store.createContainer(BUCKET);
        proxy.start();
        System.out.println(READY + proxy.getPort());
        System.in.transferTo(java.io.OutputStream.nullOutputStream());
        System.exit(0);
    }

    /** Answers when file and folder are on the disk. */
    private static final class Durable extends ForwardingBlobStore {
        private final Path folder;

        Durable(BlobStore store, Path folder) {
            super(store);
            this.folder = folder;
        }

        @Override
        public PutObjectResponse putBlob(PutObjectRequest request, InputStream body) {
            PutObjectResponse answer = super.putBlob(request, body);
            Path file = folder.resolve(request.bucket()).resolve(request.key());
            try {
                force(file, StandardOpenOption.WRITE);
                force(file.resolveSibling("."), StandardOpenOption.READ);
            } catch (IOException fault) {
                throw new java.io.UncheckedIOException(fault);
            }
            return answer;
        }

        private static void force(Path path, StandardOpenOption how) throws IOException {
            try (FileChannel channel = FileChannel.open(path, how)) {
                channel.force(true);
            }
        }
    }
}
