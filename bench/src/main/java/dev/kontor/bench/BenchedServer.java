package dev.kontor.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The server that is measured: a process of its own, started as {@code ./kontor serve} does, with the bench beside it. */
final class BenchedServer implements AutoCloseable {
    private static final String READY = "Kontor is ready at http://localhost:";

    private final Process process;
    private final int port;
    private final Http control;

    private BenchedServer(Process process, int port) throws IOException {
        this.process = process;
        this.port = port;
        this.control = new Http(port);
    }

    /** @param app the unpacked server, with the JVM's options that it is served with */
    record App(Path folder, List<String> options) {
        App {
            options = List.copyOf(options);
        }

        List<String> command(Path bench, Path home) {
            List<String> command = new ArrayList<>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(options);
            command.addAll(List.of("-cp", folder.resolve("kontor-app.jar") + ":" + bench, "dev.kontor.Kontor"));
            command.addAll(List.of("--kontor.home=" + home, "--server.port=0"));
            // one client plays everybody
            command.addAll(List.of("--kontor.limit.user=0", "--kontor.limit.address=0"));
            return command;
        }
    }

    static BenchedServer start(App app, Path bench, Path home) throws IOException {
        Path log = home.resolve("server.log");
        ProcessBuilder builder = new ProcessBuilder(app.command(bench, home));
        builder.environment().keySet().removeIf(name -> name.startsWith("KONTOR_") || name.startsWith("SPRING_"));
        Process process = builder.redirectError(log.toFile()).start();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(process::destroy)); // whatever happens here, nothing stays behind
        BufferedReader said = process.inputReader();
        for (String line = said.readLine(); line != null; line = said.readLine()) {
            if (line.startsWith(READY)) {
                Thread.ofVirtual().start(() -> keep(said, log));
                return new BenchedServer(process, Integer.parseInt(line.substring(READY.length())));
            }
            Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        }
        throw new IOException("The server did not start; see " + log);
    }

    private static void keep(BufferedReader said, Path log) {
        try (said) {
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                Files.writeString(log, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            }
        } catch (IOException ended) {
            // the server is gone, and with it what it had to say
        }
    }

    int port() {
        return port;
    }

    /** Seconds of processor time that were used up, and SQL statements that were sent, since the start. */
    record Usage(double server, double database, double load, long statements) {
        Usage since(Usage before) {
            return new Usage(
                    server - before.server,
                    database - before.database,
                    load - before.load,
                    statements - before.statements);
        }
    }

    Usage usage() throws IOException {
        long statements =
                Long.parseLong(control.fetch(Http.get("/bench/statements")).text());
        double database =
                process.descendants().mapToDouble(BenchedServer::seconds).sum();
        return new Usage(seconds(process.toHandle()), database, seconds(ProcessHandle.current()), statements);
    }

    static double seconds(ProcessHandle handle) {
        return handle.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }

    @Override
    public void close() throws IOException {
        control.close();
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException interrupt) {
            Thread.currentThread().interrupt();
        }
    }
}
