package dev.kontor.plan;

import static kontor.tables.Tables.UNTOLD_EVENT;
import static kontor.tables.Tables.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
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

    private String told(Client who) {
        stage.eventually(() -> stage.sql().fetchExists(UNTOLD_EVENT, UNTOLD_EVENT.ATTEMPTS.eq(0))
                ? Optional.empty()
                : Optional.of(true));
        return who.get("me/notifications?limit=200").ok().items().stream()
                .filter(one -> one.path("kind").asString().matches("PLAN_.*|.*WORKSPACE_(RESTORED|GOES_ON)"))
                .map(one ->
                        one.path("kind").asString() + ": " + one.path("text").asString())
                .reduce((one, other) -> one + "; " + other)
                .orElse("-");
    }

    @ParameterizedTest(name = "{0}, and Olga {1}")
    @CsvSource(delimiter = '|', textBlock = """
        DELETION_SCHEDULED | switches | WORKSPACE_GOES_ON | WORKSPACE_GOES_ON  | WORKSPACE_GOES_ON
        DELETION_SCHEDULED | restores | WORKSPACE_RESTORED| WORKSPACE_RESTORED | WORKSPACE_RESTORED
        DEACTIVATED        | switches | PLAN_SWITCHED     | WORKSPACE_GOES_ON  | -
        TRIAL              | switches | PLAN_SWITCHED     | -                  | -
        """)
    void ifItIsCalledOff(String state, String does, String ada, String petra, String ann) {
        Cast cast = stage.cast();
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.STATE, state)
                .set(
                        WORKSPACE.PURGE_AT,
                        state.equals("TRIAL") ? null : Instant.now().plusSeconds(600))
                .where(WORKSPACE.ID.eq(cast.workspace))
                .execute();
        if (does.equals("switches")) {
            cast.olga.put(cast.at("plan"), Map.of("plan", "ENTERPRISE")).ok();
        } else {
            cast.olga.post(cast.at("restoration"), null).ok();
        }
        assertThat(told(cast.ada)).as("admin").startsWith(ada);
        assertThat(told(cast.petra)).as("a partner's manager").startsWith(petra);
        assertThat(told(cast.ann)).as("member").startsWith(ann);
        assertThat(told(cast.otto))
                .as("the house")
                .isEqualTo("HOUSE_WORKSPACE_GOES_ON: Olga "
                        + (does.equals("switches")
                                ? "switched your organization's workspace Acme vision to the Enterprise plan."
                                : "took the deletion of your organization's workspace Acme vision back."));
    }
}
