package kontor.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The file in which a running PostgreSQL says who it is; what it left behind when it could not tidy up. */
record PostmasterPid(Path data) {
    private static final Duration STOP = Duration.ofSeconds(60);

    /** Whether the process that writes this file accepts connections: its first line is the process, its eighth the state. */
    boolean ready(long process) throws IOException {
        List<String> lines = lines();
        return lines.size() > 7
                && lines.getFirst().strip().equals(Long.toString(process))
                && lines.get(7).startsWith("ready");
    }

    /**
     * Makes room for a new server. One that still runs on this folder has lost its Kontor and is stopped. A process
     * that is a zombie or somebody else's stopped long ago, yet PostgreSQL would take it for itself: only then the
     * file is deleted; in all other cases PostgreSQL knows better.
     */
    void clear() throws IOException, InterruptedException {
        Optional<ProcessHandle> named = lines().stream().findFirst().flatMap(line -> process(line.strip()));
        if (named.isEmpty()) {
            return;
        }
        ProcessHandle process = named.get();
        if (zombie(process) || !postgresHere(process)) {
            Files.deleteIfExists(file());
        } else {
            stop(process);
        }
    }

    private Path file() {
        return data.resolve("postmaster.pid");
    }

    private List<String> lines() throws IOException {
        return Files.exists(file()) ? Files.readAllLines(file()) : List.of();
    }

    private static Optional<ProcessHandle> process(String id) {
        return id.matches("\\d+") ? ProcessHandle.of(Long.parseLong(id)) : Optional.empty();
    }

    private void stop(ProcessHandle process) throws IOException, InterruptedException {
        new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        long end = System.nanoTime() + STOP.toNanos();
        while (process.isAlive() && !zombie(process)) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException(
                        "PostgreSQL still runs as process %d on %s and does not stop.".formatted(process.pid(), data));
            }
            Thread.sleep(20);
        }
        Files.deleteIfExists(file());
    }

    private boolean postgresHere(ProcessHandle process) {
        return process.info().arguments().map(List::of).orElse(List.of()).contains(data.toString());
    }

    private static boolean zombie(ProcessHandle process) throws IOException {
        Path status = Path.of("/proc", Long.toString(process.pid()), "stat");
        if (!Files.exists(status)) {
            return false;
        }
        String line = Files.readString(status);
        return line.startsWith("Z", line.lastIndexOf(')') + 2);
    }
}
