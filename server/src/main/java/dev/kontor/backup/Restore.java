package dev.kontor.backup;

import dev.kontor.node.HomeDatabase.Impossible;
import dev.kontor.node.RestoredHome;
import dev.kontor.storage.Digest;
import dev.kontor.storage.OperatorContents;
import dev.kontor.storage.RestoredContents;
import dev.kontor.storage.StorageSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import kontor.database.BundledPostgres;
import kontor.database.Migrations;

/**
 * {@code ./kontor restore FILE}: makes a home of a backup, where no server runs. The file is read to its end first. Everything is
 * made beside what is there, and takes its place in the end: interrupted before, nothing has changed.
 */
public final class Restore {
    private final Path file;
    private final RestoredHome home;
    private final long size;

    private Restore(Path file, RestoredHome home, long size) {
        this.file = file;
        this.home = home;
        this.size = size;
    }

    /**
     * @param arguments the home, the file, {@code replace} where what the home has is to be put aside, and {@code outside-store}
     *     where the store outside the home that the settings name is meant
     */
    public static void main(String... arguments) {
        run(arguments).end();
    }

    static Outcome run(String... arguments) {
        Path place = Path.of(arguments[0]);
        Path file = Path.of(arguments[1]).toAbsolutePath();
        List<String> said = List.of(arguments).subList(2, arguments.length);
        return Outcome.of(() -> restore(place, file, said)).unlessDone("Not restored");
    }

    private static String restore(Path place, Path file, List<String> said) throws IOException, SQLException {
        long start = System.nanoTime();
        if (!Files.isRegularFile(file)) {
            throw new Impossible("There is no file " + file + ".");
        }
        try (RestoredHome home = RestoredHome.at(place, said.contains("replace"));
                OperatorContents store = OperatorContents.settings(home.contents())) {
            if (!said.contains("outside-store")) {
                requireOwnStore(home, store);
            }
            Restore restore = new Restore(file, home, Files.size(file));
            restore.verify();
            restore.requireRoom();
            Manifest made = restore.make(store);
            home.finish();
            String before = home.replaced();
            return Outcome.sentence("Restored", made, restore.size, start)
                    + (before.isEmpty() ? "" : "\nWhat was there before is in " + before + ".");
        }
    }

    /** Whoever serves this home sweeps from its store what the backup does not name: another server must not live on it. */
    private static void requireOwnStore(RestoredHome home, OperatorContents store) throws IOException {
        Path folder = store.get(StorageSettings.class).folder();
        boolean outside = folder != null && !real(folder).startsWith(home.place());
        if (outside || !store.bucket().isBlank()) {
            throw new Impossible(
                    ("The settings name a store outside of the home, %s. A server on the restored home would sweep"
                        + " from it what the backup does not know. Unset it, here and for that server, or say"
                        + " --outside-store where no other server uses it.")
                            .formatted(outside ? folder : "bucket " + store.bucket()));
        }
    }

    private static Path real(Path folder) throws IOException {
        return Files.exists(folder)
                ? folder.toRealPath()
                : folder.toAbsolutePath().normalize();
    }

    /** Reads all of it, and touches nothing. */
    private void verify() throws SQLException {
        Progress progress = new Progress(System.err, "Verifying", size);
        try {
            new Unpacking(file, new Verified(), progress).read();
        } catch (IOException e) {
            throw new Damaged(file + " is damaged: it breaks off, or cannot be read (" + e.getMessage() + ").");
        }
        progress.done();
    }

    private static final class Verified implements Unpacking.To {
        private final byte[] buffer = new byte[256 << 10];

        @Override
        public void head(Manifest.Head head) {
            if (head.format() > Manifest.FORMAT || head.schema() > Product.schema()) {
                throw new Impossible("The backup was made by a newer Kontor (version %s, schema %d; this one is at %d)."
                        .formatted(head.product(), head.schema(), Product.schema()));
            }
        }

        @Override
        public boolean content(Digest digest, InputStream in) throws IOException {
            Sha256 sha = new Sha256();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                sha.add(buffer, read);
            }
            return sha.hex().equals(digest.hex());
        }
    }

    /** At least so much: indexes come on top. */
    private void requireRoom() throws IOException {
        long room = Files.getFileStore(home.folder()).getUsableSpace();
        if (room < size) {
            throw new Impossible("The disk of %s has room for %,d MiB, and more than %,d MiB are needed."
                    .formatted(home.folder().getParent(), room >> 20, size >> 20));
        }
    }

    private Manifest make(OperatorContents store) throws IOException, SQLException {
        Progress progress = new Progress(System.err, "Restore", size);
        Path folder = store.get(StorageSettings.class).folder();
        try (BundledPostgres postgres = BundledPostgres.start(home.postgres(), 0);
                RestoredContents contents = new RestoredContents(folder == null ? home.contents() : folder)) {
            Manifest made = load(postgres, contents, progress);
            contents.finish();
            progress.phase("the present schema");
            Migrations.apply(postgres.url(), postgres.user(), postgres.password());
            try (Connection connection = connect(postgres)) {
                new LoadedTables(connection).settle(namesStore(store));
            }
            progress.done();
            return made;
        }
    }

    /** Whether the settings name one: then it was meant, as far as this gets. What was in it belonged to what is replaced. */
    private boolean namesStore(OperatorContents store) {
        return !home.contents().equals(store.get(StorageSettings.class).folder())
                || !store.bucket().isBlank();
    }

    private Manifest load(BundledPostgres postgres, RestoredContents contents, Progress progress)
            throws IOException, SQLException {
        try (Connection connection = connect(postgres)) {
            LoadedTables tables = new LoadedTables(connection);
            Manifest made = new Unpacking(file, new Made(postgres, tables, contents, home), progress).read();
            tables.wake(made.sequences(), progress);
            return made;
        }
    }

    private record Made(BundledPostgres postgres, LoadedTables tables, RestoredContents contents, RestoredHome home)
            implements Unpacking.To {
        @Override
        public void head(Manifest.Head head) throws SQLException {
            Migrations.tables(postgres.url(), postgres.user(), postgres.password(), head.schema());
            tables.prepare(head);
        }

        @Override
        public void begin(Manifest.Shape table) throws SQLException {
            tables.begin(table);
        }

        @Override
        public void part(byte[] bytes, int length) throws SQLException {
            tables.part(bytes, length);
        }

        @Override
        public long end() throws SQLException {
            return tables.end();
        }

        @Override
        public void key(String name, byte[] bytes) throws IOException {
            home.putKey(name, bytes);
        }

        @Override
        public boolean content(Digest digest, InputStream in) throws IOException {
            return contents.put(digest, in);
        }
    }

    private static Connection connect(BundledPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }
}
