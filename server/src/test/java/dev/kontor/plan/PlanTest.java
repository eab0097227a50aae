package dev.kontor.plan;

import static kontor.tables.Tables.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** the workspace owner switches the plan, deletes the workspace, and restores it. */
@Specification
class PlanTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    private void become(Cast of, String state) {
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.PLAN, state.equals("ENTERPRISE") ? "ENTERPRISE" : "TRIAL")
                .set(WORKSPACE.STATE, state)
                .set(WORKSPACE.TRIAL_ENDS_AT, Instant.now().plus(Duration.ofDays(state.equals("TRIAL") ? 9 : -9)))
                .set(WORKSPACE.PURGE_AT, state.startsWith("DE") ? Instant.now().plus(Duration.ofDays(9)) : null)
                .where(WORKSPACE.ID.eq(of.workspace))
                .execute();
    }

    private static String workspace(Cast of) {
        return "workspaces/" + of.workspace;
    }

    private static String deletion(Cast of, String typed) {
        return workspace(of) + "?name=" + URLEncoder.encode(typed, StandardCharsets.UTF_8);
    }

    private static Answer act(Cast of, Client who, String what) {
        return switch (what) {
            case "sees the plan" -> who.get(of.at("plan"));
            case "switches" -> who.put(of.at("plan"), Map.of("plan", "ENTERPRISE"));
            case "goes back to trial" -> who.put(of.at("plan"), Map.of("plan", "TRIAL"));
            case "deletes" -> who.delete(deletion(of, "Acme vision"));
            case "deletes, mistyped" -> who.delete(deletion(of, "acme visions"));
            case "deletes, typing nothing" -> who.delete(workspace(of));
            case "restores" -> who.post(of.at("restoration"), null);
            default -> throw new IllegalArgumentException(what);
        };
    }

    @ParameterizedTest(name = "{0} {1} of a workspace in {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | sees the plan           | TRIAL              | 200
        Mo, member              | sees the plan           | TRIAL              | 200
        Lars, partner's member  | sees the plan           | PURGED             | 200
        Sam, from elsewhere     | sees the plan           | TRIAL              | 404 not-found
        Otto, of no workspace   | sees the plan           | TRIAL              | 404 not-found
        Olga, owner             | switches                | TRIAL              | 200
        Olga, owner             | switches                | DEACTIVATED        | 200
        Olga, owner             | switches                | DELETION_SCHEDULED | 200
        Olga, owner             | switches                | PURGED             | 200
        Olga, owner             | switches                | ENTERPRISE         | 409 plan-already-held
        Olga, owner             | goes back to trial      | ENTERPRISE         | 422 no-way-back-to-trial
        Ada, admin              | switches                | TRIAL              | 403 forbidden
        Lena, partner's manager | switches                | TRIAL              | 403 forbidden
        Otto, of no workspace   | switches                | TRIAL              | 404 not-found
        Sam, from elsewhere     | switches                | TRIAL              | 404 not-found
        Olga, owner             | deletes                 | TRIAL              | 204
        Olga, owner             | deletes                 | ENTERPRISE         | 204
        Olga, owner             | deletes                 | DEACTIVATED        | 204
        Olga, owner             | deletes                 | PURGED             | 204
        Olga, owner             | deletes                 | DELETION_SCHEDULED | 409 deletion-scheduled-already
        Olga, owner             | deletes, mistyped       | TRIAL              | 422 workspace-name-not-confirmed
        Olga, owner             | deletes, typing nothing | TRIAL              | 422 workspace-name-not-confirmed
        Ada, admin              | deletes                 | TRIAL              | 403 forbidden
        Otto, of no workspace   | deletes                 | TRIAL              | 404 not-found
        Sam, from elsewhere     | deletes                 | TRIAL              | 404 not-found
        Olga, owner             | restores                | DELETION_SCHEDULED | 200
        Olga, owner             | restores                | TRIAL              | 409 no-deletion-scheduled
        Olga, owner             | restores                | PURGED             | 409 no-deletion-scheduled
        Ada, admin              | restores                | DELETION_SCHEDULED | 403 forbidden
        Sam, from elsewhere     | restores                | DELETION_SCHEDULED | 404 not-found
        nobody                  | restores                | DELETION_SCHEDULED | 401 not-signed-in
        """)
    void theOwnerDecides(String who, String what, String state, String outcome) {
        become(cast, state);
        act(cast, cast.who(who), what).says(outcome);
    }

    @Test
    void thePlanSaysWhereItStandsAndWhatTheReaderCanDo() {
        become(cast, "DEACTIVATED");
        Answer owner = cast.olga.get(cast.at("plan")).ok();
        assertThat(owner.at("/plan") + " " + owner.at("/state")).isEqualTo("TRIAL DEACTIVATED");
        assertThat(Instant.parse(owner.at("/purgeAt"))).isAfter(Instant.now());
        assertThat(owner.texts("/can")).containsExactly("PLAN_SWITCH", "WORKSPACE_DELETE");
        assertThat(cast.ada.get(cast.at("plan")).texts("/can")).isEmpty();
        assertThat(cast.olga.get(workspace(cast)).at("/purgeAt")).isEqualTo(owner.at("/purgeAt"));
        become(cast, "DELETION_SCHEDULED");
        assertThat(cast.olga.get(cast.at("plan")).texts("/can")).containsExactly("PLAN_SWITCH", "WORKSPACE_RESTORE");
        become(cast, "ENTERPRISE");
        assertThat(cast.olga.get(cast.at("plan")).texts("/can")).containsExactly("WORKSPACE_DELETE");
    }

    @Test
    void anAccessKeyDeletesNoWorkspace() {
        become(cast, "TRIAL");
        Client key = stage.withNewKey(cast.olga, List.of(), List.of());
        act(cast, key, "deletes").says("403 browser-only");
        assertThat(key.get(cast.at("plan")).texts("/can")).containsExactly("PLAN_SWITCH");
        act(cast, key, "switches").says("200");
    }

    @Test
    void whatWasDeletedComesBackAsThePlanAndTheClockHaveIt() {
        become(cast, "TRIAL");
        act(cast, cast.olga, "deletes").says("204");
        Answer dying = cast.mo.get(workspace(cast)).ok();
        assertThat(dying.at("/state")).isEqualTo("DELETION_SCHEDULED");
        assertThat(Duration.between(Instant.now(), Instant.parse(dying.at("/purgeAt")))
                        .toDays())
                .isBetween(29L, 30L);
        assertThat(act(cast, cast.olga, "restores").ok().at("/state")).isEqualTo("TRIAL");
        become(cast, "DEACTIVATED");
        act(cast, cast.olga, "deletes").says("204");
        Answer restored = act(cast, cast.olga, "restores").ok();
        assertThat(restored.at("/state")).isEqualTo("DEACTIVATED");
        assertThat(Duration.between(Instant.now(), Instant.parse(restored.at("/purgeAt")))
                        .toDays())
                .isBetween(29L, 30L);
        become(cast, "ENTERPRISE");
        act(cast, cast.olga, "deletes").says("204");
        Answer paid = act(cast, cast.olga, "restores").ok();
        assertThat(paid.at("/plan") + " " + paid.at("/state")).isEqualTo("ENTERPRISE ENTERPRISE");
        assertThat(paid.json().at("/purgeAt").isNull()).isTrue();
    }
}
