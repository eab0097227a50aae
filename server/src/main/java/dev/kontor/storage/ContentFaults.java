package dev.kontor.storage;

import static kontor.tables.Tables.CONTENT;

import dev.kontor.web.Refused;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import org.jooq.Cursor;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL and the reading that finds contents whose bytes are not what they should be: every byte, one content at a time. */
@Component
public class ContentFaults {
    private static final int FETCHED = 20;

    private final DSLContext sql;
    private final LargeContents large;

    ContentFaults(DSLContext sql, LargeContents large) {
        this.sql = sql;
        this.large = large;
    }

    /** @param contents that were read, with so many bytes */
    public record Checked(long contents, long bytes) {}

    /** Within a transaction that sees one state; what is gone from the disk is asked about again by {@link #stillThere}. */
    public Checked find(Consumer<Fault> told, List<Place> missing) {
        long contents = 0;
        long bytes = 0;
        try (Cursor<? extends Record> rows =
                sql.select(Contents.FIELDS).from(CONTENT).fetchSize(FETCHED).fetchLazy()) {
            for (Record row : rows) {
                Content content = Contents.content(row);
                contents++;
                bytes += content.size();
                fault(content, missing)
                        .ifPresent(wrong -> told.accept(new Fault("content " + content.digest(), wrong)));
            }
        }
        return new Checked(contents, bytes);
    }

    private Optional<String> fault(Content content, List<Place> missing) {
        try (InputStream in = open(content)) {
            MessageDigest sha = sha256();
            CRC32 crc = new CRC32();
            long size = 0;
            byte[] buffer = new byte[128 << 10];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.update(buffer, 0, read);
                crc.update(buffer, 0, read);
                size += read;
            }
            if (size != content.size()) {
                return Optional.of("has %,d bytes, not %,d".formatted(size, content.size()));
            }
            if (!Digest.of(sha.digest()).equals(content.digest())) {
                return Optional.of("has bytes of another digest");
            }
            return crc.getValue() == content.crc32() ? Optional.empty() : Optional.of("has another CRC than is kept");
        } catch (NoSuchFileException gone) {
            missing.add(content.place());
            return Optional.empty();
        } catch (Refused | IOException unreadable) {
            return Optional.of("cannot be read: " + unreadable.getMessage());
        }
    }

    private InputStream open(Content content) throws IOException {
        if (content.bytes() != null) {
            return new ByteArrayInputStream(content.bytes());
        }
        if (!large.has(content.place())) {
            throw new NoSuchFileException(content.digest().hex());
        }
        return large.open(content, 0, content.size());
    }

    /** Those of missing files that are contents still: the sweep took no part of it. */
    public List<Digest> stillThere(List<Place> missing) throws IOException {
        List<Digest> there = new ArrayList<>();
        for (Place place : missing) {
            if (!large.has(place)
                    && sql.fetchExists(CONTENT, CONTENT.DIGEST.eq(place.digest().bytes()))) {
                there.add(place.digest());
            }
        }
        return there;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
