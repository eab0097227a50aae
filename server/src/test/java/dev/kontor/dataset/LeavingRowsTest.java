package dev.kontor.dataset;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** T-16: what was imported into a dataset is in nobody's way while it leaves, and nothing of it stays. */
@Specification
class LeavingRowsTest {
    private static final int MANY = LeavingRows.STEP + 1;

    @Autowired
    Stage stage;

    @Autowired
    LeavingRows leaving;

    @Autowired
    Scheduler scheduler;

    @Autowired
    Map<String, RecurringTask<Void>> jobs;

    /** A dataset into which so many objects were imported, and a file with so many labels is read. */
    private record Imported(Client olga, UUID project, UUID id, UUID file) {
        void delete() {
            olga.delete("datasets/" + id + "?name=Day").says("204");
        }
    }

    private Imported imported(int many) {
        Client olga = stage.stranger("Olga");
        UUID workspace = olga.post("workspaces", Map.of("name", "Acme")).ok().id();
        UUID project = stage.project(olga, workspace, "Streets", "PUBLIC");
        UUID id = olga.post("projects/" + project + "/datasets", Map.of("name", "Day"))
                .ok()
                .id();
        DSLContext sql = stage.sql();
        UUID file =
                sql.fetchSingle("""
                    insert into import (workspace_id, dataset_id, dataset_name, draft, format, size, folder, declares, boxes, starter_id, total,
                                        started_at)
                    values ({0}, {1}, 'Day', 1, 'COCO', 1, '', false, false, {2}, 1, now()) returning id\
                    """, val(workspace), val(id), val(olga.id())).into(UUID.class);
        sql.execute("""
            insert into imported_object select {0}, 'front/' || n, 'mark', 'digest' from generate_series(1, {1}) n\
            """, val(id), val(many));
        sql.execute("""
            insert into import_label select {0}, 'a', n, 'BOX2D', 'c', '{}' from generate_series(1, {1}) n\
            """, val(file), val(many));
        sql.execute("insert into import_item (import_id, path, key) values ({0}, 'a', 'a')", val(file));
        sql.execute("insert into import_problem (import_id, place, detail) values ({0}, 'a', 'b')", val(file));
        return new Imported(olga, project, id, file);
    }

    private int left(Imported one) {
        DSLContext sql = stage.sql();
        return sql.fetchCount(IMPORTED_OBJECT, IMPORTED_OBJECT.DATASET_ID.eq(one.id()))
                + sql.fetchCount(IMPORT_ITEM, IMPORT_ITEM.IMPORT_ID.eq(one.file()))
                + sql.fetchCount(IMPORT_LABEL, IMPORT_LABEL.IMPORT_ID.eq(one.file()))
                + sql.fetchCount(IMPORT_PROBLEM, IMPORT_PROBLEM.IMPORT_ID.eq(one.file()))
                + sql.fetchCount(LEAVING_ROW, LEAVING_ROW.DATASET_ID.eq(one.id()));
    }

    @Test
    void manyLeaveAfterTheDataset() {
        Imported one = imported(MANY);
        // whoever deletes them waits here
        stage.sql().transaction(held -> {
            held.dsl().execute("select from imported_object where dataset_id = {0} for update", val(one.id()));
            held.dsl().execute("select from import_label where import_id = {0} for update", val(one.file()));
            one.delete();
        });
        one.olga().get("datasets/" + one.id()).says("404 not-found");
        stage.eventually(() -> left(one) == 0 ? Optional.of(true) : Optional.empty());
    }

    @Test
    void fewLeaveWithIt() {
        Imported one = imported(3);
        one.delete();
        assertThat(left(one)).isZero();
    }

    @Test
    void aPurgeLeavesNothingOfWhatIsHalfLeft() {
        Imported one = imported(MANY);
        scheduler.pause();
        try {
            one.delete();
            int before = left(one);
            leaving.step(one.id());
            assertThat(left(one)).as("half of it").isBetween(1, before - 1);
            one.olga().delete("projects/" + one.project()).says("204");
            stage.sql()
                    .update(PROJECT)
                    .set(PROJECT.TRASHED_AT, Instant.EPOCH)
                    .where(PROJECT.ID.eq(one.project()))
                    .execute();
            jobs.get("purgeProjects").execute(jobs.get("purgeProjects").instance("recurring"), null);
            assertThat(left(one)).isZero();
            assertThat(stage.sql().fetchExists(PROJECT, PROJECT.ID.eq(one.project())))
                    .isFalse();
        } finally {
            scheduler.resume();
        }
    }

    /** Whoever reads a file writes it down until the end, and not a row later. */
    @Test
    void whatIsJustBeingReadLeavesWithIt() {
        Imported one = imported(0);
        Thread deletion = stage.sql().transactionResult(reading -> {
            DSLContext sql = reading.dsl();
            sql.execute("select from import where id = {0} for update", val(one.file()));
            Thread begun = Thread.ofVirtual().start(one::delete);
            stage.awaitWaiting(sql);
            sql.execute("insert into import_label values ({0}, 'b', 1, 'BOX2D', 'c', '{}')", val(one.file()));
            return begun;
        });
        stage.eventually(() -> deletion.isAlive() ? Optional.empty() : Optional.of(true));
        one.olga().get("datasets/" + one.id()).says("404 not-found");
        assertThat(left(one)).isZero();
    }
}
