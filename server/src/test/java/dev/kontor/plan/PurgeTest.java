package dev.kontor.plan;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.kontor.storage.StorageSettings;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** what a purge takes of every table and of the store, what it leaves, and that it touches nobody else. */
@Specification
class PurgeTest {
    @Autowired
    Stage stage;

    @Autowired
    PassTime time;

    @Autowired
    Map<String, RecurringTask<Void>> jobs;

    @Autowired
    StorageSettings storage;

    @ParameterizedTest(name = "{0}: user list and settings stay: {1}")
    @CsvSource({"DEACTIVATED, true", "DELETION_SCHEDULED, false"})
    void takesEveryTablesRowsOrLeavesThem(String state, boolean keeps) {
        Doomed doomed = new Doomed(stage, time, jobs);
        Cast cast = doomed.cast;
        doomed.due(state);
        Map<String, Integer> before = doomed.rows();
        Map<String, Integer> elsewhere = Inventory.of(stage.sql(), cast.elsewhereWorkspace);
        Shelves shelves = new Shelves(stage, storage, cast.workspace);
        assertThat(before)
                .as("a purge of nothing proves nothing")
                .allSatisfy((table, rows) ->
                        assertThat(rows > 0 || table.equals("purge")).as(table).isTrue());
        doomed.begin();
        Client olga = cast.olga;
        assertThat(olga.get("projects/" + cast.streets).said()).startsWith("404");
        olga.get("workspaces/" + cast.workspace).says(keeps ? "200" : "404 not-found");
        doomed.run("purgeProjects");
        doomed.run("finishingPurges");
        doomed.rows().forEach((table, rows) -> {
            Integer expected =
                    switch (Inventory.fate(table)) {
                        case PURGED -> 0;
                        case KEPT -> keeps ? before.get(table) : 0;
                        case STAYS -> table.equals("purge") ? 0 : null;
                    };
            if (expected != null) {
                assertThat(rows).as(table).isEqualTo(expected);
            } else {
                assertThat(rows).as(table).isGreaterThanOrEqualTo(before.get(table));
            }
        });
        assertThat(Inventory.of(stage.sql(), cast.elsewhereWorkspace)).isEqualTo(elsewhere);
        assertThat(Inventory.lost(stage.sql())).isZero();
        shelves.lostTheirOwn(() -> doomed.run("sweepLooseContents"));
        doomed.neighbours.forEach((path, content) ->
                assertThat(cast.sam.get(path).ok().bytes()).as(path).isEqualTo(content));
    }

    /** whoever switches while the purge is at work starts again, and what they make stays. */
    @Test
    void aNewLifeBeginsWhileTheOldOneIsStillBeingDeleted() {
        Doomed doomed = new Doomed(stage, time, jobs);
        Cast cast = doomed.cast;
        doomed.due("DEACTIVATED");
        doomed.begin();
        cast.olga.post(cast.at("restoration"), null).says("409 no-deletion-scheduled");
        cast.pia.post(cast.at("projects"), Map.of("name", "Again")).says("409 workspace-not-writable");
        cast.olga.put(cast.at("plan"), Map.of("plan", "ENTERPRISE")).says("200");
        Map<String, Integer> none = doomed.rows();
        UUID project = stage.project(cast.pia, cast.workspace, "Again", "PUBLIC");
        cast.pia
                .post("projects/" + project + "/documents", Map.of("name", "Rules", "url", "https://example.org"))
                .ok();
        doomed.run("purgeProjects");
        doomed.run("finishingPurges");
        assertThat(cast.pia.get(cast.at("projects")).items("/name")).containsExactly("Again");
        Map<String, Integer> now = doomed.rows();
        assertThat(now.get("document")).isEqualTo(1);
        assertThat(now.get("project")).isEqualTo(1);
        assertThat(now.get("item")).isZero();
        assertThat(now.get("member")).isEqualTo(none.get("member"));
    }

    /** one that is gone for good counts no more. */
    @Test
    void itsCreatorMayMakeAnother() {
        Client person = stage.stranger("Wanda");
        UUID workspace = person.post("workspaces", Map.of("name", "Own")).ok().id();
        person.delete("workspaces/" + workspace + "?name=Own").says("204");
        person.post("workspaces", Map.of("name", "Another")).says("409 workspace-already-created");
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.PURGE_AT, Instant.now().minusSeconds(60))
                .where(WORKSPACE.ID.eq(workspace))
                .execute();
        time.watch();
        time.warn(workspace);
        stage.sql()
                .update(WARNING)
                .set(WARNING.WATCHED_MS, -100_000_000_000L)
                .where(WARNING.WORKSPACE_ID.eq(workspace))
                .execute();
        time.purge(workspace);
        assertThat(person.get("workspaces").items()).isEmpty();
        person.post("workspaces", Map.of("name", "Another")).says("201");
        jobs.get("finishingPurges").execute(jobs.get("finishingPurges").instance("recurring"), null);
        assertThat(person.get("workspaces").items("/name")).containsExactly("Another");
    }
}
