package dev.kontor.storage;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import java.util.List;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The SQL of contents that something let go of. One is deleted where nothing refers to it, with its picture's header and
 * thumbnails: not before every transaction has ended that could still refer to it by what it had read, and never while
 * somebody sends it, who holds its row.
 */
@Component
class LooseContents {
    private static final int BATCH = 500;

    private final DSLContext sql;

    LooseContents(DSLContext sql) {
        this.sql = sql;
    }

    /** From now on they are known to be let go of, by transactions that have ended. */
    @Transactional
    public void see() {
        sql.update(LOOSE_CONTENT)
                .set(LOOSE_CONTENT.SEEN_AT, field("clock_timestamp()", LOOSE_CONTENT.SEEN_AT.getDataType()))
                .where(LOOSE_CONTENT.SEEN_AT.isNull())
                .execute();
    }

    /** @param last to go on after; looked at so many, of which so many were deleted */
    record Batch(long last, int looked, int deleted) {}

    /** The next that may go. What somebody holds at the moment waits for another time. */
    @Transactional
    public Batch next(long after) {
        var loose = sql.fetch(
                "select id, digest from loose_content where id > {0} and seen_at < (select running_since()) order by"
                        + " id limit {1} for update skip locked",
                val(after), inline(BATCH));
        if (loose.isEmpty()) {
            return new Batch(after, 0, 0);
        }
        Long[] ids = loose.getValues("id", Long.class).toArray(Long[]::new);
        byte[][] digests = loose.getValues("digest", byte[].class).toArray(byte[][]::new);
        byte[][] free = hold(digests);
        int deleted = delete(free);
        sql.execute(
                "delete from loose_content l where l.id = any ({0}) and (l.digest = any ({1})"
                        + " or not exists (select from content c where c.digest = l.digest))",
                val(ids), val(free));
        return new Batch(ids[ids.length - 1], ids.length, deleted);
    }

    private byte[][] hold(byte[][] digests) {
        List<byte[]> free = sql.select(CONTENT.DIGEST)
                .from(CONTENT)
                .where(CONTENT.DIGEST.eq(any(digests)))
                .orderBy(CONTENT.DIGEST)
                .forUpdate()
                .skipLocked()
                .fetch(CONTENT.DIGEST);
        return free.toArray(byte[][]::new);
    }

    /**
     * A statement of its own, so that it sees all that came to refer to them until they were held. What was let go of once
     * more, too short ago, may be about to be referred to again by somebody who saw it before: that waits, too.
     */
    private int delete(byte[][] held) {
        return sql.fetchSingle("""
            with gone as (
                delete from content c
                where c.digest = any ({0}) and not content_used(c.digest)
                  and not exists (select from loose_content l
                                  where l.digest = c.digest and not coalesce(l.seen_at < (select running_since()), false))
                returning c.digest, c.object_id, c.bytes is null as large),
            files as (insert into loose_file (digest, object_id) select digest, object_id from gone where large)
            select count(*) from gone\
            """, val(held)).get(0, int.class);
    }

    /** Where a large one was whose row is gone. */
    record LooseFile(long id, Place place) {}

    List<LooseFile> files(long after) {
        return sql.select(LOOSE_FILE.ID, LOOSE_FILE.DIGEST, LOOSE_FILE.OBJECT_ID)
                .from(LOOSE_FILE)
                .where(LOOSE_FILE.ID.gt(after))
                .orderBy(LOOSE_FILE.ID)
                .limit(inline(BATCH))
                .fetch(row -> new LooseFile(row.value1(), new Place(Digest.of(row.value2()), row.value3())));
    }

    @Transactional
    public void forget(List<Long> files) {
        sql.deleteFrom(LOOSE_FILE)
                .where(LOOSE_FILE.ID.eq(any(files.toArray(Long[]::new))))
                .execute();
    }
}
