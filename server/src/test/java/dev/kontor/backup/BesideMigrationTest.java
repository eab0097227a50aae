package dev.kontor.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.locks.LockSupport;
import kontor.database.BundledPostgres;
import kontor.database.Migrations;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A backup beside a server that starts and brings the tables to another schema: of one schema, and never in the server's way. */
@Timeout(60)
class BesideMigrationTest {
    private static final int OLDER = 51;
    private static final String WAITING = "select count(*) from pg_stat_activity where wait_event_type = 'Lock'";

    private static BundledPostgres postgres;

    @TempDir
    Path folder;

    @BeforeAll
    static void start() {
        String software = System.getProperty("kontor.software", "../database/target/software");
        postgres = BundledPostgres.startDisposable(Path.of(software).toAbsolutePath());
        Migrations.tables(postgres.url(), postgres.user(), postgres.password(), OLDER);
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    /** A migration and the book of migrations are two transactions, of which the book's ends last. */
    @Test
    void lettingTheMigrationGoFirstItIsOfTheSchemaThatItSays() throws Exception {
        try (Connection migration = connect();
                Connection book = connect();
                Connection observer = connect();
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            migration.setAutoCommit(false);
            book.setAutoCommit(false);
            run(migration, "alter table workspace add column later text not null default 'known'");
            Future<Manifest.Head> backup = threads.submit(this::backedUp);
            awaitWaiting(observer, backup);
            // the backup holds this one by now, and waits for the other
            run(migration, "alter table app_user add column later text");
            run(book, """
                insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by,
                    execution_time, success) values (1000, '52', 'later', 'SQL', 'V52__later.sql', 'kontor', 1, true)\
                """);
            migration.commit();
            awaitWaiting(observer, backup);
            assertThat(backup.isDone()).as("what the book says is not true yet").isFalse();
            book.commit();
            Manifest.Head head = backup.get();
            assertThat(head.schema()).isEqualTo(52);
            assertThat(head.tables())
                    .filteredOn(shape -> shape.columns().contains("later"))
                    .extracting(Manifest.Shape::name)
                    .containsExactly("app_user", "workspace");
        }
    }

    @Test
    void refusesWhereThatTakesTooLong() throws Exception {
        try (Connection migration = connect();
                Connection mine = connect()) {
            migration.setAutoCommit(false);
            run(migration, "lock table project in access exclusive mode");
            Outcome refused = Outcome.of(() -> {
                new CopiedTables(mine).begin(Duration.ZERO);
                return "";
            });
            assertThat(refused.sentence()).contains("A server that starts is changing the tables");
            assertThat(refused.status()).isEqualTo(2);
            run(migration, "set local lock_timeout = '1s'");
            run(migration, "alter table app_user add column meanwhile text"); // of which nothing is held any more
        }
    }

    private Manifest.Head backedUp() throws IOException, SQLException {
        Path home = Files.createDirectories(folder.resolve("home"));
        Path file = folder.resolve("all.backup");
        try (Connection connection = connect()) {
            Backup.make(connection, home, file, false);
        }
        Progress progress = new Progress(System.err, "Test", 1);
        return new Unpacking(file, (digest, in) -> true, progress).read().head();
    }

    private static void awaitWaiting(Connection observer, Future<?> backup) throws SQLException {
        while (!backup.isDone() && one(observer, WAITING).equals("0")) {
            LockSupport.parkNanos(1_000_000);
        }
    }

    private static Connection connect() throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    private static void run(Connection connection, String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (Statement sql = connection.createStatement();
                ResultSet row = sql.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
