package dev.kontor.plan;

import static kontor.tables.Tables.UNTOLD_EVENT;
import static kontor.tables.Tables.WARNING;
import static kontor.tables.Tables.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** O-07, A-16: whoever was told that a workspace ends is told that it does not. */
@Specification
class GoesOnTest {
    @Autowired
    Stage stage;

    @Autowired
    PassTime time;

    private String told(Client who) {
        stage.eventually(() -> stage.sql().fetchExists(UNTOLD_EVENT, UNTOLD_EVENT.ATTEMPTS.eq(0))
                ? Optional.empty()
                : Optional.of(true));
        return who.get("me/notifications?limit=200").ok().items().stream()
                .filter(one ->
                        one.path("kind").asString().matches("PLAN_.*|TRIAL_GOES_ON|.*WORKSPACE_(RESTORED|GOES_ON)"))
                .map(one ->
                        one.path("kind").asString() + ": " + one.path("text").asString())
                .reduce((one, other) -> one + "; " + other)
                .orElse("-");
    }

    /** The last column: those who would lose something by a purge, and were warned of it or not yet. */
    @ParameterizedTest(name = "{0}, {5}, and Olga {1}")
    @CsvSource(delimiter = '|', textBlock = """
        DELETION_SCHEDULED | switches | WORKSPACE_GOES_ON | WORKSPACE_GOES_ON  | WORKSPACE_GOES_ON  | no warning
        DELETION_SCHEDULED | restores | WORKSPACE_RESTORED| WORKSPACE_RESTORED | WORKSPACE_RESTORED | no warning
        DEACTIVATED        | switches | PLAN_SWITCHED     | -                  | -                  | no warning
        DEACTIVATED        | switches | PLAN_SWITCHED     | -                  | -                  | of another end
        DEACTIVATED        | switches | PLAN_SWITCHED     | WORKSPACE_GOES_ON  | -                  | of this end
        DEACTIVATED        | -        | TRIAL_GOES_ON     | -                  | -                  | no warning
        DEACTIVATED        | -        | TRIAL_GOES_ON     | TRIAL_GOES_ON      | -                  | of this end
        TRIAL              | switches | PLAN_SWITCHED     | -                  | -                  | no warning
        """)
    void ifItIsCalledOff(String state, String does, String ada, String petra, String ann, String warned) {
        Cast cast = stage.cast();
        Instant until = Instant.now().plusSeconds(600).truncatedTo(ChronoUnit.MICROS);
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.STATE, state)
                .set(WORKSPACE.PURGE_AT, state.equals("TRIAL") ? null : until)
                // the clock was ahead when it found that
                .set(WORKSPACE.DEACTIVATED_AT, state.equals("DEACTIVATED") ? until : null)
                .where(WORKSPACE.ID.eq(cast.workspace))
                .execute();
        if (!warned.equals("no warning")) {
            Instant deadline = warned.equals("of this end") ? until : until.plusSeconds(1);
            stage.sql()
                    .insertInto(WARNING)
                    .values(cast.workspace, "PURGE", deadline, 1_000L, Instant.now(), 0L)
                    .execute();
        }
        if (does.equals("-")) {
            time.live(cast.workspace);
        } else if (does.equals("switches")) {
            cast.olga.put(cast.at("plan"), Map.of("plan", "ENTERPRISE")).ok();
        } else {
            cast.olga.post(cast.at("restoration"), null).ok();
        }
        assertThat(told(cast.ada)).as("admin").startsWith(ada);
        assertThat(told(cast.petra)).as("a partner's manager").startsWith(petra);
        assertThat(told(cast.ann)).as("member").startsWith(ann);
        assertThat(told(cast.otto))
                .as("the house")
                .isEqualTo("HOUSE_WORKSPACE_GOES_ON: "
                        + Map.of(
                                        "switches",
                                        "Olga switched your organization's workspace Acme vision to the Enterprise"
                                                + " plan.",
                                        "restores",
                                        "Olga took the deletion of your organization's workspace Acme vision back.",
                                        "-",
                                        "The trial of your organization's workspace Acme vision goes on: this server's"
                                                + " clock had been wrong when it ended.")
                                .get(does));
    }
}
