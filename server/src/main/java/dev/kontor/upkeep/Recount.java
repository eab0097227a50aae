package dev.kontor.upkeep;

import dev.kontor.node.HomeDatabase;
import dev.kontor.usage.StorageCounts;
import dev.kontor.usage.StorageCounts.Difference;
import dev.kontor.usage.StorageCounts.Sums;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;

/**
 * {@code ./kontor recount}: counts from scratch what every project stores, compares it with what was kept, and repairs it
 * (O-08). Beside a running server or without one. Ends with 0 where nothing differed, with 1 where something did.
 */
public final class Recount {
    private static final int PAGE = 100;

    private Recount() {}

    /** @param arguments the home */
    public static void main(String... arguments) throws IOException, SQLException {
        LoggingSystem.get(Recount.class.getClassLoader()).setLogLevel(LoggingSystem.ROOT_LOGGER_NAME, LogLevel.WARN);
        try {
            boolean well = HomeDatabase.with(Path.of(arguments[0]), connection -> recount(connection, System.out));
            System.exit(well ? 0 : 1);
        } catch (HomeDatabase.Impossible impossible) {
            System.err.println(impossible.getMessage());
            System.exit(2);
        }
    }

    /** Says whether nothing differed. */
    static boolean recount(Connection connection, PrintStream out) {
        StorageCounts counts = new StorageCounts(DSL.using(connection, SQLDialect.POSTGRES));
        long projects = 0;
        long different = 0;
        UUID after = null;
        for (List<UUID> page; !(page = counts.projects(after, PAGE)).isEmpty(); after = page.getLast()) {
            for (UUID project : page) {
                projects++;
                different +=
                        counts.recount(project).map(found -> told(found, out)).orElse(0);
            }
        }
        out.printf("%,d projects counted: %s%n", projects, different == 0 ? "all as kept." : different + " repaired.");
        return different == 0;
    }

    private static int told(Difference found, PrintStream out) {
        out.printf(
                "%s (%s): %,d contents were not counted, %,d wrongly; was %s, is %s%n",
                found.name(),
                found.projectId(),
                found.missing(),
                found.surplus(),
                sums(found.kept()),
                sums(found.counted()));
        return 1;
    }

    private static String sums(Sums sums) {
        return "%,d bytes (open %,d)".formatted(sums.bytes(), sums.openBytes());
    }
}
