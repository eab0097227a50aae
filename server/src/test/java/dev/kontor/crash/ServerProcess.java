package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.Kontor;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The server as a process of its own, started as {@code ./kontor serve} starts it: with its PostgreSQL, and durable. */
final class ServerProcess {
    private static final Pattern READY = Pattern.compile("ready at http://localhost:(\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Path home;
    private final Process process;
    private final int port;

    private ServerProcess(Path home, Process process, int port) {
        this.home = home;
        this.process = process;
        this.port = port;
    }

    static ServerProcess start(Path home) throws IOException {
        return start(home, Map.of());
    }

    /** No process of it writes a file beyond so many bytes, or twice as many: shells count in blocks of two sizes. */
    static ServerProcess startLimited(Path home, long bytes) throws IOException {
        lend(home);
        List<String> command = limited(bytes, command(Kontor.class, "--kontor.home=" + home, "--server.port=0"));
        return ready(home, new ProcessBuilder(command).redirectErrorStream(true).start());
    }

    /** As {@link #operate}, with such a limit. */
    static Operated operateLimited(long bytes, Class<?> main, Path home, String file)
            throws IOException, InterruptedException {
        List<String> command = limited(bytes, command(main, home.toString(), file));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = process.inputReader().readAllAsString().strip();
        return new Operated(process.waitFor(), said);
    }

    private static List<String> limited(long bytes, List<String> command) {
        List<String> limited =
                new ArrayList<>(List.of("sh", "-c", "ulimit -f " + bytes / 512 + " && exec \"$@\"", "sh"));
        limited.addAll(command);
        return limited;
    }

    /** With variables of the environment, as an operator sets them. */
    static ServerProcess start(Path home, Map<String, String> environment) throws IOException {
        return ready(home, process(home, environment));
    }

    private static ServerProcess ready(Path home, Process process) throws IOException {
        StringBuilder said = new StringBuilder();
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            said.append(line).append('\n');
            Matcher ready = READY.matcher(line);
            if (ready.find()) {
                Thread.ofVirtual().start(() -> output.lines().forEach(System.out::println));
                return new ServerProcess(home, process, Integer.parseInt(ready.group(1)));
            }
        }
        throw new AssertionError("The server ended before it was ready:\n" + said);
    }

    /** All that a server says which does not start: it ends by itself, with a status that tells so. */
    static String refusal(Path home, Map<String, String> environment) throws IOException, InterruptedException {
        Process process = process(home, environment);
        String said = process.inputReader().readAllAsString().strip();
        assertThat(process.waitFor()).as(said).isEqualTo(1);
        return said;
    }

    /** What the operator does from the shell, as {@code ./kontor} does it: how it ended, and all that it said. */
    record Operated(int status, String said) {}

    static Operated operate(Class<?> command, Path home, String... more) throws IOException, InterruptedException {
        return operate(command, Map.of(), home, more);
    }

    static Operated operate(Class<?> command, Map<String, String> environment, Path home, String... more)
            throws IOException, InterruptedException {
        Process process = begin(command, environment, home, more);
        String said = process.inputReader().readAllAsString().strip();
        return new Operated(process.waitFor(), said);
    }

    /** Without awaiting its end. */
    static Process begin(Class<?> command, Map<String, String> environment, Path home, String... more)
            throws IOException {
        return java(
                command,
                environment,
                Stream.concat(Stream.of(home.toString()), Stream.of(more)).toArray(String[]::new));
    }

    private static Process process(Path home, Map<String, String> environment) throws IOException {
        if (!environment.containsKey("KONTOR_DATABASE_URL")) {
            lend(home);
        }
        return java(Kontor.class, environment, "--kontor.home=" + home, "--server.port=0");
    }

    private static Process java(Class<?> main, Map<String, String> environment, String... arguments)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command(main, arguments)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        return builder.start();
    }

    private static List<String> command(Class<?> main, String... arguments) throws IOException {
        Rehearsal rehearsal = rehearsal();
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(Rehearsal.options());
        command.addAll(
                List.of("-XX:AOTCache=" + rehearsal.cache(), "-classpath", rehearsal.classPath(), main.getName()));
        command.addAll(List.of(arguments));
        return command;
    }

    private static void lend(Path home) throws IOException {
        try {
            rehearsal().lend(home);
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private static Rehearsal rehearsal() throws IOException {
        try {
            return Rehearsal.done();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    int port() {
        return port;
    }

    /** SIGKILL: nothing in it gets a word in. */
    void kill() {
        process.destroyForcibly();
    }

    /** Its PostgreSQL ends by itself, and with it all of its processes. */
    void awaitNothingLeft() throws IOException, InterruptedException {
        process.waitFor();
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!left().isEmpty() && System.nanoTime() < end) {
            Thread.sleep(20);
        }
        assertThat(left()).as("PostgreSQL outlives its server").isEmpty();
        assertThat(home.resolve("postgres/data/postmaster.pid")).doesNotExist();
    }

    /** Processes that work in this home, or were started for it. */
    private List<String> left() throws IOException {
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            return processes
                    .filter(one -> one.getFileName().toString().matches("\\d+"))
                    .filter(this::works)
                    .map(Path::toString)
                    .toList();
        }
    }

    private boolean works(Path one) {
        try {
            return Files.readString(one.resolve("cmdline")).contains(home.toString())
                    || Files.readSymbolicLink(one.resolve("cwd")).startsWith(home);
        } catch (IOException gone) {
            return false;
        }
    }
}
