package dev.kontor.storage;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.CompletedPart;

/** Sends one large file as an object, in parts of which each carries its digest; all of it is there at the end, or nothing. */
final class PartsUpload {
    private static final Logger LOG = LoggerFactory.getLogger(PartsUpload.class);
    private static final String TYPE = "application/octet-stream";
    private static final int MOST_PARTS = 10_000;

    private final ObjectStore store;
    private final String key;

    PartsUpload(ObjectStore store, String key) {
        this.store = store;
        this.key = key;
    }

    void send(Path file, long size) throws IOException {
        String upload = ObjectStore.ask(() -> store.s3()
                .createMultipartUpload(r -> r.bucket(store.bucket()).key(key).contentType(TYPE))
                .uploadId());
        try {
            List<CompletedPart> parts = parts(file, size, upload);
            store.s3()
                    .completeMultipartUpload(r -> r.bucket(store.bucket())
                            .key(key)
                            .uploadId(upload)
                            .multipartUpload(all -> all.parts(parts)));
            checkSize(size);
        } catch (SdkException e) {
            abort(upload);
            throw ObjectStore.unavailable(e);
        } catch (IOException | RuntimeException e) {
            abort(upload);
            throw e;
        }
    }

    private List<CompletedPart> parts(Path file, long size, String upload) throws IOException {
        long length = Math.max(store.settings().part().toBytes(), size / MOST_PARTS + 1);
        List<CompletedPart> parts = new ArrayList<>();
        for (long from = 0; from < size; from += length) {
            parts.add(part(new Part(file, from, Math.min(length, size - from)), upload, parts.size() + 1));
        }
        return parts;
    }

    private CompletedPart part(Part part, String upload, int number) throws IOException {
        String md5 = part.md5();
        String tag = store.s3()
                .uploadPart(
                        r -> r.bucket(store.bucket())
                                .key(key)
                                .uploadId(upload)
                                .partNumber(number)
                                .contentMD5(md5),
                        RequestBody.fromContentProvider(part::open, part.length(), TYPE))
                .eTag();
        return CompletedPart.builder().partNumber(number).eTag(tag).build();
    }

    private void checkSize(long size) throws IOException {
        long there =
                store.s3().headObject(r -> r.bucket(store.bucket()).key(key)).contentLength();
        if (there != size) {
            throw new IOException("The object store made " + there + " bytes of " + size + ".");
        }
    }

    /** What cannot be aborted now is swept later. */
    private void abort(String upload) {
        try {
            store.s3()
                    .abortMultipartUpload(r -> r.bucket(store.bucket()).key(key).uploadId(upload));
        } catch (SdkException e) {
            LOG.info("an upload to the object store stays for the sweep: {}", key);
        }
    }

    private record Part(Path file, long from, long length) {
        InputStream open() {
            try {
                return new Section(FileChannel.open(file).position(from), length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Every store checks this one. */
        String md5() throws IOException {
            try (InputStream in = open()) {
                MessageDigest md5 = MessageDigest.getInstance("MD5");
                byte[] buffer = new byte[128 << 10];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    md5.update(buffer, 0, read);
                }
                return Base64.getEncoder().encodeToString(md5.digest());
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** So many bytes of a file. */
    private static final class Section extends FilterInputStream {
        private long left;

        Section(FileChannel channel, long length) {
            super(Channels.newInputStream(channel));
            left = length;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = left == 0 ? -1 : in.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(read, 0);
            return read;
        }
    }
}
