package dev.kontor.backup;

import static tools.jackson.databind.DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES;
import static tools.jackson.databind.DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES;

import dev.kontor.storage.Digest;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * A backup that is read, from its head to its seal. What comes out is handed on as it comes, and may only be trusted when the
 * end was reached: there it is compared with the manifest.
 */
final class Unpacking {
    private static final int LARGEST_KEY = 1 << 20;
    private static final int LARGEST_MANIFEST = 64 << 20;

    private final Path file;
    private final To to;
    private final Progress progress;
    private final JsonMapper json = JsonMapper.builder()
            .enable(FAIL_ON_MISSING_CREATOR_PROPERTIES, FAIL_ON_NULL_CREATOR_PROPERTIES)
            .build();
    private final byte[] buffer = new byte[256 << 10];
    private final List<Manifest.Rows> tables = new ArrayList<>();
    private final List<Manifest.Key> keys = new ArrayList<>();
    private final Sha256 digests = new Sha256();
    private Manifest.@Nullable Head head;
    private @Nullable Table table;
    private long contents;
    private long contentBytes;
    private byte @Nullable [] manifest;
    private boolean sealed;

    /** Who takes what comes out. */
    interface To {
        default void head(Manifest.Head head) throws IOException, SQLException {}

        default void begin(Manifest.Shape table) throws IOException, SQLException {}

        default void part(byte[] bytes, int length) throws IOException, SQLException {}

        /** Says how many rows it was. */
        default long end() throws IOException, SQLException {
            return -1;
        }

        default void key(String name, byte[] bytes) throws IOException {}

        /** Reads to the end, and says whether these are the bytes of the digest. */
        boolean content(Digest digest, InputStream in) throws IOException;
    }

    private static final class Table {
        private final Manifest.Shape shape;
        private final Sha256 sha = new Sha256();
        private int parts;
        private long bytes;

        Table(Manifest.Shape shape) {
            this.shape = shape;
        }
    }

    Unpacking(Path file, To to, Progress progress) {
        this.file = file;
        this.to = to;
        this.progress = progress;
    }

    /** All of it, or an exception that says what is wrong with it. */
    Manifest read() throws IOException, SQLException {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 20);
                TarArchiveInputStream tar =
                        new TarArchiveInputStream(progress.counting(in), StandardCharsets.UTF_8.name())) {
            for (TarArchiveEntry entry = next(tar); entry != null; entry = next(tar)) {
                member(entry, tar);
            }
        } catch (IllegalArgumentException e) {
            throw damaged("it holds what Kontor does not write");
        }
        return compared();
    }

    private @Nullable TarArchiveEntry next(TarArchiveInputStream tar) throws IOException {
        TarArchiveEntry entry = tar.getNextEntry();
        if (entry != null && (!entry.isCheckSumOK() || !entry.isFile() || sealed)) {
            throw damaged("it holds what Kontor does not write");
        }
        return entry;
    }

    private void member(TarArchiveEntry entry, InputStream in) throws IOException, SQLException {
        String name = entry.getName();
        if (head == null) {
            readHead(name, entry, in);
        } else if (name.startsWith(Names.TABLES)) {
            part(name.substring(Names.TABLES.length()), in);
        } else {
            endTable();
            rest(name, entry, in);
        }
    }

    private void rest(String name, TarArchiveEntry entry, InputStream in) throws IOException, SQLException {
        if (name.startsWith(Names.KEYS)) {
            key(name.substring(Names.KEYS.length()), all(entry, in, LARGEST_KEY));
        } else if (name.startsWith(Names.CONTENTS)) {
            content(name.substring(Names.CONTENTS.length()), entry.getSize(), in);
        } else if (name.equals(Names.MANIFEST)) {
            manifest = all(entry, in, LARGEST_MANIFEST);
        } else if (name.equals(Names.SEAL) && manifest != null) {
            sealed = new String(all(entry, in, 64), StandardCharsets.US_ASCII).equals(Sha256.of(manifest));
        } else {
            throw damaged("it holds what Kontor does not write");
        }
    }

    private void readHead(String name, TarArchiveEntry entry, InputStream in) throws IOException, SQLException {
        if (!name.equals(Names.HEAD)) {
            throw new Damaged(file + " is no backup of Kontor.");
        }
        head = parse(all(entry, in, LARGEST_MANIFEST), Manifest.Head.class);
        to.head(head);
    }

    private void part(String name, InputStream in) throws IOException, SQLException {
        int slash = name.indexOf('/');
        Table current = table(name.substring(0, Math.max(slash, 0)));
        if (!name.substring(slash + 1).equals("%06d".formatted(++current.parts))) {
            throw damaged("a part of table " + current.shape.name() + " is missing");
        }
        for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
            current.sha.add(buffer, read);
            current.bytes += read;
            to.part(buffer, read);
        }
    }

    private Table table(String name) throws IOException, SQLException {
        if (table == null || !table.shape.name().equals(name)) {
            endTable();
            Manifest.Shape shape = known().tables().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> damaged("it holds a table that it does not know"));
            progress.phase("table " + name);
            to.begin(shape);
            table = new Table(shape);
        }
        return table;
    }

    private void endTable() throws IOException, SQLException {
        Table ended = table;
        if (ended != null) {
            table = null;
            tables.add(new Manifest.Rows(ended.shape.name(), to.end(), ended.bytes, ended.sha.hex()));
        }
    }

    private void key(String name, byte[] bytes) throws IOException {
        if (name.contains("/") || !name.endsWith(".key")) {
            throw damaged("it holds what Kontor does not write");
        }
        keys.add(new Manifest.Key(name, Sha256.of(bytes)));
        to.key(name, bytes);
    }

    private void content(String hex, long size, InputStream in) throws IOException {
        progress.phase("files");
        byte[] digest = HexFormat.of().parseHex(hex);
        if (!to.content(Digest.of(digest), in)) {
            throw damaged("content " + hex + " has bytes of another digest");
        }
        digests.add(digest, digest.length);
        contents++;
        contentBytes += size;
    }

    private Manifest compared() {
        if (head == null) {
            throw new Damaged(file + " is no backup of Kontor.");
        }
        byte[] last = manifest;
        if (last == null || !sealed) {
            throw damaged("it ends before its end");
        }
        Manifest said = parse(last, Manifest.class);
        if (!said.head().equals(head) || !said.keys().equals(keys) || !tablesAre(said.tables())) {
            throw damaged("what it holds is not what its manifest says");
        }
        if (!said.files().equals(new Manifest.Files(contents, contentBytes, digests.hex()))) {
            throw damaged("of its large contents some are missing, or too many");
        }
        return said;
    }

    /** Rows only where somebody counted them. */
    private boolean tablesAre(List<Manifest.Rows> said) {
        List<Manifest.Rows> found = new ArrayList<>();
        for (int i = 0; i < tables.size(); i++) {
            Manifest.Rows one = tables.get(i);
            long rows = one.rows() < 0 && i < said.size() ? said.get(i).rows() : one.rows();
            found.add(new Manifest.Rows(one.table(), rows, one.bytes(), one.sha256()));
        }
        return found.equals(said) && known().tables().size() == said.size();
    }

    private Manifest.Head known() {
        if (head == null) {
            throw new IllegalStateException("the head comes first");
        }
        return head;
    }

    private <T> T parse(byte[] bytes, Class<T> type) {
        try {
            return json.readValue(bytes, type);
        } catch (JacksonException e) {
            throw damaged("what it says of itself cannot be read");
        }
    }

    private byte[] all(TarArchiveEntry entry, InputStream in, int most) throws IOException {
        byte[] bytes = entry.getSize() > most ? new byte[0] : in.readNBytes(most);
        if (bytes.length != entry.getSize()) {
            throw damaged("it ends before its end");
        }
        return bytes;
    }

    private Damaged damaged(String what) {
        return new Damaged(file + " is damaged: " + what + ".");
    }
}
