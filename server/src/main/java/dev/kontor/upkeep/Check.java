package dev.kontor.upkeep;

import dev.kontor.node.HomeDatabase;
import dev.kontor.storage.ContentFaults;
import dev.kontor.storage.Fault;
import dev.kontor.storage.Place;
import dev.kontor.version.HistoryFaults;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/**
 * {@code ./kontor check}: reads every content and compares it with its digest, and follows every reference, in one state
 * of the database. Beside a running server or without one, at constant memory. Ends with 0 where all is well, with 1
 * where something is not, of which each is told.
 */
public final class Check {
    private final FaultFinders finders;
    private final PrintStream out;
    private long faults;

    private Check(FaultFinders finders, PrintStream out) {
        this.finders = finders;
        this.out = out;
    }

    /** @param arguments the home */
    public static void main(String... arguments) throws IOException, SQLException {
        Path home = Path.of(arguments[0]);
        try {
            System.exit(HomeDatabase.with(home, connection -> check(connection, home, System.out)) ? 0 : 1);
        } catch (HomeDatabase.Impossible impossible) {
            System.err.println(impossible.getMessage());
            System.exit(2);
        }
    }

    private static boolean check(Connection connection, Path home, PrintStream out) throws SQLException, IOException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        try (FaultFinders finders = FaultFinders.over(connection, home)) {
            return new Check(finders, out).run(connection);
        }
    }

    private boolean run(Connection connection) throws SQLException, IOException {
        List<Place> missing = new ArrayList<>();
        finders.marks().faults().forEach(this::tell);
        ContentFaults.Checked read = finders.contents().find(this::tell, missing);
        HistoryFaults.Checked followed = finders.history().find(this::tell);
        connection.rollback();
        // in a later state: what the sweep took meanwhile was no fault
        finders.contents()
                .stillThere(missing)
                .forEach(digest -> tell(new Fault("content " + digest, "its file is missing")));
        connection.rollback();
        out.printf(
                "%,d contents (%,d bytes), %,d items, %,d versions: %s%n",
                read.contents(),
                read.bytes(),
                followed.items(),
                followed.versions(),
                faults == 0 ? "all is well." : "%,d faults.".formatted(faults));
        return faults == 0;
    }

    private void tell(Fault fault) {
        faults++;
        out.println(fault.thing() + ": " + fault.wrong());
    }
}
