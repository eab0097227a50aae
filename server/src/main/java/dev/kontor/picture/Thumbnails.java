package dev.kontor.picture;

import static dev.kontor.web.Refusal.BUSY;
import static dev.kontor.web.Refusal.NO_THUMBNAIL;
import static kontor.tables.Tables.CONTENT;
import static kontor.tables.Tables.PICTURE;
import static kontor.tables.Tables.THUMBNAIL;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.kontor.storage.Content;
import dev.kontor.storage.Contents;
import dev.kontor.storage.Digest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Thumbnails of pictures, each made once, few at a time. Who may see one is asked before. */
@Component
public class Thumbnails {
    private static final List<Integer> EDGES = List.of(128, 256, 512);
    private static final Set<String> DECODED = Set.of("image/png", "image/jpeg", "image/gif", "image/bmp");
    private static final long MOST_PIXELS = 100_000_000;
    private static final long MOST_BYTES = 64 << 20;
    private static final int AT_ONCE = 2;

    private final DSLContext sql;
    private final Contents contents;
    private final Semaphore turns = new Semaphore(AT_ONCE, true);

    Thumbnails(DSLContext sql, Contents contents) {
        this.sql = sql;
        this.contents = contents;
    }

    /** Whether a picture of this kind and size gets a thumbnail, unless it is broken. */
    public static boolean possible(String mediaType, long size, @Nullable Picture picture) {
        return picture != null && DECODED.contains(mediaType) && size <= MOST_BYTES && picture.pixels() <= MOST_PIXELS;
    }

    /** The edge that is kept for a wish: the next larger one. */
    public static int edge(int wanted) {
        return EDGES.stream().filter(edge -> edge >= wanted).findFirst().orElse(EDGES.getLast());
    }

    /** One that exists already, or is made now; refused where there can be none. */
    public Thumbnail get(Digest digest, String mediaType, int edge) {
        Record row = sql.select(Contents.FIELDS)
                .select(Pictures.FIELDS)
                .select(THUMBNAIL.MEDIA_TYPE, THUMBNAIL.BYTES)
                .from(CONTENT)
                .leftJoin(PICTURE)
                .on(PICTURE.DIGEST.eq(CONTENT.DIGEST))
                .leftJoin(THUMBNAIL)
                .on(THUMBNAIL.DIGEST.eq(CONTENT.DIGEST).and(THUMBNAIL.EDGE.eq((short) edge)))
                .where(CONTENT.DIGEST.eq(digest.bytes()))
                .fetchOptional()
                .orElseThrow(NO_THUMBNAIL::refused);
        if (row.get(THUMBNAIL.MEDIA_TYPE) != null) {
            byte[] bytes = Optional.ofNullable(row.get(THUMBNAIL.BYTES)).orElseThrow(NO_THUMBNAIL::refused);
            return new Thumbnail(row.get(THUMBNAIL.MEDIA_TYPE), bytes);
        }
        Content content = Contents.content(row);
        Picture picture = Pictures.picture(row);
        if (picture == null || !possible(mediaType, content.size(), picture)) {
            throw NO_THUMBNAIL.refused();
        }
        return make(content, picture, edge);
    }

    private Thumbnail make(Content content, Picture picture, int edge) {
        Optional<Thumbnail> made = inTurn(content, picture, edge);
        // of a content that is still there: it may have been let go of while its picture was shrunk
        sql.insertInto(THUMBNAIL, THUMBNAIL.DIGEST, THUMBNAIL.EDGE, THUMBNAIL.MEDIA_TYPE, THUMBNAIL.BYTES)
                .select(select(
                                CONTENT.DIGEST,
                                val((short) edge),
                                val(made.map(Thumbnail::mediaType).orElse("")),
                                val(made.map(Thumbnail::bytes).orElse(null), THUMBNAIL.BYTES))
                        .from(CONTENT)
                        .where(CONTENT.DIGEST.eq(content.digest().bytes()))
                        .forKeyShare())
                .onConflictDoNothing()
                .execute();
        return made.orElseThrow(NO_THUMBNAIL::refused);
    }

    /** Of bytes that are no content of a dataset; nothing where they are no picture that can be read. */
    public Optional<Thumbnail> shrink(byte[] bytes, String mediaType, int edge) {
        Optional<Picture> picture =
                PictureHeader.read(bytes, mediaType).filter(header -> possible(mediaType, bytes.length, header));
        if (picture.isEmpty()) {
            return Optional.empty();
        }
        takeTurn();
        try {
            return Shrink.to(edge, picture.get(), new ByteArrayInputStream(bytes));
        } finally {
            turns.release();
        }
    }

    private Optional<Thumbnail> inTurn(Content content, Picture picture, int edge) {
        takeTurn();
        try (InputStream in = contents.open(content)) {
            return Shrink.to(edge, picture, in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            turns.release();
        }
    }

    private void takeTurn() {
        try {
            if (!turns.tryAcquire(10, TimeUnit.SECONDS)) {
                throw BUSY.refused().with("retryAfterSeconds", 1L);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw BUSY.refused();
        }
    }
}
