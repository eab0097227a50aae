package dev.kontor.upkeep;

import dev.kontor.storage.ContentFaults;
import dev.kontor.storage.Installations;
import dev.kontor.storage.OperatorContents;
import dev.kontor.storage.StoreMarks;
import dev.kontor.version.HistoryFaults;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;

/** Those who look for faults, over one connection. */
record FaultFinders(OperatorContents store) implements AutoCloseable {

    static FaultFinders over(Connection connection, Path home) throws IOException {
        return new FaultFinders(OperatorContents.over(
                connection,
                home.toRealPath().resolve("contents"),
                ContentFaults.class,
                HistoryFaults.class,
                Installations.class,
                StoreMarks.class));
    }

    ContentFaults contents() {
        return store.get(ContentFaults.class);
    }

    StoreMarks marks() {
        return store.get(StoreMarks.class);
    }

    HistoryFaults history() {
        return store.get(HistoryFaults.class);
    }

    @Override
    public void close() {
        store.close();
    }
}
