package dev.kontor.storage;

import static dev.kontor.web.Refusal.BUSY;
import static dev.kontor.web.Refusal.STORE_FULL;
import static kontor.tables.Tables.CONTENT;
import static org.jooq.impl.DSL.*;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The store: one interface over contents that are rows and contents that are kept outside. Bytes come in without a
 * connection ({@link #receive}), are made durable ({@link #settle}), and become a content with the transaction that
 * refers to them ({@link #insert}).
 */
@Component
public class Contents {
    /** What {@link #content} needs of a joined row. */
    public static final List<Field<?>> FIELDS =
            List.of(CONTENT.DIGEST, CONTENT.SIZE, CONTENT.CRC32, CONTENT.BYTES, CONTENT.OBJECT_ID);

    private static final int HEAD = 1 << 10;
    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

    private final DSLContext sql;
    private final Clock clock;
    private final LargeContents large;
    private final StorageSettings settings;
    private final OrphanedPlaces orphans;

    Contents(DSLContext sql, Clock clock, LargeContents large, StorageSettings settings, OrphanedPlaces orphans) {
        this.sql = sql;
        this.clock = clock;
        this.large = large;
        this.settings = settings;
        this.orphans = orphans;
    }

    /** Refused where so much is not taken in, before it is fetched. */
    public void expect(long size) {
        if (size > settings.largest().toBytes()) {
            throw Intake.tooLarge(settings.largest().toBytes());
        }
    }

    /** Whether so many are taken in without being written anywhere; below 0 where it is not known how many. */
    public boolean small(long size) {
        return size >= 0 && size <= settings.row().toBytes();
    }

    /** Takes bytes in; to be closed. */
    public Received receive(InputStream in) {
        return new Intake(
                        large,
                        (int) settings.row().toBytes(),
                        settings.largest().toBytes())
                .take(in);
    }

    /** Makes the bytes durable where they are too large for a row. Takes no connection. */
    public void settle(Received received) {
        if (received.file() == null) {
            return;
        }
        try {
            Object file = FileContents.key(received.file());
            Place place = large.keep(received.file(), received.digest());
            received.keptAt(place, () -> release(place, file));
        } catch (IOException e) {
            throw FullDisk.is(e) ? STORE_FULL.refused() : new UncheckedIOException(e);
        }
    }

    /** What was settled for something that was refused then does not stay until the next sweep. */
    private void release(Place place, @Nullable Object file) {
        if (TransactionSynchronizationManager.isActualTransactionActive()) {
            return; // which may still come to refer to it
        }
        try {
            orphans.takeBack(place, it -> large.takeBack(it, file));
        } catch (IOException | RuntimeException left) {
            LOG.info("a file that nothing refers to is left to the sweep: {}", left.getMessage());
        }
    }

    /**
     * Makes contents of settled bytes, all in one go. Those that are there already stay as they are, and are held until the
     * transaction ends, so that no sweep takes them meanwhile.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(Collection<Received> settled) {
        // in one order everywhere, so that two who send the same contents do not wait for each other
        Map<Digest, Received> distinct =
                settled.stream().collect(Collectors.toMap(Received::digest, Function.identity(), (a, b) -> a));
        if (distinct.isEmpty()) {
            return;
        }
        List<Received> outside =
                distinct.values().stream().filter(Received::large).toList();
        checkStays(outside);
        BatchBindStep batch = sql.batch(sql.insertInto(
                        CONTENT,
                        CONTENT.DIGEST,
                        CONTENT.SIZE,
                        CONTENT.CRC32,
                        CONTENT.BYTES,
                        CONTENT.OBJECT_ID,
                        CONTENT.HEAD,
                        CONTENT.STORED_AT)
                .values((byte[]) null, null, null, null, null, null, null)
                .onConflict(CONTENT.DIGEST)
                .doUpdate()
                .set(CONTENT.SIZE, CONTENT.SIZE)
                .where(falseCondition()));
        for (Received one : distinct.values().stream()
                .sorted(Comparator.comparing(Received::digest))
                .toList()) {
            batch = one.large() ? bindLarge(batch, one) : bindSmall(batch, one);
        }
        batch.execute();
        afterCommit(outside);
    }

    /** An object is one too many where the content was there already: it goes when it is closed. */
    private void afterCommit(List<Received> outside) {
        boolean objects = outside.stream().anyMatch(one -> place(one).object() != null);
        Set<Place> named =
                objects ? orphans.named(outside.stream().map(Contents::place).toList()) : Set.of();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                outside.stream()
                        .filter(one -> place(one).object() == null || named.contains(place(one)))
                        .forEach(Received::used);
            }
        });
    }

    private BatchBindStep bindSmall(BatchBindStep batch, Received one) {
        return batch.bind(one.digest().bytes(), one.size(), one.crc32(), one.head(), null, null, clock.instant());
    }

    private BatchBindStep bindLarge(BatchBindStep batch, Received one) {
        byte[] head = Arrays.copyOf(one.head(), Math.min(one.head().length, HEAD));
        return batch.bind(
                one.digest().bytes(), one.size(), one.crc32(), null, place(one).object(), head, clock.instant());
    }

    /** What a sweep takes away, or has taken away, must be sent again. */
    private void checkStays(List<Received> outside) {
        if (outside.isEmpty()) {
            return;
        }
        Set<UUID> swept = orphans.hold(outside.stream().map(Contents::place).toList());
        for (Received one : outside) {
            UUID object = place(one).object();
            if (object == null ? !there(place(one)) : swept.contains(object)) {
                throw BUSY.refused().with("retryAfterSeconds", 1L);
            }
        }
    }

    private boolean there(Place file) {
        try {
            return large.has(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Place place(Received settled) {
        return Objects.requireNonNull(settled.place(), "settled before it is inserted");
    }

    public static Content content(Record row) {
        return new Content(
                Digest.of(row.get(CONTENT.DIGEST)),
                row.get(CONTENT.SIZE),
                row.get(CONTENT.CRC32),
                row.get(CONTENT.BYTES),
                row.get(CONTENT.OBJECT_ID));
    }

    /** All of it. */
    public InputStream open(Content content) throws IOException {
        return open(content, 0, content.size());
    }

    InputStream open(Content content, long from, long length) throws IOException {
        return content.bytes() == null
                ? large.open(content, from, length)
                : new ByteArrayInputStream(content.bytes(), (int) from, (int) length);
    }

    /** The file of this node that is all of it; nothing where it is none. */
    Optional<Path> file(Content content) {
        return content.bytes() == null ? large.file(content) : Optional.empty();
    }

    Optional<URI> link(Content content, String mediaType, String disposition) {
        return large.link(content, mediaType, disposition);
    }

    /** What is stored by that digest, of which somebody else says that it may be read. */
    public Optional<Content> find(Digest digest) {
        return sql.select(FIELDS)
                .from(CONTENT)
                .where(CONTENT.DIGEST.eq(digest.bytes()))
                .fetchOptional(Contents::content);
    }

    /** Of these, those that are stored, each with as many of its first bytes as tell what it is. */
    public Map<Digest, Content> heads(Collection<Digest> digests) {
        byte[][] wanted = digests.stream().map(Digest::bytes).toArray(byte[][]::new);
        Field<byte[]> head =
                field("coalesce({0}, substring({1} for {2}))", byte[].class, CONTENT.HEAD, CONTENT.BYTES, inline(HEAD));
        return sql.select(CONTENT.DIGEST, CONTENT.SIZE, CONTENT.CRC32, head.as(CONTENT.BYTES), CONTENT.OBJECT_ID)
                .from(CONTENT)
                .where(CONTENT.DIGEST.eq(any(wanted)))
                .fetchMap(row -> Digest.of(row.value1()), row -> withHead(content(row)));
    }

    /** Only files that were stored before heads were kept are opened for it. */
    private Content withHead(Content content) {
        if (content.bytes() != null) {
            return content;
        }
        try (InputStream in = large.open(content, 0, Math.min(HEAD, content.size()))) {
            return new Content(
                    content.digest(), content.size(), content.crc32(), in.readNBytes(HEAD), content.object());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files and objects that nothing came to refer to. */
    int sweep() throws IOException {
        orphans.forget();
        return large.sweep(orphanedBefore(), orphans);
    }

    /** What was stored before is old enough to go where nothing names it. */
    Instant orphanedBefore() {
        return clock.instant().minus(settings.orphanAge());
    }

    /** What became of a place where a content was that is none any more: {@code NAMED} by one again, or too young. */
    enum End {
        REMOVED,
        NAMED,
        YOUNG
    }

    End remove(Place place, Instant before) throws IOException {
        End[] end = new End[1];
        orphans.take(List.of(place), it -> {
            boolean gone = large.remove(it, before);
            end[0] = gone ? End.REMOVED : End.YOUNG;
            return gone;
        });
        return Objects.requireNonNullElseGet(
                end[0], () -> orphans.named(List.of(place)).isEmpty() ? End.YOUNG : End.NAMED);
    }

    /** Whether a backup copies contents out: then nothing is taken away. */
    boolean held() {
        return orphans.held();
    }
}
