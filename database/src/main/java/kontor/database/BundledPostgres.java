package kontor.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * The PostgreSQL that comes with Kontor: listens on loopback only, keeps its rows in a folder of ours, and stops by
 * itself when this process ends in any way, because the shell that guards it then reads the end of its input.
 */
public final class BundledPostgres implements AutoCloseable {
    public static final String USER = "kontor";
    public static final String DATABASE = "kontor";

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    /** Waits for the end of its input beside PostgreSQL, whose process takes this shell's place. */
    private static final String GUARD = """
        exec 3<&0
        (   trap '' INT TERM HUP
            cat <&3 >/dev/null
            kill -INT $$ 2>/dev/null
            [ -n "$DISPOSABLE" ] || exit 0
            for second in 1 2 3 4 5 6 7 8 9 10; do kill -0 $$ 2>/dev/null || break; sleep 0.2; done
            rm -rf "$DISPOSABLE"
        ) &
        exec 3<&-
        exec "$@" </dev/null\
        """;

    private final Process process;
    private final PostgresFolder folder;
    private final int port;

    private BundledPostgres(Process process, PostgresFolder folder, int port) {
        this.process = process;
        this.folder = folder;
        this.port = port;
    }

    /**
     * Starts PostgreSQL on a folder, which is made on first use.
     *
     * @param folder holds the rows, the programs, the password and the log
     * @param port 0 for any free one
     */
    public static BundledPostgres start(Path folder, int port) {
        return start(folder, folder, port);
    }

    static BundledPostgres start(Path folder, Path software, int port) {
        return start(() -> PostgresFolder.at(folder, software), port);
    }

    /**
     * Starts PostgreSQL on a temporary folder, for tests: fast, and gone afterwards.
     *
     * @param software where to unpack the programs, to be used again by the next one
     */
    public static BundledPostgres startDisposable(Path software) {
        return start(() -> PostgresFolder.disposable(software), 0);
    }

    /** Deletes a folder that one was started on, whatever came of it; one that still runs there is stopped. */
    public static void discard(Path folder) throws IOException {
        try {
            if (Files.exists(folder)) {
                Path root = folder.toRealPath();
                new PostmasterPid(root.resolve("data")).clear();
                Folders.delete(root);
            }
            Files.deleteIfExists(folder); // what is left of a link
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    public String url() {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + DATABASE;
    }

    public String user() {
        return USER;
    }

    public String password() {
        return folder.password();
    }

    public int port() {
        return port;
    }

    /** Lets PostgreSQL end its sessions and write what it has to, and returns when it has stopped. */
    @Override
    public void close() {
        try {
            process.getOutputStream().close();
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                throw new IllegalStateException("PostgreSQL does not stop; see " + folder.log());
            }
            folder.closed();
        } catch (IOException fault) {
            throw new IllegalStateException("PostgreSQL did not stop cleanly; see " + folder.log(), fault);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }

    private interface FolderSource {
        PostgresFolder open() throws IOException, InterruptedException;
    }

    private static BundledPostgres start(FolderSource source, int port) {
        try {
            PostgresFolder folder = source.open();
            new PostmasterPid(folder.data()).clear();
            int chosen = port == 0 ? freePort() : port;
            BundledPostgres postgres = new BundledPostgres(launch(folder, chosen), folder, chosen);
            postgres.awaitReady();
            return postgres;
        } catch (IOException fault) {
            throw new IllegalStateException("PostgreSQL cannot start: " + fault.getMessage(), fault);
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PostgreSQL was starting", interrupt);
        }
    }

    private static Process launch(PostgresFolder folder, int port) throws IOException {
        List<String> command = new ArrayList<>(Account.ownSession());
        command.addAll(folder.account().prefix());
        command.addAll(List.of("sh", "-c", GUARD, "kontor-postgres"));
        command.addAll(List.of(
                folder.software().program("postgres").toString(),
                "-D",
                folder.data().toString()));
        PostgresOptions.of(folder.durable(), port).forEach((name, value) -> command.add("--" + name + "=" + value));
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.directory(folder.data().toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("PG") || name.startsWith("LC_"));
        builder.environment()
                .putAll(Map.of(
                        "LC_ALL",
                        "C",
                        "DISPOSABLE",
                        folder.durable() ? "" : folder.root().toString()));
        builder.redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(folder.log().toFile()));
        return builder.start();
    }

    private void awaitReady() throws IOException, InterruptedException {
        PostmasterPid pid = new PostmasterPid(folder.data());
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!pid.ready(process.pid())) {
            if (process.waitFor(5, TimeUnit.MILLISECONDS)) {
                throw new IOException(
                        "it ended at once; the last lines of %s:%n%s".formatted(folder.log(), lastLines()));
            }
            if (System.nanoTime() > end) {
                close();
                throw new IOException("it is not ready after %s; see %s".formatted(PATIENCE, folder.log()));
            }
        }
    }

    private String lastLines() throws IOException {
        List<String> lines = Files.readAllLines(folder.log());
        return String.join("\n", lines.subList(Math.max(0, lines.size() - 5), lines.size()));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
