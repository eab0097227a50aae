package dev.kontor.storage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.core.sync.RequestBody;
import software.amazon.awssdk.services.s3.model.MultipartUpload;
import software.amazon.awssdk.services.s3.model.NoSuchKeyException;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Large contents as objects of an S3-compatible store. Each is written once, under a name of its own, and belongs to one
 * row: what a sweep takes away nobody can have sent again meanwhile. What a folder kept before is read from there.
 */
class ObjectContents implements LargeContents {
    private static final Pattern KEY = Pattern.compile("/([0-9a-f]{64})/([0-9a-f-]{36})$");
    private static final int CHUNK = 500;

    private final ObjectStore store;
    private final FileContents folder;

    ObjectContents(ObjectStore store, FileContents folder) {
        this.store = store;
        this.folder = folder;
    }

    @Override
    public Path waiting() throws IOException {
        return folder.waiting();
    }

    @Override
    public Place keep(Path waiting, Digest digest) throws IOException {
        Place place = new Place(digest, UUID.randomUUID());
        long size = Files.size(waiting);
        if (size > store.settings().part().toBytes()) {
            new PartsUpload(store, store.key(place)).send(waiting, size);
        } else {
            String sha256 = Base64.getEncoder().encodeToString(digest.bytes());
            ObjectStore.ask(() -> store.s3()
                    .putObject(
                            r -> r.bucket(store.bucket()).key(store.key(place)).checksumSHA256(sha256),
                            RequestBody.fromFile(waiting)));
        }
        return place;
    }

    @Override
    public InputStream open(Content content, long from, long length) throws IOException {
        return content.object() == null
                ? folder.open(content, from, length)
                : new ObjectStream(store, content, from, length);
    }

    @Override
    public Optional<Path> file(Content content) {
        return content.object() == null ? folder.file(content) : Optional.empty();
    }

    @Override
    public boolean has(Place place) {
        if (place.object() == null) {
            return folder.has(place);
        }
        try {
            store.s3().headObject(r -> r.bucket(store.bucket()).key(store.key(place)));
            return true;
        } catch (NoSuchKeyException none) {
            return false;
        } catch (SdkException e) {
            throw ObjectStore.unavailable(e);
        }
    }

    /** Signed here, which asks nobody: only where that is set, and never for longer than a minute. */
    @Override
    public Optional<URI> link(Content content, String mediaType, String disposition) {
        if (!store.settings().presigned() || content.object() == null) {
            return Optional.empty();
        }
        return Optional.of(store.presign(r -> r.bucket(store.bucket())
                .key(store.key(content.place()))
                .responseContentType(mediaType)
                .responseContentDisposition(disposition)));
    }

    /** An object is one row's alone: where the row is gone, nobody can be about to name it. */
    @Override
    public boolean remove(Place place, Instant before) throws IOException {
        if (place.object() == null) {
            return folder.remove(place, before);
        }
        ObjectStore.ask(
                () -> store.s3().deleteObject(r -> r.bucket(store.bucket()).key(store.key(place))));
        return true;
    }

    @Override
    public boolean takeBack(Place place, @Nullable Object file) throws IOException {
        return place.object() == null ? folder.takeBack(place, file) : remove(place, Instant.MAX);
    }

    /** The folder, too: it may have large contents from before. */
    @Override
    public List<Marked> marked() {
        return Stream.concat(Stream.of(new MarkedBucket(store)), folder.marked().stream())
                .toList();
    }

    @Override
    public int sweep(Instant before, Orphans orphans) throws IOException {
        return folder.sweep(before, orphans)
                + ObjectStore.ask(() -> sweepObjects(before, orphans) + sweepUploads(before));
    }

    private int sweepObjects(Instant before, Orphans orphans) {
        int removed = 0;
        List<Place> old = new ArrayList<>();
        for (S3Object object : store.s3()
                .listObjectsV2Paginator(
                        r -> r.bucket(store.bucket()).prefix(store.settings().prefix()))
                .contents()) {
            if (object.lastModified().isBefore(before)) {
                place(object.key()).ifPresent(old::add);
            }
            removed += old.size() < CHUNK ? 0 : remove(old, orphans);
        }
        return removed + remove(old, orphans);
    }

    private int remove(List<Place> old, Orphans orphans) {
        List<Place> places = List.copyOf(old);
        old.clear();
        try {
            return orphans.take(places, place -> remove(place, Instant.MAX));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Parts of what never came to its end. */
    private int sweepUploads(Instant before) {
        int removed = 0;
        for (MultipartUpload upload : store.s3()
                .listMultipartUploadsPaginator(
                        r -> r.bucket(store.bucket()).prefix(store.settings().prefix()))
                .uploads()) {
            if (upload.initiated().isBefore(before)) {
                store.s3()
                        .abortMultipartUpload(
                                r -> r.bucket(store.bucket()).key(upload.key()).uploadId(upload.uploadId()));
                removed++;
            }
        }
        return removed;
    }

    /** Of what else stands in the bucket nothing is touched. */
    private Optional<Place> place(String key) {
        Matcher found = KEY.matcher(key);
        return found.find()
                ? Optional.of(new Place(new Digest(found.group(1)), UUID.fromString(found.group(2))))
                        .filter(place -> store.key(place).equals(key))
                : Optional.empty();
    }
}
