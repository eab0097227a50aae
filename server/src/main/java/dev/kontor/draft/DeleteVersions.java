package dev.kontor.draft;

import static kontor.tables.Tables.DRAFT;
import static kontor.tables.Tables.VERSION;

import dev.kontor.background.LongWork;
import dev.kontor.branch.BranchDeleted;
import dev.kontor.branch.Branches;
import dev.kontor.dataset.DatasetDeleted;
import dev.kontor.dataset.Datasets;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * T-16: with a dataset go its drafts, versions and items. Few items go in the same transaction; many are out of everybody's
 * sight with it, and go afterwards. Contents stay for others.
 */
@Component
class DeleteVersions {
    private final DSLContext sql;
    private final Branches branches;
    private final Datasets datasets;
    private final LeavingItems leaving;
    private final LongWork work;

    DeleteVersions(DSLContext sql, Branches branches, Datasets datasets, LeavingItems leaving, LongWork work) {
        this.sql = sql;
        this.branches = branches;
        this.datasets = datasets;
        this.leaving = leaving;
        this.work = work;
    }

    @EventListener
    void on(DatasetDeleted deleted) {
        UUID dataset = deleted.datasetId();
        List<Long> lines = leaving.lines(dataset);
        if (leaving.few(lines) && leaving.fewSent(dataset)) {
            leaving.delete(lines);
            leaving.deleteSent(dataset);
        } else {
            work.begin(RemovingItems.REMOVE, leaving.leave(dataset, lines));
        }
        sql.deleteFrom(DRAFT).where(DRAFT.DATASET_ID.eq(dataset)).execute();
        branches.deleteNames(dataset);
        sql.deleteFrom(VERSION).where(VERSION.DATASET_ID.eq(dataset)).execute();
        branches.deleteLines(dataset);
    }

    /** A branch's own versions go with it; those that it started from are on another line. */
    @EventListener
    void on(BranchDeleted deleted) {
        List<Long> line = List.of(deleted.lineId());
        if (leaving.few(line)) {
            leaving.delete(line);
        } else {
            work.begin(RemovingItems.REMOVE, leaving.leave(deleted.datasetId(), line));
        }
        int gone = sql.deleteFrom(VERSION)
                .where(VERSION.LINE_ID.eq(deleted.lineId()))
                .execute();
        datasets.counted(deleted.datasetId(), -gone);
    }
}
