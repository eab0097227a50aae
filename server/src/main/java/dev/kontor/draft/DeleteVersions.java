package dev.kontor.draft;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.select;

import dev.kontor.dataset.DatasetDeleted;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** T-16: with a dataset go its drafts, versions and items, in the same transaction. Contents stay for others. */
@Component
class DeleteVersions {
    private final DSLContext sql;

    DeleteVersions(DSLContext sql) {
        this.sql = sql;
    }

    @EventListener
    void on(DatasetDeleted deleted) {
        UUID dataset = deleted.datasetId();
        sql.deleteFrom(ITEM)
                .where(ITEM.LINE_ID.in(select(LINE.ID).from(LINE).where(LINE.DATASET_ID.eq(dataset))))
                .execute();
        sql.deleteFrom(DRAFT).where(DRAFT.DATASET_ID.eq(dataset)).execute();
        sql.deleteFrom(TAG).where(TAG.DATASET_ID.eq(dataset)).execute();
        sql.deleteFrom(VERSION).where(VERSION.DATASET_ID.eq(dataset)).execute();
        sql.deleteFrom(BRANCH).where(BRANCH.DATASET_ID.eq(dataset)).execute();
        sql.deleteFrom(LINE).where(LINE.DATASET_ID.eq(dataset)).execute();
    }
}
