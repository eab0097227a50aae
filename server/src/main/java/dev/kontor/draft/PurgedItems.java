package dev.kontor.draft;

import static kontor.tables.Tables.*;

import dev.kontor.dataset.DatasetPurging;
import dev.kontor.dataset.LeftoversPurging;
import dev.kontor.workspace.WorkspacePurging;
import org.jooq.DSLContext;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * items, labels and catalogs of a purge, so many at once that no transaction is long and nobody else waits: each step
 * is one statement that commits by itself, and finds less to do when it is repeated.
 */
@Component
class PurgedItems {
    private static final int STEP = LeavingItems.STEP;

    private final DSLContext sql;
    private final LeavingItems leaving;

    PurgedItems(DSLContext sql, LeavingItems leaving) {
        this.sql = sql;
        this.leaving = leaving;
    }

    @EventListener
    void on(DatasetPurging purging) {
        leaving.finishDataset(purging.datasetId());
    }

    /** What was deleted before, and is on its way out. */
    @EventListener
    void on(LeftoversPurging purging) {
        leaving.inProject(purging.projectId()).forEach(leaving::finish);
    }

    /** Labels are shared inside a workspace only, and all items that were there when the purge began are gone by now. */
    @EventListener
    void on(WorkspacePurging purging) {
        LeavingItems.repeat(sql.query("""
            delete from annot where ctid = any (array(select ctid from annot
                                                      where workspace_id = {0} and id < {1} limit {2}))
            """, purging.workspaceId(), purging.annotsBelow(), STEP));
        LeavingItems.repeat(sql.query("""
            delete from catalog where id = any (array(select c.id from catalog c where c.workspace_id = {0}
                                                        and not exists (select from version v where v.catalog_id = c.id)
                                                        and not exists (select from draft d where d.catalog_id = c.id)
                                                      limit {1}))
            """, purging.workspaceId(), STEP));
    }
}
