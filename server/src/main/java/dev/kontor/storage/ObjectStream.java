package dev.kontor.storage;

import dev.kontor.web.Refused;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/**
 * The bytes of an object, or of a part of it. Where the connection breaks, it goes on from there with another one; a
 * whole object whose bytes are not those of its digest breaks off before its end.
 */
final class ObjectStream extends InputStream {
    private static final Logger LOG = LoggerFactory.getLogger(ObjectStream.class);
    private static final int RESUMES = 3;

    private final ObjectStore store;
    private final Content content;
    private final long end;
    private final @Nullable MessageDigest sha;
    private long position;
    private int resumed;
    private @Nullable ResponseInputStream<GetObjectResponse> in;

    /** Opened at once: refused where the store does not answer. */
    ObjectStream(ObjectStore store, Content content, long from, long length) throws IOException {
        this.store = store;
        this.content = content;
        this.position = from;
        this.end = from + length;
        this.sha = from == 0 && length == content.size() ? Intake.sha256() : null;
        if (length > 0) {
            this.in = request();
        }
    }

    private ResponseInputStream<GetObjectResponse> request() throws IOException {
        try {
            return store.s3()
                    .getObject(r -> r.bucket(store.bucket())
                            .key(store.key(content.place()))
                            .range("bytes=" + position + "-" + (end - 1)));
        } catch (NoSuchKeyException lost) {
            throw new IOException("The object store lacks " + store.key(content.place()), lost);
        } catch (SdkException e) {
            throw ObjectStore.unavailable(e);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        if (position >= end || length == 0) {
            return position >= end ? -1 : 0;
        }
        int read = some(buffer, offset, (int) Math.min(length, end - position));
        position += read;
        if (sha != null) {
            sha.update(buffer, offset, read);
            if (position == end && !Digest.of(sha.digest()).equals(content.digest())) {
                throw new IOException("The bytes of " + store.key(content.place()) + " are not those of its digest");
            }
        }
        return read;
    }

    private int some(byte[] buffer, int offset, int length) throws IOException {
        while (true) {
            try {
                if (in == null) {
                    in = request();
                }
                int read = in.read(buffer, offset, length);
                if (read > 0) {
                    return read;
                }
                throw new IOException("The object store ended " + content.digest() + " too early.");
            } catch (IOException | SdkException e) {
                resume(e);
            } catch (Refused unavailable) {
                // in the middle of an answer: it is broken off
                throw new IOException(unavailable.detail(), unavailable);
            }
        }
    }

    private void resume(Exception e) throws IOException {
        if (++resumed > RESUMES) {
            throw new IOException("The object store breaks off again and again.", e);
        }
        LOG.info("going on with an object at byte {}: {}", position, e.getMessage());
        abandon();
    }

    private void abandon() {
        if (in != null) {
            in.abort();
            in = null;
        }
    }

    @Override
    public void close() throws IOException {
        if (position < end) {
            abandon();
        } else if (in != null) {
            in.close();
        }
    }
}
