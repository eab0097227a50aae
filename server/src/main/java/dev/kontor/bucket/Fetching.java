package dev.kontor.bucket;

import static dev.kontor.web.Refusal.BAD_PATH;

import dev.kontor.bucket.BucketImport.Counts;
import dev.kontor.bucket.ImportSteps.Part;
import dev.kontor.bucket.ImportSteps.Ready;
import dev.kontor.bucket.ImportedObjects.Imported;
import dev.kontor.draft.PutFiles;
import dev.kontor.storage.Contents;
import dev.kontor.storage.Received;
import dev.kontor.version.ItemPath;
import dev.kontor.web.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.ResponseInputStream;
import software.amazon.awssdk.services.s3.model.GetObjectResponse;
import software.amazon.awssdk.services.s3.model.S3Object;

/** Objects that were fetched and wait to be put into the draft together. */
final class Fetching implements AutoCloseable {
    private static final int MOST = 200;
    private static final long MOST_BYTES = 64 << 20;

    private final Ready ready;
    private final OutsideStore store;
    private final Contents contents;
    private final ImportSteps steps;

    private final List<PutFiles.File> files = new ArrayList<>();
    private final Map<String, Imported> marks = new HashMap<>();
    private final Map<String, String> keys = new HashMap<>();
    private final List<BucketImport.Refusal> refusals = new ArrayList<>();
    private Map<String, String> known = Map.of();
    private long looked;
    private long unchanged;
    private long bytes;
    private @Nullable String after;

    Fetching(Ready ready, OutsideStore store, Contents contents, ImportSteps steps) {
        this.ready = ready;
        this.store = store;
        this.contents = contents;
        this.steps = steps;
    }

    /** Which of those need not be fetched, asked for all at once. */
    void known(List<S3Object> objects) {
        List<String> paths = new ArrayList<>();
        for (S3Object object : objects) {
            try {
                paths.add(path(object.key()));
            } catch (Refused bad) {
                // said when it is its turn
            }
        }
        known = steps.unchanged(ready, paths);
    }

    boolean full() {
        return files.size() >= MOST || bytes >= MOST_BYTES || looked >= MOST;
    }

    /** What is wrong with one is told of it; what is wrong with all ends the step. */
    void take(S3Object object) {
        // a folder, as stores show one
        if (!object.key().endsWith("/")) {
            try {
                fetch(object, path(object.key()));
            } catch (Refused reason) {
                leave(object.key(), reason);
            }
            looked++;
        }
        // what the database cannot keep is looked at once more
        after = object.key().indexOf(0) < 0 ? object.key() : after;
    }

    private void leave(String key, Refused reason) {
        switch (reason.refusal()) {
            case BAD_PATH, TOO_LARGE, OBJECT_UNREADABLE ->
                refusals.add(new BucketImport.Refusal(
                        key.replace('\0', '\uFFFD'), reason.refusal().code(), reason.detail()));
            default -> throw reason;
        }
    }

    private String path(String key) {
        return new ItemPath(ready.job().folder()
                        + key.substring(ready.job().prefix().length()))
                .text();
    }

    private void fetch(S3Object object, String path) {
        if (mark(object.key(), object.eTag(), object.size()).equals(known.get(path))) {
            unchanged++;
            return;
        }
        if (keys.containsKey(path)) {
            throw BAD_PATH.refused("Another object came to this path already.");
        }
        contents.expect(object.size());
        try (ResponseInputStream<GetObjectResponse> in = store.open(object.key())) {
            Received received = received(in);
            files.add(new PutFiles.File(path, received));
            contents.settle(received);
            bytes += received.size();
            keys.put(path, object.key());
            GetObjectResponse said = in.response();
            marks.put(
                    path,
                    new Imported(mark(object.key(), String.valueOf(said.eTag()), received.size()), received.digest()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One that breaks off is not read to its end first. */
    private Received received(ResponseInputStream<GetObjectResponse> in) {
        try {
            return contents.receive(in);
        } catch (Refused broken) {
            in.abort();
            throw broken;
        }
    }

    /** What an object was at that moment, and where. */
    private String mark(String key, String tag, long size) {
        String text = String.join(
                        "\n",
                        String.valueOf(ready.bucket().endpoint()),
                        ready.bucket().bucket(),
                        key,
                        tag) + "\n" + size;
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Into the draft, and remembered how far that was; says whether the import goes on. */
    boolean put(boolean last) {
        Part part = new Part(files, marks, keys, new Counts(looked, 0, unchanged, 0), refusals, after);
        boolean goesOn = steps.put(ready.job().id(), part, last);
        close();
        return goesOn;
    }

    @Override
    public void close() {
        files.forEach(file -> file.received().close());
        files.clear();
        marks.clear();
        keys.clear();
        refusals.clear();
        looked = 0;
        unchanged = 0;
        bytes = 0;
    }
}
