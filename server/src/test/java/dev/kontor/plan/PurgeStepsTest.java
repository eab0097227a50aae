package dev.kontor.plan;

import static kontor.tables.Tables.AUDIT_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.kontor.plan.Inventory.Fate;
import dev.kontor.storage.StorageSettings;
import dev.kontor.testing.Death;
import dev.kontor.testing.Death.Moment;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * a purge that dies at every one of its steps in turn: whoever takes it up goes on, and in between nobody sees
 * anything of it, nobody takes it back, and the neighbours have what is theirs. (crash/ kills real processes at two of them.)
 */
@Specification
class PurgeStepsTest {
    private static final List<String> JOBS = List.of("purgeProjects", "finishingPurges", "sweepLooseContents");
    private static final int MOST = 400;

    @Autowired
    Stage stage;

    @Autowired
    PassTime time;

    @Autowired
    Map<String, RecurringTask<Void>> jobs;

    @Autowired
    StorageSettings storage;

    Doomed doomed;
    Shelves shelves;

    @BeforeEach
    void fill() {
        doomed = new Doomed(stage, time, jobs);
    }

    @ParameterizedTest(name = "{0}: restoring says {1}")
    @CsvSource({"DEACTIVATED, 409 no-deletion-scheduled", "DELETION_SCHEDULED, 404 not-found"})
    void goesOnAfterEachOfItsSteps(String state, String restoring) {
        doomed.due(state);
        shelves = new Shelves(stage, storage, doomed.cast.workspace);
        assertThat(Death.strikes(Moment.BEFORE_A_WRITE, doomed::begin)).isTrue();
        doomed.cast.pia.get("projects/" + doomed.cast.streets).ok();
        assertThat(Death.strikes(Moment.AFTER_A_COMMIT, doomed::begin)).isTrue();
        int deaths = 0;
        for (String job : JOBS) {
            boolean died = true;
            for (int i = 0; died; i++) {
                assertThat(i).as("it goes on").isLessThan(MOST);
                Moment moment = Moment.values()[i % 2];
                died = Death.strikes(moment, () -> doomed.run(job)) || moment == Moment.BEFORE_A_WRITE;
                deaths += died ? 1 : 0;
                holds(restoring);
            }
        }
        assertThat(deaths).as("steps that it died at").isGreaterThan(20);
        nothingIsLeft();
        assertThat(stage.sql()
                        .fetchCount(
                                AUDIT_EVENT,
                                AUDIT_EVENT
                                        .WORKSPACE_ID
                                        .eq(doomed.cast.workspace)
                                        .and(AUDIT_EVENT.KIND.in("workspace.purged", "workspace.deleted"))))
                .as("begun once")
                .isEqualTo(1);
    }

    /** What anybody sees of it while it is at work. */
    private void holds(String restoring) {
        doomed.cast.olga.post(doomed.cast.at("restoration"), null).says(restoring);
        doomed.cast.olga.get("projects/" + doomed.cast.streets).says("404 not-found");
        String path = doomed.neighbours.keySet().iterator().next();
        assertThat(doomed.cast.sam.get(path).ok().bytes()).isEqualTo(doomed.neighbours.get(path));
    }

    /** One node is taken for dead by another, and is not: both do the same. */
    @Test
    void severalNodesDoTheSame() throws Exception {
        doomed.due("DEACTIVATED");
        shelves = new Shelves(stage, storage, doomed.cast.workspace);
        doomed.begin();
        for (String job : JOBS) {
            Together.done(() -> doomed.run(job), () -> doomed.run(job), () -> doomed.run(job));
            // who came late, or stood in the other's way, finds the rest with the next run
            doomed.run(job);
        }
        nothingIsLeft();
    }

    private void nothingIsLeft() {
        doomed.rows().forEach((table, rows) -> {
            if (Inventory.fate(table) == Fate.PURGED || table.equals("purge")) {
                assertThat(rows).as(table).isZero();
            }
        });
        shelves.lostTheirOwn(() -> doomed.run("sweepLooseContents"));
        doomed.neighbours.forEach((path, content) ->
                assertThat(doomed.cast.sam.get(path).ok().bytes()).as(path).isEqualTo(content));
    }
}
