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

/** What a backup of an older Kontor becomes, what is forgotten on the way, and what is refused before anything is made. */
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
                fill(connection);
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
            assertForgotten(connection);
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

    private static void fill(Connection connection) throws SQLException {
        run(connection, """
            with o as (insert into organization (name, created_at) values ('Acme', now()) returning id),
            u as (insert into app_user (organization_id, name, email, created_at)
                  select id, 'Olga', 'olga@kontor.test', now() from o returning id)
            insert into session (digest, user_id, created_at, last_used_at, expires_at)
            select '1', id, now(), now(), now() + interval '1 day' from u\
            """);
        run(connection, """
            insert into mail (kind, address, due_at, created_at, words)
            values ('PASSWORD_RESET', 'olga@kontor.test', now(), now(), '{"secret": true}')\
            """);
        run(connection, "insert into untold_event (event_id, due_at) values (uuidv7(), now())");
        run(connection, "insert into loose_file (digest, object_id) values ('1', uuidv7())");
        run(
                connection,
                "insert into content (digest, size, crc32, bytes, stored_at)"
                        + " values (sha256('one'), 3, 1, 'one', now())");
        run(connection, "select setval('annot_id', 41)");
        run(connection, "insert into loose_content (digest) values ('1')");
        fillEnds(connection);
    }

    /** A warning that has rested, and a project at its last moment in the trash. */
    private static void fillEnds(Connection connection) throws SQLException {
        run(connection, "set session_replication_role = replica"); // one row after the other
        run(connection, """
            with u as (select id, organization_id from app_user),
            w as (insert into workspace (organization_id, owner_id, name, created_by, created_at)
                  select organization_id, id, 'Acme', id, now() from u returning id, owner_id, organization_id),
            c as (insert into collaborator (workspace_id, organization_id, types, created_at)
                  select id, organization_id, '{OWNER}', now() from w),
            m as (insert into member (workspace_id, user_id, organization_id, types, joined_at, sort_name)
                  select id, owner_id, organization_id, '{OWNER}', now(), 'olga' from w),
            p as (insert into project (workspace_id, name, creator_id, created_at, trashed_at)
                  select id, 'Cats', owner_id, now(), now() - interval '29 days' from w)
            insert into warning (workspace_id, ending, deadline, lead_ms, warned_at, watched_ms)
            select id, 'PURGE', now() + interval '5 minutes', 1, now() - interval '1 day', 0 from w\
            """);
        run(connection, "set session_replication_role = origin");
    }

    private static void assertForgotten(Connection connection) throws SQLException {
        assertThat(all(connection, "select count(*) from session")).containsExactly("0");
        assertThat(all(connection, "select count(*) from loose_file")).containsExactly("0");
        assertThat(all(connection, "select state || words from mail")).containsExactly("DROPPED{}");
        assertThat(all(connection, "select quiet from untold_event")).containsExactly("t");
        // nothing ends at once that was saved after the backup
        assertThat(all(connection, "select count(*) from warning")).containsExactly("0");
        assertThat(all(connection, "select trashed_at > now() - interval '1 day' from project"))
                .containsExactly("t");
        // what counts transactions is the old database's alone: whoever adds another such column, forgets it in
        // restored()
        assertThat(all(connection, """
            select attrelid :: regclass || '.' || attname from pg_attribute a join pg_class c on c.oid = attrelid
            where relkind = 'r' and relnamespace = 'public' :: regnamespace
              and atttypid in ('xid8' :: regtype, 'xid' :: regtype) and attnum > 0\
            """)).containsExactly("project_storage.changed_by");
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

    private static void run(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static List<String> all(Connection connection, String query) throws SQLException {
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
