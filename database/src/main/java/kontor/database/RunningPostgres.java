package kontor.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A bundled PostgreSQL that another process of ours started, for tools that work beside a running server. */
public record RunningPostgres(String url, String user, String password) {

    /** The one that runs on that folder, read from what it wrote there. */
    public static Optional<RunningPostgres> at(Path folder) {
        Path pid = folder.resolve("data").resolve("postmaster.pid");
        Path password = folder.resolve("password");
        try {
            if (!Files.exists(pid) || !Files.exists(password)) {
                return Optional.empty();
            }
            List<String> lines = Files.readAllLines(pid);
            if (lines.size() < 8 || !lines.get(7).startsWith("ready")) {
                return Optional.empty();
            }
            String url = "jdbc:postgresql://127.0.0.1:" + lines.get(3).strip() + "/" + BundledPostgres.DATABASE;
            return Optional.of(new RunningPostgres(
                    url, BundledPostgres.USER, Files.readString(password).strip()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        }
    }
}
