package dev.kontor.draft;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.storage.Digest;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/**
 * The SQL of what need not be sent again. A digest is never a key (section 10): it counts only where this person sent
 * it into this dataset, or may read it there; the same question is asked, in the same way, whether it exists or not.
 */
@Component
class SentContents {
    private final DSLContext sql;
    private final Clock clock;

    SentContents(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    void insert(Grant<InDataset> grant, Collection<Digest> digests) {
        BatchBindStep batch = sql.batch(sql.insertInto(
                        SENT_CONTENT,
                        SENT_CONTENT.DATASET_ID,
                        SENT_CONTENT.USER_ID,
                        SENT_CONTENT.DIGEST,
                        SENT_CONTENT.SENT_AT)
                .values((java.util.UUID) null, null, null, null)
                .onConflictDoNothing());
        for (Digest digest : new TreeSet<>(digests)) {
            batch = batch.bind(grant.id(), grant.actor().userId(), digest.bytes(), clock.instant());
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** That they were sent so long ago counts no more; how many, of the oldest. */
    int forget(Instant before) {
        return sql.execute("""
            delete from sent_content where (dataset_id, user_id, digest) in
                (select dataset_id, user_id, digest from sent_content where sent_at < {0} order by sent_at limit 5000)\
            """, val(before));
    }

    /** Of these, those whose bytes need not be sent. */
    Set<Digest> known(Grant<InDataset> grant, Collection<Digest> digests) {
        byte[][] asked = digests.stream().distinct().map(Digest::bytes).toArray(byte[][]::new);
        Field<byte[]> digest = field(name("asked", "digest"), byte[].class);
        Field<Long[]> lines = field("array(select id from line where dataset_id = {0})", Long[].class, val(grant.id()));
        var sent = selectOne()
                .from(SENT_CONTENT)
                .where(SENT_CONTENT
                        .DATASET_ID
                        .eq(grant.id())
                        .and(SENT_CONTENT.USER_ID.eq(grant.actor().userId()))
                        .and(SENT_CONTENT.DIGEST.eq(digest)));
        var readable = selectOne().from(ITEM).where(ITEM.DIGEST.eq(digest).and(ITEM.LINE_ID.eq(any(lines))));
        return sql.select(digest)
                .from(unnest(asked).as("asked", "digest"))
                .where(exists(sent).or(exists(readable)))
                .fetchSet(row -> Digest.of(row.value1()));
    }
}
