package dev.kontor.backup;

import java.time.Instant;
import java.util.List;

/**
 * What stands at the end of a backup: what it holds, so that nothing of it can be missing or another thing.
 *
 * @param keys files of the home with which something in the database is encrypted
 */
record Manifest(Head head, List<Rows> tables, List<Sequence> sequences, List<Key> keys, Files files) {
    static final int FORMAT = 1;

    Manifest {
        tables = List.copyOf(tables);
        sequences = List.copyOf(sequences);
        keys = List.copyOf(keys);
    }

    /**
     * What stands at its beginning, so that one that cannot be restored is known at once.
     *
     * @param format of the file
     * @param product by which version of Kontor it was made
     * @param schema of the tables: the number of the last migration
     */
    record Head(int format, String product, int schema, String postgres, Instant madeAt, List<Shape> tables) {
        Head {
            tables = List.copyOf(tables);
        }
    }

    /** A table and those of its columns that are not computed, in the order in which they are copied. */
    record Shape(String name, List<String> columns) {
        Shape {
            columns = List.copyOf(columns);
        }
    }

    /** @param sha256 of all its bytes in PostgreSQL's binary format */
    record Rows(String table, long rows, long bytes, String sha256) {}

    record Sequence(String name, long last, boolean called) {}

    record Key(String name, String sha256) {}

    /** Large contents. @param sha256 of their digests, in their order */
    record Files(long contents, long bytes, String sha256) {}
}
