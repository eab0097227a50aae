package dev.kontor.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import kontor.database.BundledPostgres;
import kontor.database.Migrations;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a backup of an older Kontor becomes, and what is refused before anything is made. */
class RestoreTest {
    private static final int OLDER = 51;

    @TempDir
    Path folder;

    private Path file = Path.of("");

    @BeforeEach
    void letPostgresPass() throws IOException {
        Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
        file = folder.resolve("all.backup");
    }

    @Test
    void bringsAnOlderOneToThePresentSchema() throws Exception {
        Path home = Files.createDirectories(folder.resolve("old"));
        Files.writeString(home.resolve("bucket.key"), "secret");
        String software = System.getProperty("kontor.software", "../database/target/software");
        List<String> tables;
        try (BundledPostgres old =
                BundledPostgres.startDisposable(Path.of(software).toAbsolutePath())) {
            Migrations.tables(old.url(), old.user(), old.password(), OLDER);
            try (Connection connection = connect(old)) {
                Forgotten.fill(connection, home);
                tables = all(connection, "select organization :: text from organization order by id");
                assertThat(Backup.make(connection, home, file, false))
                        .contains("holds")
                        .contains("rows of");
            }
        }
        Outcome restored = Restore.run(folder.resolve("new").toString(), file.toString());
        assertThat(restored.sentence()).contains("Restored");
        assertThat(restored.status()).isZero();
        assertThat(folder.resolve("new/bucket.key")).hasContent("secret");
        try (BundledPostgres now = BundledPostgres.start(folder.resolve("new/postgres"), 0);
                Connection connection = connect(now)) {
            assertThat(all(connection, "select organization :: text from organization order by id"))
                    .isEqualTo(tables);
            assertThat(new CopiedTables(connection).schema()).isEqualTo(Product.schema());
            Forgotten.assertForgotten(connection);
            assertWhole(connection);
            refusesAForeignSequence(connection);
            refusesAForeignTable(connection, home);
        }
    }

    private void refusesAForeignTable(Connection connection, Path home) throws SQLException {
        run(connection, "create table spatial_ref_sys (srid int)");
        Path second = folder.resolve("second");
        Outcome foreign = Outcome.of(() -> Backup.make(connection, home, second, false));
        assertThat(foreign.sentence()).contains("are not Kontor's: spatial_ref_sys.");
        assertThat(foreign.status()).isEqualTo(2);
        assertThat(second).doesNotExist();
    }

    /** Its name is never part of a statement. */
    private static void refusesAForeignSequence(Connection connection) {
        String name = "annot_id\"' :: regclass, 7, true); select ('1";
        Outcome foreign = Outcome.of(() -> {
            Manifest.Sequence sequence = new Manifest.Sequence(name, 7, true);
            new LoadedTables(connection).wake(List.of(sequence), new Progress(System.err, "Test", 1));
            return "";
        });
        assertThat(foreign.sentence()).isEqualTo("The backup has a sequence that is not of its schema: " + name + ".");
    }

    /** Every index, reference and trigger is what the migrations make, and awake. */
    private static void assertWhole(Connection connection) throws Exception {
        String software = System.getProperty("kontor.software", "../database/target/software");
        String schema = """
            select pg_get_indexdef(indexrelid) from pg_index i join pg_class c on c.oid = indexrelid
            where relnamespace = 'public' :: regnamespace
            union all select conrelid :: regclass || conname || pg_get_constraintdef(oid) || convalidated from pg_constraint
            where connamespace = 'public' :: regnamespace
            union all select pg_get_triggerdef(oid) || tgenabled :: text from pg_trigger where not tgisinternal
            order by 1\
            """;
        try (BundledPostgres fresh =
                        BundledPostgres.startDisposable(Path.of(software).toAbsolutePath());
                Connection other = migrated(fresh)) {
            assertThat(all(connection, schema)).isEqualTo(all(other, schema)).hasSizeGreaterThan(200);
        }
        assertThat(all(connection, "select nextval('annot_id')")).containsExactly("42");
        assertThat(all(connection, "insert into loose_content (digest) values ('2') returning id"))
                .containsExactly("2");
    }

    private static Connection migrated(BundledPostgres fresh) throws SQLException {
        Migrations.apply(fresh.url(), fresh.user(), fresh.password());
        return connect(fresh);
    }

    @Test
    void refusesANewerOne() throws Exception {
        pack(Product.schema() + 1);
        Outcome refused = Restore.run(folder.resolve("new").toString(), file.toString());
        assertThat(refused.status()).isEqualTo(2);
        assertThat(refused.sentence()).contains("made by a newer Kontor").contains("schema " + (Product.schema() + 1));
        assertThat(folder.resolve("new/postgres")).doesNotExist();
    }

    @Test
    void refusesWhatWasAltered() throws Exception {
        pack(Product.schema());
        byte[] bytes = Files.readAllBytes(file);
        int at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("something");
        bytes[at]++;
        Files.write(file, bytes);
        Outcome refused = Restore.run(folder.resolve("new").toString(), file.toString());
        assertThat(refused.status()).isEqualTo(1);
        assertThat(refused.sentence()).startsWith("Not restored").contains("is damaged");
        assertThat(folder.resolve("new/postgres")).doesNotExist();
        assertThat(folder.resolve("new/restoring")).doesNotExist();
    }

    @Test
    void refusesWhatIsNone() throws Exception {
        Files.writeString(file, "hello");
        assertThat(Restore.run(folder.resolve("new").toString(), file.toString())
                        .status())
                .isEqualTo(1);
        Outcome none = Restore.run(
                folder.resolve("new").toString(), folder.resolve("none").toString());
        assertThat(none.sentence()).contains("There is no file");
    }

    @Test
    void doesNotReplaceAFileUnasked() throws Exception {
        Files.writeString(file, "precious");
        UnfinishedFile mine = UnfinishedFile.named(folder.resolve("other"), false, 0);
        try (mine) {
            Outcome two = Outcome.of(() -> {
                UnfinishedFile.named(folder.resolve("other"), false, 0).close();
                return "";
            });
            assertThat(two.sentence()).contains("Another backup is writing");
        }
        Outcome refused = Outcome.of(() -> {
            UnfinishedFile.named(file, false, 0).close();
            return "";
        });
        assertThat(refused.sentence()).contains("is there already").contains("--replace");
        Outcome full = Outcome.of(() -> {
            try (UnfinishedFile wanted = UnfinishedFile.named(file, true, Long.MAX_VALUE / 2)) {
                wanted.require(1);
            }
            return "";
        });
        assertThat(full.sentence()).contains("has room for 0 MiB");
        assertThat(full.status()).isEqualTo(2);
        Outcome midway = Outcome.of(() -> {
            try (UnfinishedFile wanted = UnfinishedFile.named(file, true, Long.MAX_VALUE / 2)) {
                wanted.out().write(new byte[17 << 20]);
            }
            return "";
        });
        assertThat(midway.sentence()).contains("got full").contains("stay free");
        assertThat(midway.status()).isEqualTo(1);
        assertThat(file).hasContent("precious");
    }

    @Test
    void leavesAnothersUnfinishedFileAlone() throws Exception {
        Path unfinished = folder.resolve("all.backup.unfinished");
        UnfinishedFile taken = UnfinishedFile.named(file, false, 0);
        Files.delete(unfinished);
        UnfinishedFile mine = UnfinishedFile.named(file, false, 0);
        try (mine;
                taken) {
            Outcome lost = Outcome.of(() -> {
                taken.finish();
                return "";
            });
            assertThat(lost.sentence()).contains("was taken away while it was written");
            taken.close();
            assertThat(unfinished).exists();
            mine.finish();
            Files.writeString(unfinished, "of the next one");
        }
        assertThat(file).exists();
        assertThat(unfinished).hasContent("of the next one");
    }

    private void pack(int schema) throws IOException {
        Manifest.Head head = new Manifest.Head(1, "test", schema, "18", Instant.EPOCH, List.of());
        try (Packing packing = new Packing(Files.newOutputStream(file), head)) {
            packing.key("bucket.key", "something".getBytes(StandardCharsets.UTF_8));
            packing.finish(List.of(), List.of());
        }
    }

    private static Connection connect(BundledPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    static void run(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    static List<String> all(Connection connection, String query) throws SQLException {
        List<String> rows = new ArrayList<>();
        try (Statement sql = connection.createStatement();
                ResultSet found = sql.executeQuery(query)) {
            while (found.next()) {
                rows.add(found.getString(1));
            }
        }
        return rows;
    }
}
