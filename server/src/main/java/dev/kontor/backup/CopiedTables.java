package dev.kontor.backup;

import dev.kontor.node.HomeDatabase.Impossible;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import kontor.tables.Public;
import org.jooq.Named;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * The SQL that copies a database out: all tables that there are, as the catalog names them, in one state. Migrations' own
 * book is left out; the restored database keeps one of its own.
 */
final class CopiedTables {
    static final String BOOK = "flyway_schema_history";

    /** Without what PostgreSQL computes by itself. */
    private static final String SHAPES = """
        select c.relname, array_agg(a.attname :: text order by a.attnum)
        from pg_class c
        join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = ''
        where c.relnamespace = 'public' :: regnamespace and c.relkind = 'r' and c.relname <> '%s'
        group by c.relname
        order by c.relname\
        """.formatted(BOOK);

    private static final int PART = 8 << 20;

    /** So long a server that changes the tables is waited for. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /** Less than after what PostgreSQL ends one of those who wait for each other. */
    private static final String GIVE_WAY = "500ms";

    private static final Duration PAUSE = Duration.ofMillis(200);
    private static final String LOCKED = "55P03";
    private static final String DROPPED = "42P01";

    private final Connection connection;
    private final byte[] part = new byte[PART];

    CopiedTables(Connection connection) {
        this.connection = connection;
    }

    /** The last migration. */
    int schema() throws SQLException {
        return Integer.parseInt(one("select max(version :: integer) from " + BOOK + " where success"));
    }

    String postgres() throws SQLException {
        return one("show server_version");
    }

    /** Bytes, about. */
    long size() throws SQLException {
        return Long.parseLong(one("select coalesce(sum(pg_table_size(oid)), 0) from pg_class"
                + " where relnamespace = 'public' :: regnamespace and relkind = 'r'"));
    }

    static List<Manifest.Shape> shapes(Connection connection) throws SQLException {
        List<Manifest.Shape> shapes = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(SHAPES)) {
            while (rows.next()) {
                shapes.add(new Manifest.Shape(
                        rows.getString(1), List.of((String[]) rows.getArray(2).getArray())));
            }
        }
        return shapes;
    }

    /** What no migration makes cannot be restored. Of another schema than this Kontor's it is not known what was made. */
    void requireOurs(Manifest.Head head) {
        if (head.schema() != Product.schema()) {
            return;
        }
        Set<String> ours =
                Public.PUBLIC.getTables().stream().map(Named::getName).collect(Collectors.toSet());
        String others = head.tables().stream()
                .map(Manifest.Shape::name)
                .filter(name -> !ours.contains(name))
                .collect(Collectors.joining(", "));
        if (!others.isEmpty()) {
            throw new Impossible("The database has tables in schema public that are not Kontor's: " + others
                    + ". A backup with them could not be restored: move them into another schema.");
        }
    }

    /**
     * No table changes its shape from here until the transaction ends, nor does the number of the last migration; rows are those
     * of a moment after that. A server that migrates goes first: it may hold what is waited for here, and wait for what is held.
     */
    List<Manifest.Shape> begin(Duration patience) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        for (long end = System.nanoTime() + patience.toNanos(); ; LockSupport.parkNanos(PAUSE.toNanos())) {
            List<Manifest.Shape> shapes = shapes(connection);
            connection.rollback();
            if (lock(shapes) && shapes(connection).equals(shapes)) {
                return shapes;
            }
            connection.rollback();
            if (System.nanoTime() > end) {
                throw new Impossible(
                        "A server that starts is changing the tables of the database, and a backup holds one"
                                + " state of them: try again when it is ready.");
            }
        }
    }

    /**
     * Takes no snapshot yet. The migrations' book comes first: each writes into it before it commits, in another transaction, so
     * what the book says is what the tables are only while nobody writes into it.
     */
    private boolean lock(List<Manifest.Shape> shapes) throws SQLException {
        String all = shapes.stream().map(shape -> quoted(shape.name())).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local lock_timeout = '" + GIVE_WAY + "'");
        }
        return locked("lock table " + BOOK + " in share mode", Set.of(LOCKED))
                && locked("lock table " + all + " in access share mode", Set.of(LOCKED, DROPPED));
    }

    private boolean locked(String statement, Set<String> otherwise) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
            return true;
        } catch (SQLException e) {
            if (otherwise.contains(String.valueOf(e.getSQLState()))) {
                return false;
            }
            throw e;
        }
    }

    void end() throws SQLException {
        connection.commit();
        connection.setAutoCommit(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    }

    Manifest.Rows copy(Manifest.Shape shape, Packing packing, Progress progress) throws SQLException, IOException {
        progress.phase("table " + shape.name());
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyOut("copy %s to stdout (format binary)".formatted(named(shape)));
        Parts parts = new Parts(shape.name(), packing, progress);
        for (byte[] bytes = copy.readFromCopy(); bytes != null; bytes = copy.readFromCopy()) {
            parts.add(bytes);
        }
        return parts.end(copy.getHandledRowCount());
    }

    /** Rows are gathered, so that the file has few members. */
    private final class Parts {
        private final String table;
        private final Packing packing;
        private final Progress progress;
        private final Sha256 sha = new Sha256();
        private int number;
        private int filled;
        private long bytes;

        Parts(String table, Packing packing, Progress progress) {
            this.table = table;
            this.packing = packing;
            this.progress = progress;
        }

        void add(byte[] row) throws IOException {
            for (int from = 0; from < row.length; ) {
                int length = Math.min(row.length - from, part.length - filled);
                System.arraycopy(row, from, part, filled, length);
                filled += length;
                from += length;
                if (filled == part.length) {
                    flush();
                }
            }
        }

        private void flush() throws IOException {
            packing.part(table, ++number, part, filled);
            sha.add(part, filled);
            bytes += filled;
            progress.add(filled);
            filled = 0;
        }

        Manifest.Rows end(long rows) throws IOException {
            if (filled > 0) {
                flush();
            }
            return new Manifest.Rows(table, rows, bytes, sha.hex());
        }
    }

    /** After the rows: they do not go back with a transaction, so they are never behind what was copied. */
    List<Manifest.Sequence> sequences() throws SQLException {
        List<Manifest.Sequence> sequences = new ArrayList<>();
        try (Statement statement = connection.createStatement()) {
            for (String name : names(statement)) {
                try (ResultSet row = statement.executeQuery("select last_value, is_called from " + quoted(name))) {
                    row.next();
                    sequences.add(new Manifest.Sequence(name, row.getLong(1), row.getBoolean(2)));
                }
            }
        }
        return sequences;
    }

    private static List<String> names(Statement statement) throws SQLException {
        List<String> names = new ArrayList<>();
        try (ResultSet rows = statement.executeQuery("select relname from pg_class"
                + " where relnamespace = 'public' :: regnamespace and relkind = 'S' order by relname")) {
            while (rows.next()) {
                names.add(rows.getString(1));
            }
        }
        return names;
    }

    static String named(Manifest.Shape shape) {
        return quoted(shape.name())
                + shape.columns().stream().map(CopiedTables::quoted).collect(Collectors.joining(", ", " (", ")"));
    }

    static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private String one(String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
