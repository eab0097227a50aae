package dev.kontor.backup;

import dev.kontor.node.HomeDatabase;
import dev.kontor.node.RestoredHome;
import dev.kontor.storage.BackedUpContents;
import dev.kontor.storage.BackedUpContents.Numbered;
import dev.kontor.storage.OperatorContents;
import dev.kontor.storage.StorageSettings;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./kontor backup FILE}: one state of everything in one file, beside a running server or without one. The file is there
 * when it is whole, else not at all.
 */
public final class Backup {
    private final Connection connection;
    private final BackedUpContents contents;
    private final Path home;

    private Backup(Connection connection, BackedUpContents contents, Path home) {
        this.connection = connection;
        this.contents = contents;
        this.home = home;
    }

    /** @param arguments the home, the file, and {@code replace} where one of that name may be replaced */
    public static void main(String... arguments) {
        run(arguments).end();
    }

    static Outcome run(String... arguments) {
        Path home = Path.of(arguments[0]);
        Path file = Path.of(arguments[1]).toAbsolutePath();
        boolean replace = arguments.length > 2 && arguments[2].equals("replace");
        return Outcome.of(() -> HomeDatabase.with(home, database -> make(database, home.toRealPath(), file, replace)))
                .unlessDone(file + " was not made");
    }

    static String make(Connection connection, Path home, Path file, boolean replace) throws SQLException, IOException {
        long start = System.nanoTime();
        try (OperatorContents store =
                        OperatorContents.over(connection, home.resolve("contents"), BackedUpContents.class);
                UnfinishedFile out = UnfinishedFile.named(
                        file,
                        replace,
                        store.get(StorageSettings.class).reserve().toBytes())) {
            Manifest made = new Backup(connection, store.get(BackedUpContents.class), home).write(out);
            out.finish();
            return Outcome.sentence(file + " holds", made, Files.size(file), start);
        }
    }

    private Manifest write(UnfinishedFile file) throws SQLException, IOException {
        contents.hold();
        CopiedTables tables = new CopiedTables(connection);
        Manifest.Head head = head(tables);
        BackedUpContents.Sums large = contents.remember();
        file.require(large.bytes());
        Progress progress = new Progress(System.err, "Backup", tables.size() + large.bytes());
        try (Packing packing = new Packing(file.out(), head)) {
            List<Manifest.Rows> rows = new ArrayList<>();
            for (Manifest.Shape shape : head.tables()) {
                rows.add(tables.copy(shape, packing, progress));
            }
            List<Manifest.Sequence> sequences = tables.sequences();
            tables.end(); // what follows takes long and needs no transaction
            copyKeys(packing);
            copyContents(packing, progress, large);
            Manifest made = packing.finish(rows, sequences);
            progress.done();
            return made;
        }
    }

    /** Told when no server can change it any more. */
    private static Manifest.Head head(CopiedTables tables) throws SQLException {
        List<Manifest.Shape> shapes = tables.begin(CopiedTables.PATIENCE);
        Manifest.Head head = new Manifest.Head(
                Manifest.FORMAT,
                Product.version(),
                tables.schema(),
                tables.postgres(),
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                shapes);
        tables.requireOurs(head);
        return head;
    }

    /** After the rows, so that none of those was encrypted with one that is missing here. */
    private void copyKeys(Packing packing) throws IOException {
        for (Path key : RestoredHome.keys(home)) {
            packing.key(key.getFileName().toString(), Files.readAllBytes(key));
        }
    }

    private void copyContents(Packing packing, Progress progress, BackedUpContents.Sums all) throws IOException {
        long last = 0;
        for (List<Numbered> page;
                !(page = contents.after(last)).isEmpty();
                last = page.getLast().n()) {
            for (Numbered one : page) {
                progress.phase("file %,d of %,d".formatted(one.n(), all.contents()));
                try (InputStream in = contents.open(one.content())) {
                    packing.content(one.content().digest(), one.content().size(), progress.counting(in));
                }
            }
        }
    }
}
