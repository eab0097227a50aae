package dev.kontor.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C-09, O-12, O-13: editing a project: name, lead, period, visibility, archive. */
@Specification
class EditProjectTest {
    @Autowired
    Stage stage;

    Cast cast;
    Fresh fresh;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        fresh = new Fresh(cast);
    }

    @ParameterizedTest(name = "{0} {1} a {2} project: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Pia, its creator         | renames        | PRIVATE | 200
        Ada, admin               | renames        | PRIVATE | 200
        Petra, project manager   | renames        | PUBLIC  | 200
        Petra, who sees it not   | renames        | SHARED  | 404 not-found
        Dev, developer           | renames        | PUBLIC  | 403 forbidden
        Ann, annotation manager  | renames        | PUBLIC  | 403 forbidden
        Mo, chosen               | renames        | SHARED  | 403 forbidden
        Lena, partner's manager  | renames        | PUBLIC  | 403 forbidden
        Lars, plain partner      | renames        | PUBLIC  | 404 not-found
        Otto, of no workspace    | renames        | PUBLIC  | 404 not-found
        Sam, from elsewhere      | renames        | PUBLIC  | 404 not-found
        Petra, project manager   | leads with Petra in | PUBLIC | 200
        Petra, project manager   | leads with Pia in   | PUBLIC | 422 unknown-member
        Pia, its creator         | leads with Mo in    | PUBLIC | 200
        Pia, its creator         | leads with Sam in   | PUBLIC | 422 unknown-member
        Pia, its creator         | leads with Dora in  | PUBLIC | 422 unknown-member
        Ada, admin               | leads with Dora in  | PUBLIC | 200
        Mo, chosen               | leads with Mo in    | SHARED | 403 forbidden
        Pia, its creator         | plans 2026-01-01 to 2026-06-30 for | PUBLIC | 200
        Petra, project manager   | plans 2026-01-01 to 2026-01-01 for | PUBLIC | 200
        Pia, its creator         | plans 2026-06-30 to 2026-01-01 for | PUBLIC | 422 bad-period
        Pia, its creator         | plans 0026-01-01 to 2026-01-01 for | PUBLIC | 422 unacceptable
        Pia, its creator         | plans 2026-02-30 to 2026-03-01 for | PUBLIC | 422 wrong-type
        Dev, developer           | plans 2026-01-01 to 2026-06-30 for | PUBLIC | 403 forbidden
        Sam, from elsewhere      | plans 2026-01-01 to 2026-06-30 for | PUBLIC | 404 not-found
        Pia, its creator         | archives       | PUBLIC  | 200
        Petra, project manager   | archives       | PUBLIC  | 200
        Dev, developer           | archives       | PUBLIC  | 403 forbidden
        Sam, from elsewhere      | archives       | PUBLIC  | 404 not-found
        Pia, its creator         | makes SHARED   | PRIVATE | 200
        Petra, project manager   | makes SHARED   | PUBLIC  | 200
        Pia, its creator         | makes PRIVATE  | PUBLIC  | 200
        Ada, admin               | makes PRIVATE  | PUBLIC  | 200
        Petra, project manager   | makes PRIVATE  | PUBLIC  | 403 forbidden
        Mo, chosen               | makes PUBLIC   | SHARED  | 403 forbidden
        Lars, plain partner      | makes PRIVATE  | PUBLIC  | 404 not-found
        """)
    void edits(String who, String what, String visibility, String outcome) {
        String at = "projects/" + fresh.project(cast.pia, visibility, cast.mo);
        Answer before = cast.pia.get(at).ok();
        Answer answer = cast.who(who).patch(at, change(what.split(" ")));
        answer.says(outcome);
        if (answer.status() >= 400) {
            assertThat(cast.pia.get(at).text()).isEqualTo(before.text());
        }
    }

    private Map<String, Object> change(String[] words) {
        return switch (words[0]) {
            case "renames" -> Map.of("name", "Renamed", "description", "Otherwise");
            case "leads" -> Map.of("leadId", cast.who(words[2]).id());
            case "plans" -> Map.of("startsOn", words[1], "endsOn", words[3]);
            case "archives" -> Map.of("archived", true);
            case "makes" -> Map.of("visibility", words[1]);
            default -> throw new IllegalArgumentException(words[0]);
        };
    }

    @Test
    void aPeriodMayBeOpenAtEitherEnd() {
        String at = "projects/" + fresh.project(cast.pia, "PUBLIC");
        cast.pia.patch(at, Map.of("startsOn", "2026-03-01")).ok();
        assertThat(cast.pia.patch(at, Map.of("endsOn", "2026-02-01")).saidAbout())
                .isEqualTo("422 bad-period endsOn");
        Answer planned = cast.pia.patch(at, Map.of("endsOn", "2026-05-01")).ok();
        assertThat(planned.at("/startsOn") + " " + planned.at("/endsOn")).isEqualTo("2026-03-01 2026-05-01");
        Answer cleared = cast.pia.patch(at, "{\"startsOn\":null}").ok();
        assertThat(cleared.json().get("startsOn").isNull()).isTrue();
        assertThat(cleared.at("/endsOn")).isEqualTo("2026-05-01");
        Answer made = cast.pia.post(
                cast.at("projects"), Map.of("name", "Planned", "startsOn", "2026-01-01", "endsOn", "2026-12-31"));
        assertThat(made.ok().at("/endsOn")).isEqualTo("2026-12-31");
        cast.pia
                .post(cast.at("projects"), Map.of("name", "Late", "startsOn", "2026-02-01", "endsOn", "2026-01-31"))
                .says("422 bad-period");
    }

    @Test
    void theLeadIsALabel() {
        UUID id = fresh.project(cast.pia, "SHARED");
        cast.pia.patch("projects/" + id, Map.of("leadId", cast.ann.id())).ok();
        cast.ann.get("projects/" + id).says("404 not-found");
        assertThat(cast.pia.get("projects/" + id).at("/lead/name")).isEqualTo("Ann");
        assertThat(cast.pia
                        .patch("projects/" + id, "{\"leadId\":null}")
                        .ok()
                        .json()
                        .get("lead")
                        .isNull())
                .isTrue();
    }

    @Test
    void whileOthersOwnDatasetsItIsNotMadePrivate() {
        UUID id = fresh.project(cast.pia, "PUBLIC");
        fresh.dataset(cast.mo, id, "Lanes");
        fresh.dataset(cast.dora, id, "Bridges");
        fresh.dataset(cast.pia, id, "Signs");
        Answer refused = cast.pia.patch("projects/" + id, Map.of("visibility", "PRIVATE"));
        // O-05: Pia does not see Fleet Data's people
        refused.says("409 others-own-datasets");
        assertThat(refused.at("/detail"))
                .contains("Mo (Lanes)")
                .contains("a partner's member (Bridges)")
                .doesNotContain("Dora")
                .doesNotContain("Signs");
        assertThat(refused.texts("/owners")).hasSize(2);
        assertThat(cast.ada
                        .patch("projects/" + id, Map.of("visibility", "PRIVATE"))
                        .says("409 others-own-datasets")
                        .at("/detail"))
                .contains("Dora (Bridges)");
        assertThat(owners(cast.pia, id)).containsExactly("a partner's member 1", "Mo 1", "Pia 1");
        cast.mo.get("projects/" + id + "/impact").says("403 forbidden");
        cast.sam.get("projects/" + id + "/impact").says("404 not-found");
    }

    private static java.util.List<String> owners(Client reader, UUID id) {
        java.util.List<String> owners = new java.util.ArrayList<>();
        reader.get("projects/" + id + "/impact")
                .ok()
                .json()
                .get("owners")
                .forEach(owner -> owners.add(owner.at("/user/name").asString() + " "
                        + owner.path("datasets").asInt()));
        return owners.stream().sorted(String.CASE_INSENSITIVE_ORDER).toList();
    }

    @Test
    void makingItSharedChoosesTheOwnersOfItsDatasets() {
        UUID id = fresh.project(cast.pia, "PUBLIC");
        UUID lanes = fresh.dataset(cast.mo, id, "Lanes");
        cast.pia.patch("projects/" + id, Map.of("visibility", "SHARED")).ok();
        assertThat(cast.mo.get("datasets/" + lanes).ok().at("/level")).isEqualTo("OWNER");
        assertThat(cast.pia.get("projects/" + id + "/members").ok().items("/user/name"))
                .containsExactly("Mo", "Pia");
        cast.ann.get("projects/" + id).says("404 not-found");
    }

    @Test
    void whoeverMakesItSharedStays() {
        UUID id = fresh.project(cast.pia, "PUBLIC");
        cast.petra.patch("projects/" + id, Map.of("visibility", "SHARED")).ok();
        cast.petra.get("projects/" + id).says("200");
        assertThat(cast.ada.get("projects/" + id + "/members").ok().items("/user/name"))
                .containsExactly("Petra", "Pia");
    }

    @Test
    void anArchivedProjectIsOpenedAgainAndNothingElse() {
        UUID id = fresh.project(cast.pia, "PUBLIC");
        cast.pia.patch("projects/" + id, Map.of("archived", true)).ok();
        cast.pia.patch("projects/" + id, Map.of("name", "Other")).says("409 project-archived");
        cast.pia.patch("projects/" + id, Map.of("visibility", "PRIVATE")).says("409 project-archived");
        assertThat(cast.mo.get(cast.at("projects?archived=true")).ok().items("/id"))
                .contains(id.toString());
        assertThat(cast.mo.get(cast.at("projects?archived=false")).ok().items("/id"))
                .doesNotContain(id.toString());
        cast.pia
                .patch("projects/" + id, Map.of("archived", false, "name", "Open"))
                .ok();
        assertThat(cast.ada.get(cast.at("activity?limit=3")).ok().items("/kind"))
                .containsExactly("project.edited", "project.reopened", "project.archived");
    }

    @Test
    void whoeverChangedItMeanwhileIsNotOverwritten() {
        UUID id = fresh.project(cast.pia, "PUBLIC");
        String etag = cast.pia.get("projects/" + id).header("ETag");
        cast.ada.patch("projects/" + id, Map.of("name", "Ada's")).ok();
        cast.pia
                .send("PATCH", "projects/" + id, Map.of("name", "Pia's"), Map.of("If-Match", etag))
                .says("412 changed-meanwhile");
    }
}
