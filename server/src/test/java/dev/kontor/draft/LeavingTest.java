package dev.kontor.draft;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.usage.StorageCounts;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** T-16: what is very large is gone for everybody at once, and in nobody's way while its rows go. */
@Specification
class LeavingTest {
    private static final int MANY = LeavingItems.STEP * 2 + 1;

    @Autowired
    Stage stage;

    @Autowired
    LeavingItems leaving;

    @Autowired
    Scheduler scheduler;

    @Autowired
    Map<String, RecurringTask<Void>> jobs;

    /** So many items with as many contents on the line of a branch. */
    private void fill(Playground at, String branch) {
        stage.sql().execute("""
            with made as (insert into content (digest, size, crc32, bytes, stored_at)
                          select sha256((gen_random_uuid() :: text || n) :: bytea), 1, 0, '', now() from generate_series(1, {1}) n
                          returning digest)
            insert into item (line_id, path, added_in, digest, size, media_type)
            select b.line_id, 'many/' || encode(m.digest, 'hex'), 1, m.digest, 1, 'text/plain'
            from made m, branch b where b.dataset_id = {0} and b.name = {2}
            """, val(at.id()), val(MANY), val(branch));
    }

    private long bytes(UUID project) {
        return stage.sql()
                .select(PROJECT_STORAGE.BYTES)
                .from(PROJECT_STORAGE)
                .where(PROJECT_STORAGE.PROJECT_ID.eq(project))
                .fetchSingle()
                .value1();
    }

    private void counted(UUID project) {
        assertThat(new StorageCounts(stage.sql()).recount(project)).isEmpty();
    }

    private void awaitNothing(UUID project) {
        stage.eventually(() -> stage.sql().fetchExists(LEAVING, LEAVING.PROJECT_ID.eq(project))
                ? Optional.empty()
                : Optional.of(true));
    }

    @Test
    void aLargeDatasetIsGoneAtOnce() {
        Playground at = Playground.of(stage);
        at.owner().put(at.draft() + "/item?path=a", Playground.text("content")).ok();
        fill(at, "main");
        UUID project = at.project();
        String name = at.owner().get(at.at()).ok().at("/name");
        // whoever deletes its items waits here
        stage.sql().transaction(held -> {
            DSLContext sql = held.dsl();
            sql.execute("select from project_storage where project_id = {0} for update", val(project));
            at.owner().delete(at.at() + "?name=" + name).says("204");
        });
        at.owner().get(at.at()).says("404 not-found");
        at.owner()
                .post("projects/" + project + "/datasets", Map.of("name", name))
                .says("201");
        counted(project);
        awaitNothing(project);
        assertThat(bytes(project)).as("counts until it is gone, and no longer").isZero();
        counted(project);
        assertThat(stage.sql().fetchExists(SENT_CONTENT, SENT_CONTENT.DATASET_ID.eq(at.id())))
                .isFalse();
    }

    @Test
    void aLargeBranchLeavesTheOthersAsTheyAre() {
        Playground at = Playground.of(stage);
        String draft = at.draft();
        at.owner().put(draft + "/item?path=a", Playground.text("content")).ok();
        at.commit(draft);
        at.owner()
                .post(at.at() + "/branches", Map.of("name", "side", "from", "main"))
                .says("201");
        fill(at, "side");
        UUID project = at.project();
        long before = bytes(project);
        at.owner().delete(at.at() + "/branches/side").says("204");
        counted(project);
        awaitNothing(project);
        assertThat(bytes(project)).isEqualTo(before - MANY);
        counted(project);
        assertThat(at.owner()
                        .get(at.at() + "/versions/main/content?path=a")
                        .ok()
                        .text())
                .isEqualTo("content");
    }

    /** Deleted, while no job is at work on it. */
    private UUID left(Playground at) {
        at.draft();
        fill(at, "main");
        at.owner().delete(at.at() + "?name=Day").says("204");
        return stage.sql()
                .select(LEAVING.ID)
                .from(LEAVING)
                .where(LEAVING.DATASET_ID.eq(at.id()))
                .fetchSingle(LEAVING.ID);
    }

    private int items(List<Long> lines) {
        return stage.sql().fetchCount(ITEM, ITEM.LINE_ID.in(lines));
    }

    private List<Long> lines(UUID leavingId) {
        return stage.sql()
                .select(LEAVING_LINE.LINE_ID)
                .from(LEAVING_LINE)
                .where(LEAVING_LINE.LEAVING_ID.eq(leavingId))
                .fetch(LEAVING_LINE.LINE_ID);
    }

    /** Whoever waited for rows that the other took finds them gone; the rest is not given up for gone with them. */
    @Test
    void twoWhoFinishItLeaveNothingBehind() throws Exception {
        scheduler.pause();
        try {
            Playground at = Playground.of(stage);
            UUID id = left(at);
            List<Long> lines = lines(id);
            Thread second = stage.sql().transactionResult(first -> {
                first.dsl().execute("""
                    delete from item where ctid = any (array(select i.ctid from item i join leaving_line y on y.line_id = i.line_id
                                                             where y.leaving_id = {0} limit {1}))
                    """, val(id), val(MANY - 1));
                Thread begun = Thread.ofVirtual().start(() -> leaving.step(id));
                stage.awaitWaiting(first.dsl());
                return begun;
            });
            second.join();
            assertThat(items(lines) == 0 || lines(id).equals(lines))
                    .as("none that nothing would find any more")
                    .isTrue();
            leaving.finish(id);
            assertThat(items(lines)).isZero();
            counted(at.project());
        } finally {
            scheduler.resume();
        }
    }

    @Test
    void anOpenOneCountsAsOpenUntilItIsGone() {
        scheduler.pause();
        try {
            Playground at = Playground.of(stage);
            stage.sql()
                    .update(DATASET)
                    .set(DATASET.VISIBILITY, "OPEN")
                    .where(DATASET.ID.eq(at.id()))
                    .execute();
            UUID id = left(at);
            assertThat(openBytes(at.project())).isEqualTo(MANY);
            counted(at.project());
            leaving.step(id);
            assertThat(openBytes(at.project())).isBetween(1L, MANY - 1L);
            counted(at.project());
            leaving.finish(id);
            assertThat(openBytes(at.project())).isZero();
            counted(at.project());
        } finally {
            scheduler.resume();
        }
    }

    private long openBytes(UUID project) {
        return stage.sql()
                .select(PROJECT_STORAGE.OPEN_BYTES)
                .from(PROJECT_STORAGE)
                .where(PROJECT_STORAGE.PROJECT_ID.eq(project))
                .fetchSingle()
                .value1();
    }

    @Test
    void aPurgeFinishesWhatIsHalfLeft() {
        scheduler.pause();
        try {
            Playground at = Playground.of(stage);
            UUID id = left(at);
            List<Long> lines = lines(id);
            leaving.step(id);
            assertThat(items(lines)).isBetween(1, MANY - 1);
            at.owner().delete("projects/" + at.project()).says("204");
            stage.sql()
                    .update(PROJECT)
                    .set(PROJECT.TRASHED_AT, Instant.EPOCH)
                    .where(PROJECT.ID.eq(at.project()))
                    .execute();
            jobs.get("purgeProjects").execute(jobs.get("purgeProjects").instance("recurring"), null);
            assertThat(items(lines)).isZero();
            assertThat(stage.sql().fetchExists(LEAVING, LEAVING.ID.eq(id))).isFalse();
            assertThat(stage.sql().fetchExists(PROJECT, PROJECT.ID.eq(at.project())))
                    .isFalse();
        } finally {
            scheduler.resume();
        }
    }
}
