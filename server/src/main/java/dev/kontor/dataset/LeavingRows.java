package dev.kontor.dataset;

import static kontor.tables.Tables.DATASET;
import static kontor.tables.Tables.LEAVING_ROW;
import static org.jooq.impl.DSL.*;

import dev.kontor.background.LongWork;
import dev.kontor.background.Resting;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The SQL of what leaves with a dataset besides its items. Few rows go in the transaction that deletes it; many are in nobody's
 * sight with it, and go afterwards, so many at once that nobody waits: each step is one statement that commits by itself.
 */
@Component
class LeavingRows {
    /** No more go at once. */
    static final int STEP = 10_000;

    private final DSLContext sql;
    private final List<Numerous> kinds;
    private final LongWork work;

    LeavingRows(DSLContext sql, List<Numerous> kinds, LongWork work) {
        this.sql = sql;
        this.kinds = kinds;
        this.work = work;
    }

    @EventListener
    void on(DatasetDeleted deleted) {
        boolean left = false;
        for (Numerous kind : kinds) {
            UUID[] keys = keys(kind, deleted.datasetId());
            if (few(kind, keys)) {
                sql.deleteFrom(kind.table()).where(kind.of().eq(any(keys))).execute();
            } else {
                leave(kind, keys, deleted.datasetId());
                left = true;
            }
        }
        if (left) {
            work.begin(RemovingRows.REMOVE, deleted.datasetId());
        }
    }

    @EventListener
    void on(DatasetPurging purging) {
        for (Numerous kind : kinds) {
            UUID[] keys = keys(kind, purging.datasetId());
            Resting.repeat(() -> some(kind, kind.of().eq(any(keys))) > 0);
        }
    }

    /** What was deleted before, and is on its way out. */
    @EventListener
    void on(LeftoversPurging purging) {
        sql.selectDistinct(LEAVING_ROW.DATASET_ID)
                .from(LEAVING_ROW)
                .where(LEAVING_ROW.PROJECT_ID.eq(purging.projectId()))
                .fetch(LEAVING_ROW.DATASET_ID)
                .forEach(this::finish);
    }

    private void finish(UUID datasetId) {
        Resting.repeat(() -> step(datasetId));
    }

    /**
     * Says whether there is more. A purge may be at it in the same moment: whoever finds nothing more to take, because the
     * other is taking it, looks again until nothing is there.
     */
    boolean step(UUID datasetId) {
        Optional<Record2<String, UUID>> next = sql.select(LEAVING_ROW.KIND, LEAVING_ROW.KEY)
                .from(LEAVING_ROW)
                .where(LEAVING_ROW.DATASET_ID.eq(datasetId))
                .orderBy(LEAVING_ROW.KIND, LEAVING_ROW.KEY)
                .limit(inline(1))
                .fetchOptional();
        next.ifPresent(row -> {
            Numerous kind = kind(row.value1());
            if (some(kind, kind.of().eq(row.value2())) == 0) {
                forget(datasetId, kind, row.value2());
            }
        });
        return next.isPresent();
    }

    private Numerous kind(String name) {
        return kinds.stream()
                .filter(kind -> kind.kind().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private UUID[] keys(Numerous kind, UUID datasetId) {
        return sql.fetchValues(kind.keys().apply(datasetId)).toArray(UUID[]::new);
    }

    private boolean few(Numerous kind, UUID[] keys) {
        return sql.fetchCount(select(inline(1).as("one"))
                        .from(kind.table())
                        .where(kind.of().eq(any(keys)))
                        .limit(inline(STEP + 1)))
                <= STEP;
    }

    private void leave(Numerous kind, UUID[] keys, UUID datasetId) {
        Field<UUID> key = field(name("theirs", "key"), UUID.class);
        sql.insertInto(
                        LEAVING_ROW,
                        LEAVING_ROW.DATASET_ID,
                        LEAVING_ROW.KIND,
                        LEAVING_ROW.KEY,
                        LEAVING_ROW.WORKSPACE_ID,
                        LEAVING_ROW.PROJECT_ID)
                .select(select(DATASET.ID, val(kind.kind()), key, DATASET.WORKSPACE_ID, DATASET.PROJECT_ID)
                        .from(DATASET, unnest(keys).as("theirs", "key"))
                        .where(DATASET.ID.eq(datasetId))
                        .and(exists(
                                selectOne().from(kind.table()).where(kind.of().eq(key)))))
                .execute();
    }

    private int some(Numerous kind, Condition theirs) {
        return sql.query(
                        "delete from {0} where ctid = any (array(select ctid from {0} where {1} limit {2}))",
                        kind.table(), theirs, inline(STEP))
                .execute();
    }

    /** Not while a row is left, which nothing would find any more. */
    private void forget(UUID datasetId, Numerous kind, UUID key) {
        sql.deleteFrom(LEAVING_ROW)
                .where(LEAVING_ROW.DATASET_ID.eq(datasetId))
                .and(LEAVING_ROW.KIND.eq(kind.kind()).and(LEAVING_ROW.KEY.eq(key)))
                .andNotExists(selectOne().from(kind.table()).where(kind.of().eq(key)))
                .execute();
    }
}
