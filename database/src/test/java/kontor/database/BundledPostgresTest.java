package kontor.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** PostgreSQL keeps what was committed and never outlives us, however we end. */
class BundledPostgresTest {
    @TempDir
    Path home;

    @BeforeEach
    void letOthersPass() throws IOException {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
    }

    @Test
    void keepsRowsOverARestart() throws IOException, SQLException {
        try (BundledPostgres postgres = start()) {
            run(postgres, "create table kept (word text)");
            run(postgres, "insert into kept values ('Grüße')");
        }
        try (BundledPostgres postgres = start()) {
            assertEquals("Grüße", ask(postgres, "select word from kept"));
            assertEquals("on", ask(postgres, "show fsync"));
            assertEquals("off", ask(postgres, "show jit"));
        }
        Path password = home.resolve("postgres").resolve("password");
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(password)));
    }

    @Test
    void stopsAndStartsAgainWhenKontorIsKilled() throws IOException, InterruptedException, SQLException {
        Process kontor = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-classpath",
                        System.getProperty("java.class.path"),
                        "-Dkontor.software=" + software(),
                        Victim.class.getName(),
                        home.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (BufferedReader output = kontor.inputReader()) {
            assertEquals("started", output.readLine());
        }
        kontor.destroyForcibly().waitFor();
        for (int tries = 0; running() && tries < 100; tries++) {
            Thread.sleep(50);
        }
        assertFalse(running(), "PostgreSQL still runs");
        try (BundledPostgres postgres = start()) {
            assertEquals("committed", ask(postgres, "select word from kept"));
        }
    }

    @Test
    void isNotMisledByAProcessThatTookItsNumber() throws IOException, SQLException {
        start().close();
        Path data = home.resolve("postgres").resolve("data");
        Files.writeString(
                data.resolve("postmaster.pid"), ProcessHandle.current().pid() + "\n" + data + "\n");
        try (BundledPostgres postgres = start()) {
            assertEquals("1", ask(postgres, "select 1"));
        }
    }

    @Test
    void endsAnotherThatWasLeftOnTheFolder() throws SQLException {
        BundledPostgres left = start();
        try (BundledPostgres postgres = start()) {
            assertEquals("1", ask(postgres, "select 1"));
        }
        left.close();
    }

    @Test
    void leavesNothingOfADisposableOne() throws IOException, SQLException {
        Path data;
        try (BundledPostgres postgres = BundledPostgres.startDisposable(software())) {
            data = Path.of(ask(postgres, "show data_directory"));
            assertTrue(Files.exists(data));
        }
        assertFalse(Files.exists(data.getParent()));
    }

    /** Stands for a Kontor that is about to be killed. */
    static final class Victim {
        public static void main(String[] arguments) throws Exception {
            BundledPostgres postgres = BundledPostgres.start(Path.of(arguments[0], "postgres"), software(), 0);
            run(postgres, "create table kept (word text)");
            run(postgres, "insert into kept values ('committed')");
            System.out.println("started");
            TimeUnit.MINUTES.sleep(1);
        }
    }

    private BundledPostgres start() {
        return BundledPostgres.start(home.resolve("postgres"), software(), 0);
    }

    private boolean running() {
        return Files.exists(home.resolve("postgres").resolve("data").resolve("postmaster.pid"));
    }

    private static Path software() {
        return Path.of(System.getProperty("kontor.software", "target/software")).toAbsolutePath();
    }

    private static Connection connect(BundledPostgres postgres) throws SQLException {
        return DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password());
    }

    private static void run(BundledPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String ask(BundledPostgres postgres, String sql) throws SQLException {
        try (Connection connection = connect(postgres);
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            assertTrue(rows.next());
            return rows.getString(1);
        }
    }
}
