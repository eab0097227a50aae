package dev.kontor.storage;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/**
 * The SQL of large contents while they are copied out, which takes longer than a transaction should. They are remembered as
 * one state of the database has them, and held: no sweep takes a file away until the session ends, in whatever way.
 */
@Component
public class BackedUpContents {
    /** Of the advisory lock, which is shared by those who copy; sweeps ask whether it is free. */
    static final long HELD = 0x6b6f_6e74_6f72_0001L;

    private static final int PAGE = 1_000;

    private final DSLContext sql;
    private final LargeContents large;

    BackedUpContents(DSLContext sql, LargeContents large) {
        this.sql = sql;
        this.large = large;
    }

    /** Before the state is looked at: what a sweep has in hand now is no content in it any more. */
    public void hold() {
        sql.execute("select pg_advisory_lock_shared({0})", val(HELD));
    }

    /** @param contents of so many bytes */
    public record Sums(long contents, long bytes) {}

    /** In the transaction that sees the state. */
    public Sums remember() {
        sql.execute(
                "create temporary table backed_up_content as select row_number() over (order by digest) as n, digest,"
                        + " size, crc32, object_id from content where bytes is null");
        sql.execute("alter table backed_up_content add primary key (n)");
        return sql.fetchSingle("select count(*), coalesce(sum(size), 0) :: bigint from backed_up_content")
                .map(row -> new Sums(row.get(0, long.class), row.get(1, long.class)));
    }

    /** One of them, in their order. */
    public record Numbered(long n, Content content) {}

    /** The next ones; each page also asks whether the session, which holds them, is still there. */
    public List<Numbered> after(long last) {
        return sql.fetch(
                        "select n, digest, size, crc32, object_id from backed_up_content where n > {0} order by n"
                                + " limit {1}",
                        val(last), inline(PAGE))
                .map(row -> new Numbered(
                        row.get("n", long.class),
                        new Content(
                                Digest.of(row.get("digest", byte[].class)),
                                row.get("size", long.class),
                                row.get("crc32", long.class),
                                null,
                                row.get("object_id", UUID.class))));
    }

    public InputStream open(Content content) throws IOException {
        return large.open(content, 0, content.size());
    }
}
