package dev.kontor.storage;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;

/** A bucket, or what begins with a prefix in it, with an object that says whose it is. */
record MarkedBucket(ObjectStore store) implements Marked {
    @Override
    public String place() {
        String prefix = store.settings().prefix();
        return store.settings().place() + (prefix.isEmpty() ? "" : ", prefix " + prefix);
    }

    @Override
    public String named() {
        return "the object " + key();
    }

    private String key() {
        return store.settings().prefix() + NAME;
    }

    @Override
    public Optional<String> mark() throws IOException {
        try (InputStream in = store.s3().getObject(r -> r.bucket(store.bucket()).key(key()))) {
            return Optional.of(new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip());
        } catch (NoSuchKeyException none) {
            return Optional.empty();
        } catch (SdkException e) {
            throw ObjectStore.unavailable(e);
        }
    }

    @Override
    public void mark(String installation) {
        ObjectStore.ask(() -> store.s3()
                .putObject(r -> r.bucket(store.bucket()).key(key()), RequestBody.fromString(installation + "\n")));
    }
}
