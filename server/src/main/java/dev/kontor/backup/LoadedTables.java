package dev.kontor.backup;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/**
 * The SQL that loads a database: into tables as migrations made them, with no trigger awake (they did their work when the rows
 * were written first). Indexes and references are taken off before and put on again after, which is quicker, and by which
 * PostgreSQL compares every reference.
 */
final class LoadedTables {
    private static final String REFERENCES = """
        select format('alter table %s drop constraint %I', conrelid :: regclass, conname),
               format('alter table %s add constraint %I %s', conrelid :: regclass, conname, pg_get_constraintdef(oid))
        from pg_constraint
        where contype = 'f' and connamespace = 'public' :: regnamespace
        order by conrelid, conname\
        """;

    private static final String INDEXES = """
        select format('drop index %s', i.indexrelid :: regclass), pg_get_indexdef(i.indexrelid)
        from pg_index i
        join pg_class c on c.oid = i.indexrelid
        where c.relnamespace = 'public' :: regnamespace
          and not exists (select from pg_constraint p where p.conindid = i.indexrelid)
        order by i.indrelid, i.indexrelid\
        """;

    private static final String SEQUENCE = """
        select setval(oid :: regclass, ?, ?) from pg_class
        where relnamespace = 'public' :: regnamespace and relkind = 'S' and relname = ?\
        """;

    private final Connection connection;
    private final List<String> putOn = new ArrayList<>();
    private @Nullable CopyIn copy;

    LoadedTables(Connection connection) {
        this.connection = connection;
    }

    /** Empty, bare and asleep. Refused where the tables are others than those that were copied. */
    void prepare(Manifest.Head head) throws SQLException {
        List<Manifest.Shape> shapes = CopiedTables.shapes(connection);
        if (!shapes.equals(head.tables())) {
            throw new Damaged("Schema %d of this Kontor has other tables than the backup's: restore it with version %s."
                    .formatted(head.schema(), head.product()));
        }
        run("set session_replication_role = replica");
        run("set synchronous_commit = off"); // all is made durable when PostgreSQL stops
        run("set maintenance_work_mem = '256MB'");
        run("truncate "
                + shapes.stream()
                        .map(shape -> CopiedTables.quoted(shape.name()))
                        .collect(Collectors.joining(", ")));
        List<String> references = takeOff(REFERENCES);
        putOn.addAll(takeOff(INDEXES));
        putOn.addAll(references);
    }

    /** How each is put on again. */
    private List<String> takeOff(String query) throws SQLException {
        List<String> off = new ArrayList<>();
        List<String> on = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            while (rows.next()) {
                off.add(rows.getString(1));
                on.add(rows.getString(2));
            }
        }
        for (String one : off) {
            run(one);
        }
        return on;
    }

    void begin(Manifest.Shape shape) throws SQLException {
        copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("copy %s from stdin (format binary)".formatted(CopiedTables.named(shape)));
    }

    void part(byte[] bytes, int length) throws SQLException {
        Objects.requireNonNull(copy).writeToCopy(bytes, 0, length);
    }

    /** So many rows. */
    long end() throws SQLException {
        return Objects.requireNonNull(copy).endCopy();
    }

    /** Refused by PostgreSQL where a row refers to one that is not there. */
    void wake(List<Manifest.Sequence> sequences, Progress progress) throws SQLException {
        for (int i = 0; i < putOn.size(); i++) {
            progress.phase("index or reference %d of %d".formatted(i + 1, putOn.size()));
            run(putOn.get(i));
        }
        for (Manifest.Sequence one : sequences) {
            put(one);
        }
        run("set session_replication_role = origin");
    }

    /** The file is not trusted with its names: only a sequence of the schema is set. */
    private void put(Manifest.Sequence sequence) throws SQLException {
        try (PreparedStatement sql = connection.prepareStatement(SEQUENCE)) {
            sql.setLong(1, sequence.last());
            sql.setBoolean(2, sequence.called());
            sql.setString(3, sequence.name());
            try (ResultSet set = sql.executeQuery()) {
                if (!set.next()) {
                    throw new Damaged("The backup has a sequence that is not of its schema: " + sequence.name() + ".");
                }
            }
        }
    }

    /**
     * With the present schema: forgets what is not true here, and lets PostgreSQL look at what it has.
     *
     * @param takesOver whether the stores of the settings become this one's, whoever's they were
     */
    void settle(boolean takesOver) throws SQLException {
        run("select restored()");
        if (takesOver) {
            run("select takes_over()");
        }
        run("vacuum (freeze, analyze)");
    }

    private void run(String statement) throws SQLException {
        try (Statement sql = connection.createStatement()) {
            sql.execute(statement);
        }
    }
}
