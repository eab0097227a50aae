package dev.kontor.storage;

import static dev.kontor.web.Refusal.BUSY;
import static dev.kontor.web.Refusal.STORE_FULL;
import static kontor.tables.Tables.CONTENT;
import static org.jooq.impl.DSL.*;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The store: one interface over contents that are rows and contents that are kept outside. Bytes come in without a
 * connection ({@link #receive}), are made durable ({@link #settle}), and become a content with the transaction that
 * refers to them ({@link #insert}).
 */
@Component
public class Contents {
    /** What {@link #content} needs of a joined row. */
    public static final List<Field<?>> FIELDS = List.of(CONTENT.DIGEST, CONTENT.SIZE, CONTENT.CRC32, CONTENT.BYTES);

    private static final int HEAD = 1 << 10;

    private final DSLContext sql;
    private final Clock clock;
    private final LargeContents large;
    private final StorageSettings settings;

    Contents(DSLContext sql, Clock clock, LargeContents large, StorageSettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.large = large;
        this.settings = settings;
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
            large.keep(received.file(), received.digest());
        } catch (IOException e) {
            throw Intake.full(e) ? STORE_FULL.refused() : new UncheckedIOException(e);
        }
    }

    /** Makes contents of settled bytes, all in one go; those that are there already stay as they are. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(Collection<Received> settled) {
        // in one order everywhere, so that two who send the same contents do not wait for each other
        Map<Digest, Received> distinct =
                settled.stream().collect(Collectors.toMap(Received::digest, Function.identity(), (a, b) -> a));
        if (distinct.isEmpty()) {
            return;
        }
        BatchBindStep batch = sql.batch(
                sql.insertInto(CONTENT, CONTENT.DIGEST, CONTENT.SIZE, CONTENT.CRC32, CONTENT.BYTES, CONTENT.STORED_AT)
                        .values((byte[]) null, null, null, null, null)
                        .onConflictDoNothing());
        for (Received one : distinct.values().stream()
                .sorted(Comparator.comparing(Received::digest))
                .toList()) {
            if (one.large() && !large.has(one.digest())) {
                throw BUSY.refused().with("retryAfterSeconds", 1L);
            }
            batch = batch.bind(
                    one.digest().bytes(), one.size(), one.crc32(), one.large() ? null : one.head(), clock.instant());
        }
        batch.execute();
    }

    public static Content content(Record row) {
        return new Content(
                Digest.of(row.get(CONTENT.DIGEST)),
                row.get(CONTENT.SIZE),
                row.get(CONTENT.CRC32),
                row.get(CONTENT.BYTES));
    }

    public InputStream open(Content content, long from) throws IOException {
        if (content.bytes() == null) {
            return large.open(content.digest(), from);
        }
        InputStream in = new ByteArrayInputStream(content.bytes());
        in.skipNBytes(from);
        return in;
    }

    /** Of these, those that are stored, each with as many of its first bytes as tell what it is. */
    public Map<Digest, Content> heads(Collection<Digest> digests) {
        byte[][] wanted = digests.stream().map(Digest::bytes).toArray(byte[][]::new);
        Field<byte[]> head = field("substring({0} for {1})", byte[].class, CONTENT.BYTES, inline(HEAD));
        return sql.select(CONTENT.DIGEST, CONTENT.SIZE, CONTENT.CRC32, head.as(CONTENT.BYTES))
                .from(CONTENT)
                .where(CONTENT.DIGEST.eq(any(wanted)))
                .fetchMap(row -> Digest.of(row.value1()), row -> withHead(content(row)));
    }

    private Content withHead(Content content) {
        if (content.bytes() != null) {
            return content;
        }
        try (InputStream in = large.open(content.digest(), 0)) {
            return new Content(content.digest(), content.size(), content.crc32(), in.readNBytes(HEAD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Files that nothing came to refer to. */
    int sweep() throws IOException {
        return large.sweep(clock.instant().minus(settings.orphanAge()), this::named);
    }

    private Set<Digest> named(Collection<Digest> digests) {
        byte[][] asked = digests.stream().map(Digest::bytes).toArray(byte[][]::new);
        return sql.select(CONTENT.DIGEST)
                .from(CONTENT)
                .where(CONTENT.DIGEST.eq(any(asked)))
                .fetchSet(row -> Digest.of(row.value1()));
    }
}
