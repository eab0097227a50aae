package dev.kontor.backup;

import dev.kontor.node.HomeDatabase.Impossible;
import dev.kontor.storage.FullDisk;
import dev.kontor.web.Refused;
import java.io.IOException;
import java.sql.SQLException;
import org.jooq.exception.DataAccessException;

/**
 * How a command ended, for whoever typed it.
 *
 * @param status of the process: 0 done, 1 something failed, 2 it could not begin
 */
record Outcome(int status, String sentence) {

    interface Work {
        String run() throws IOException, SQLException;
    }

    static Outcome of(Work work) {
        try {
            return new Outcome(0, work.run());
        } catch (Impossible impossible) {
            return new Outcome(2, String.valueOf(impossible.getMessage()));
        } catch (Damaged | Refused | IllegalStateException damaged) {
            return new Outcome(1, String.valueOf(damaged.getMessage()));
        } catch (IOException e) {
            return new Outcome(1, FullDisk.is(e) ? "The disk is full." : "The disk failed: " + e.getMessage());
        } catch (SQLException | DataAccessException e) {
            return new Outcome(1, "The database failed, or was stopped: " + firstLine(e));
        }
    }

    private static String firstLine(Exception e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("");
    }

    /** Ends the process. */
    void end() {
        (status == 0 ? System.out : System.err).println(sentence);
        System.exit(status);
    }

    Outcome unlessDone(String otherwise) {
        return status == 0 ? this : new Outcome(status, otherwise + ": " + sentence);
    }

    static String sentence(String what, Manifest manifest, long bytes, long start) {
        double seconds = (System.nanoTime() - start) / 1e9;
        return "%s %,d rows of %d tables and %,d large contents as of %s: %,.1f MiB in %,.1f s."
                .formatted(
                        what,
                        manifest.tables().stream()
                                .mapToLong(Manifest.Rows::rows)
                                .sum(),
                        manifest.tables().size(),
                        manifest.files().contents(),
                        manifest.head().madeAt(),
                        bytes / (double) (1 << 20),
                        seconds);
    }
}
