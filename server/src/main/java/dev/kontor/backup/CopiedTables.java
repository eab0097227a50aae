package dev.kontor.backup;

import dev.kontor.node.HomeDatabase.Impossible;
import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
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

    /** No table changes its shape until the transaction ends. Takes no snapshot yet. */
    void begin(List<Manifest.Shape> shapes) throws SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        String all = shapes.stream().map(shape -> quoted(shape.name())).collect(Collectors.joining(", "));
        try (Statement statement = connection.createStatement()) {
            statement.execute("lock table " + all + " in access share mode");
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
