package dev.kontor.draft;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.background.Resting;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.springframework.stereotype.Component;

/**
 * The SQL of rows that are deleted, so many at once that no transaction is long and nobody else waits. A few go with what
 * they belonged to; many leave afterwards: each step is one statement that commits by itself, and finds less to do when it
 * is repeated.
 */
@Component
class LeavingItems {
    /** No more go at once. */
    static final int STEP = 10_000;

    private final DSLContext sql;

    LeavingItems(DSLContext sql) {
        this.sql = sql;
    }

    List<Long> lines(UUID datasetId) {
        return sql.select(LINE.ID)
                .from(LINE)
                .where(LINE.DATASET_ID.eq(datasetId))
                .orderBy(LINE.ID)
                .fetch(LINE.ID);
    }

    boolean few(List<Long> lines) {
        return sql.fetchCount(select(inline(1).as("one"))
                        .from(ITEM)
                        .where(ITEM.LINE_ID.in(lines))
                        .limit(inline(STEP + 1)))
                <= STEP;
    }

    boolean fewSent(UUID datasetId) {
        return sql.fetchCount(select(inline(1).as("one"))
                        .from(SENT_CONTENT)
                        .where(SENT_CONTENT.DATASET_ID.eq(datasetId))
                        .limit(inline(STEP + 1)))
                <= STEP;
    }

    void delete(List<Long> lines) {
        sql.deleteFrom(ITEM).where(ITEM.LINE_ID.in(lines)).execute();
    }

    void deleteSent(UUID datasetId) {
        sql.deleteFrom(SENT_CONTENT)
                .where(SENT_CONTENT.DATASET_ID.eq(datasetId))
                .execute();
    }

    /** While the dataset is still there; its lines may go then. */
    UUID leave(UUID datasetId, List<Long> lines) {
        UUID id = sql.insertInto(LEAVING, LEAVING.WORKSPACE_ID, LEAVING.PROJECT_ID, LEAVING.DATASET_ID, LEAVING.OPEN)
                .select(select(
                                DATASET.WORKSPACE_ID,
                                DATASET.PROJECT_ID,
                                DATASET.ID,
                                field(DATASET.VISIBILITY.eq("OPEN")))
                        .from(DATASET)
                        .where(DATASET.ID.eq(datasetId)))
                .returning(LEAVING.ID)
                .fetchSingle()
                .get(LEAVING.ID);
        sql.insertInto(LEAVING_LINE, LEAVING_LINE.LINE_ID, LEAVING_LINE.LEAVING_ID)
                .select(select(LINE.ID, val(id)).from(LINE).where(LINE.ID.in(lines)))
                .execute();
        return id;
    }

    List<UUID> inProject(UUID projectId) {
        return sql.select(LEAVING.ID)
                .from(LEAVING)
                .where(LEAVING.PROJECT_ID.eq(projectId))
                .orderBy(LEAVING.ID)
                .fetch(LEAVING.ID);
    }

    /** All that is left of it; outside of any transaction. */
    void finish(UUID id) {
        Resting.repeat(() -> step(id));
    }

    /**
     * One statement's worth of it; says whether there is more. A purge may be at it in the same moment: whoever finds nothing
     * more to take, because the other is taking it, looks again until nothing is there.
     */
    boolean step(UUID id) {
        return items(id) > 0 || sent(id) > 0 || !forget(id);
    }

    private int items(UUID id) {
        return sql.query("""
            delete from item where ctid = any (array(select i.ctid from item i join leaving_line y on y.line_id = i.line_id
                                                     where y.leaving_id = {0} limit {1}))
            """, val(id), inline(STEP)).execute();
    }

    /** Where the dataset itself is gone. */
    private int sent(UUID id) {
        return sql.select(LEAVING.DATASET_ID)
                .from(LEAVING)
                .where(LEAVING.ID.eq(id))
                .andNotExists(selectOne().from(DATASET).where(DATASET.ID.eq(LEAVING.DATASET_ID)))
                .fetchOptional(LEAVING.DATASET_ID)
                .map(dataset -> someSent(dataset).execute())
                .orElse(0);
    }

    /** Not while a row is left, which nothing would find any more; says whether it is gone. */
    private boolean forget(UUID id) {
        sql.deleteFrom(LEAVING)
                .where(LEAVING.ID.eq(id))
                .andNotExists(selectOne()
                        .from(ITEM)
                        .join(LEAVING_LINE)
                        .on(LEAVING_LINE.LINE_ID.eq(ITEM.LINE_ID))
                        .where(LEAVING_LINE.LEAVING_ID.eq(id)))
                .execute();
        return !sql.fetchExists(LEAVING, LEAVING.ID.eq(id));
    }

    /** A dataset's rows, where nobody sees it any more. */
    void finishDataset(UUID datasetId) {
        lines(datasetId).forEach(this::finishLine);
        repeat(someSent(datasetId));
    }

    /** From one path on to the next, so that no step looks again at what those before it have left dead. */
    private void finishLine(long line) {
        AtomicReference<String> from = new AtomicReference<>("");
        Resting.repeat(() -> {
            String last = sql.fetchSingle("""
                with gone as (delete from item where ctid = any (array(select ctid from item where line_id = {0} and path >= {1}
                                                                       order by path limit {2}))
                              returning path)
                select max(path) from gone
                """, val(line), val(from.get()), inline(STEP))
                    .get(0, String.class);
            from.set(Objects.requireNonNullElse(last, ""));
            return last != null || sql.fetchExists(ITEM, ITEM.LINE_ID.eq(line));
        });
    }

    private Query someSent(UUID datasetId) {
        return sql.query("""
            delete from sent_content where ctid = any (array(select ctid from sent_content where dataset_id = {0} limit {1}))
            """, val(datasetId), inline(STEP));
    }

    static void repeat(Query step) {
        Resting.repeat(() -> step.execute() > 0);
    }
}
