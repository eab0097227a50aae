package dev.kontor.inference;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** O-20: whoever looks after a workspace or a project ends what nobody else ends. */
@Specification
class EndReservationTest {
    @Autowired
    Stage stage;

    Cast cast;
    UUID dataset;
    /** Where Dev, who may change the dataset, reserves. */
    String at;

    String places;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        dataset = dataset("Day");
        at = "datasets/" + dataset + "/inference-reservations";
        places = "projects/" + cast.streets + "/inference-reservations";
    }

    private UUID dataset(String name) {
        UUID made = cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", name))
                .ok()
                .id();
        cast.pia
                .put("datasets/" + made + "/members/" + cast.dev.id(), Map.of("level", "EDITOR"))
                .ok();
        return made;
    }

    private UUID reserve(int files) {
        return cast.dev.post(at, Map.of("files", files)).ok().id();
    }

    private long used() {
        return Long.parseLong(cast.ada.get(cast.at("usage")).ok().at("/quotas/2/used"));
    }

    @ParameterizedTest(name = "{0} ends Dev''s: {1} in the project, {2} in the workspace")
    @CsvSource(delimiter = '|', textBlock = """
        Pia, project manager     | 204                | 403 forbidden
        Ada, workspace admin     | 204                | 204
        Olga, owner              | 204                | 204
        Dev, who made it         | 403 forbidden      | 403 forbidden
        Mo, member               | 403 forbidden      | 403 forbidden
        Lars, sees no project    | 404 not-found      | 403 forbidden
        Otto, of no workspace    | 404 not-found      | 404 not-found
        Sam, from elsewhere      | 404 not-found      | 404 not-found
        nobody                   | 401 not-signed-in  | 401 not-signed-in
        """)
    void whoeverLooksAfterThePlaceEndsIt(String who, String inProject, String inWorkspace) {
        ends(who, places, inProject);
        ends(who, cast.at("inference-reservations"), inWorkspace);
        cast.who(who).get(places).says(inProject.equals("204") ? "200" : inProject);
    }

    private void ends(String who, String places, String outcome) {
        UUID made = reserve(1);
        cast.who(who).delete(places + "/" + made).says(outcome);
        boolean ended = outcome.equals("204");
        assertThat(cast.dev.get(at + "/" + made).at("/state")).isEqualTo(ended ? "ENDED" : "OPEN");
        cast.ada.delete(cast.at("inference-reservations/%s", made)).says(ended ? "409 reservation-closed" : "204");
    }

    /** Somebody left, a program crashed: what was told counts, the rest is given back, and the log names both. */
    @Test
    void whatIsEndedIsGivenBack() {
        String made = at + "/" + reserve(50);
        cast.dev.patch(made, Map.of("inferred", 20)).ok();
        long held = used();
        Answer open = cast.pia.get(places + "?limit=1").ok();
        assertThat(open.texts("/items/0/can")).containsExactly("RESERVATION_END");
        cast.pia.delete(places + "/" + open.at("/items/0/id")).says("204");
        assertThat(held - used()).isEqualTo(30);
        Answer ended = cast.pia.get(places + "?limit=1").ok();
        assertThat(ended.at("/items/0/state") + " " + ended.at("/items/0/inferred"))
                .isEqualTo("ENDED 20");
        assertThat(ended.texts("/items/0/can")).isEmpty();
        cast.pia.delete(places + "/" + open.at("/items/0/id")).says("409 reservation-closed");
        cast.dev.patch(made, Map.of("inferred", 30)).says("409 reservation-closed");
        cast.dev.post(made + "/settlement", Map.of("inferred", 30)).says("409 reservation-closed");
        Answer log =
                cast.ada.get(cast.at("activity?kind=inference.ended&limit=1")).ok();
        assertThat(log.at("/items/0/actor/name") + " " + log.at("/items/0/detail/name"))
                .isEqualTo("Pia Dev");
        assertThat(log.at("/items/0/detail/user")).isEqualTo(cast.dev.id().toString());
        assertThat(log.at("/items/0/detail/inferred") + " of " + log.at("/items/0/detail/files"))
                .isEqualTo("20 of 50");
    }

    /** Of another project, of another workspace, of a dataset that is gone. */
    @Test
    void onlyWhatIsThereIsEnded() {
        UUID made = reserve(1);
        cast.ada
                .delete("projects/" + cast.crossings + "/inference-reservations/" + made)
                .says("404 not-found");
        cast.sam
                .delete("workspaces/" + cast.elsewhereWorkspace + "/inference-reservations/" + made)
                .says("404 not-found");
        UUID gone = dataset("Gone");
        UUID left = cast.dev
                .post("datasets/" + gone + "/inference-reservations", Map.of("files", 7))
                .ok()
                .id();
        cast.pia.delete("datasets/" + gone + "?name=Gone").says("204");
        cast.pia.delete(places + "/" + left).says("404 not-found");
        long held = used();
        cast.ada.delete(cast.at("inference-reservations/%s", left)).says("204");
        assertThat(held - used()).isEqualTo(7);
    }

    /** Its maker settles it at the moment in which it is ended: one of the two counts, and what is held comes back once. */
    @Test
    void endedOrSettledAndNeverBoth() throws Exception {
        for (int i = 0; i < 5; i++) {
            long before = used();
            UUID made = reserve(10);
            List<String> said = Together.said(
                    () -> cast.dev.post(at + "/" + made + "/settlement", Map.of("inferred", 10)),
                    () -> cast.ada.delete(cast.at("inference-reservations/%s", made)));
            assertThat(said).containsOnlyOnce("409 reservation-closed");
            assertThat(used() - before).isEqualTo(said.contains("200") ? 10 : 0);
        }
    }
}
