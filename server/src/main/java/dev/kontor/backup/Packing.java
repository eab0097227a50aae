package dev.kontor.backup;

import dev.kontor.storage.Digest;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import tools.jackson.databind.json.JsonMapper;

/** A backup that is written, from its head to its seal; keeps book for the manifest. A tar, so that everybody can look into it. */
final class Packing implements Closeable {
    private static final int OWNER_ONLY = 0600;

    private final TarArchiveOutputStream tar;
    private final Manifest.Head head;
    private final JsonMapper json = JsonMapper.shared();
    private final List<Manifest.Key> keys = new ArrayList<>();
    private final Sha256 digests = new Sha256();
    private final byte[] buffer = new byte[256 << 10];
    private long contents;
    private long contentBytes;

    Packing(OutputStream out, Manifest.Head head) throws IOException {
        this.tar = new TarArchiveOutputStream(out, StandardCharsets.UTF_8.name());
        this.tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        this.head = head;
        write(Names.HEAD, json.writeValueAsBytes(head));
    }

    /** A table comes in parts, because nobody knows before its end how much it is. */
    void part(String table, int number, byte[] bytes, int length) throws IOException {
        begin("%s%s/%06d".formatted(Names.TABLES, table, number), length);
        tar.write(bytes, 0, length);
        tar.closeArchiveEntry();
    }

    void key(String name, byte[] bytes) throws IOException {
        write(Names.KEYS + name, bytes);
        keys.add(new Manifest.Key(name, Sha256.of(bytes)));
    }

    /** Refused where the bytes are not those of the digest: what is damaged already is no backup. */
    void content(Digest digest, long size, InputStream in) throws IOException {
        begin(Names.CONTENTS + digest.hex(), size);
        Sha256 sha = new Sha256();
        long written = 0;
        for (int read = in.read(buffer); read >= 0 && written + read <= size; read = in.read(buffer)) {
            tar.write(buffer, 0, read);
            sha.add(buffer, read);
            written += read;
        }
        if (written != size || !sha.hex().equals(digest.hex())) {
            throw new Damaged("content " + digest + " is damaged in the store; ./kontor check tells of all that are");
        }
        tar.closeArchiveEntry();
        digests.add(HexFormat.of().parseHex(digest.hex()), digest.hex().length() / 2);
        contents++;
        contentBytes += size;
    }

    Manifest finish(List<Manifest.Rows> tables, List<Manifest.Sequence> sequences) throws IOException {
        Manifest manifest =
                new Manifest(head, tables, sequences, keys, new Manifest.Files(contents, contentBytes, digests.hex()));
        byte[] bytes = json.writeValueAsBytes(manifest);
        write(Names.MANIFEST, bytes);
        write(Names.SEAL, Sha256.of(bytes).getBytes(StandardCharsets.US_ASCII));
        tar.finish();
        return manifest;
    }

    private void write(String name, byte[] bytes) throws IOException {
        begin(name, bytes.length);
        tar.write(bytes);
        tar.closeArchiveEntry();
    }

    private void begin(String name, long size) throws IOException {
        TarArchiveEntry entry = new TarArchiveEntry(name);
        entry.setSize(size);
        entry.setMode(OWNER_ONLY);
        entry.setModTime(Date.from(Instant.ofEpochSecond(head.madeAt().getEpochSecond())));
        tar.putArchiveEntry(entry);
    }

    @Override
    public void close() throws IOException {
        tar.close();
    }
}
