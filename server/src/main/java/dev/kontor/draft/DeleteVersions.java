package dev.kontor.draft;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.select;

import dev.kontor.branch.BranchDeleted;
import dev.kontor.branch.Branches;
import dev.kontor.dataset.DatasetDeleted;
import dev.kontor.dataset.Datasets;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** T-16: with a dataset go its drafts, versions and items, in the same transaction. Contents stay for others. */
@Component
class DeleteVersions {
    private final DSLContext sql;
    private final Branches branches;
    private final Datasets datasets;

    DeleteVersions(DSLContext sql, Branches branches, Datasets datasets) {
        this.sql = sql;
        this.branches = branches;
        this.datasets = datasets;
    }

    @EventListener
    void on(DatasetDeleted deleted) {
        UUID dataset = deleted.datasetId();
        sql.deleteFrom(ITEM)
                .where(ITEM.LINE_ID.in(select(LINE.ID).from(LINE).where(LINE.DATASET_ID.eq(dataset))))
                .execute();
        sql.deleteFrom(DRAFT).where(DRAFT.DATASET_ID.eq(dataset)).execute();
        branches.deleteNames(dataset);
        sql.deleteFrom(VERSION).where(VERSION.DATASET_ID.eq(dataset)).execute();
        branches.deleteLines(dataset);
    }

    /** A branch's own versions go with it; those that it started from are on another line. */
    @EventListener
    void on(BranchDeleted deleted) {
        sql.deleteFrom(ITEM).where(ITEM.LINE_ID.eq(deleted.lineId())).execute();
        int gone = sql.deleteFrom(VERSION)
                .where(VERSION.LINE_ID.eq(deleted.lineId()))
                .execute();
        datasets.counted(deleted.datasetId(), -gone);
    }
}
