package dev.kontor.project;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C-10, K-08, O-02, O-12: who is chosen into a project, taken off it, moved from one to another. */
@Specification
class ProjectMembersTest {
    @Autowired
    Stage stage;

    Cast cast;
    Fresh fresh;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        fresh = new Fresh(cast);
    }

    @ParameterizedTest(name = "{0} chooses {1}: {2}; takes off: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Pia, its creator       | Ann, colleague               | 204 | 204
        Ada, admin             | Ann, colleague               | 204 | 204
        Pia, its creator       | Lars, of a partner she sees  | 204 | 204
        Pia, its creator       | Petra, whom she does not see | 404 not-found | 404 not-found
        Ada, admin             | Petra, a powerful partner    | 204 | 204
        Petra, project manager | Petra, herself               | 204 | 204
        Petra, project manager | Mo, whom she does not see    | 404 not-found | 404 not-found
        Dev, developer         | Ann, colleague               | 403 forbidden | 403 forbidden
        Mo, of the house       | Ann, colleague               | 403 forbidden | 403 forbidden
        Lena, partner's        | Lars, colleague              | 403 forbidden | 403 forbidden
        Lars, plain partner    | Lars, himself                | 404 not-found | 404 not-found
        Otto, of no workspace  | Ann, colleague               | 404 not-found | 404 not-found
        Sam, from elsewhere    | Ann, colleague               | 404 not-found | 404 not-found
        Pia, its creator       | Rex, who was removed         | 404 not-found | 404 not-found
        Pia, its creator       | Sam, from elsewhere          | 404 not-found | 404 not-found
        """)
    void choosesAndTakesOff(String who, String whom, String chosen, String dropped) {
        String at = "projects/" + fresh.project(cast.pia, "PUBLIC") + "/members/"
                + cast.who(whom).id();
        cast.who(who).put(at, Map.of()).says(chosen);
        cast.who(who).delete(at).says(dropped);
    }

    @Test
    void theirOrganizationHasTheProjectFirst() {
        UUID id = stage.project(cast.pia, cast.workspace, "Acme's alone", "SHARED");
        cast.pia.put("projects/" + id + "/members/" + cast.lars.id(), Map.of()).says("409 organization-lacks-project");
        assertThat(cast.pia.get("projects/" + id + "/candidates").ok().items("/name"))
                .contains("Ann")
                .doesNotContain("Lars", "Petra");
        cast.pia.put("projects/" + id + "/members/" + cast.ann.id(), Map.of()).says("204");
        assertThat(cast.pia.get("projects/" + id + "/candidates").ok().items("/name"))
                .doesNotContain("Ann");
        assertThat(cast.pia
                        .get("projects/" + id + "/candidates?chosen=true")
                        .ok()
                        .items("/name"))
                .contains("Ann");
    }

    @Test
    void severalAreAddedAtOnceEachWithAnOutcome() {
        UUID id = stage.project(cast.pia, cast.workspace, "Acme's alone", "SHARED", cast.mo);
        Answer answer = add(cast.pia, id, null, cast.ann, cast.lars, cast.mo, cast.petra, cast.sam);
        assertThat(outcomes(answer))
                .containsExactly(
                        "ADDED",
                        "REFUSED organization-lacks-project",
                        "ALREADY_MEMBER",
                        "REFUSED unknown-member",
                        "REFUSED unknown-member");
        cast.ann.get("projects/" + id).says("200");
    }

    @Test
    void severalAreMovedAndWhoCannotComeStays() {
        UUID from = fresh.project(cast.pia, "SHARED", cast.mo, cast.ann);
        cast.pia
                .put("projects/" + from + "/members/" + cast.lars.id(), Map.of())
                .says("204");
        UUID to = stage.project(cast.pia, cast.workspace, "Acme's alone", "SHARED", cast.ann);
        UUID lanes = fresh.dataset(cast.mo, from, "Lanes");
        UUID signs = fresh.dataset(cast.pia, from, "Signs");
        cast.pia
                .put("datasets/" + signs + "/members/" + cast.mo.id(), Map.of("level", "EDITOR"))
                .says("204");
        Answer takes = cast.pia.get("projects/" + from + "/members/impact?users=" + cast.mo.id() + "," + cast.ann.id());
        assertThat(takes.ok().text())
                .contains("\"kind\":\"grants\",\"count\":1", "\"kind\":\"owned-datasets\",\"count\":1");
        Answer answer = add(
                cast.pia,
                to,
                Map.of("from", from, "handOverTo", cast.ada.id()),
                cast.mo,
                cast.lars,
                cast.ann,
                cast.dev);
        assertThat(outcomes(answer)).containsExactly("MOVED", "REFUSED organization-lacks-project", "MOVED", "ADDED");
        cast.mo.get("projects/" + from).says("404 not-found");
        cast.mo.get("projects/" + to).says("200");
        cast.lars.get("projects/" + from).says("200");
        assertThat(cast.ada.get("datasets/" + lanes).ok().at("/owner/name")).isEqualTo("Ada");
        assertThat(cast.pia.get("datasets/" + signs + "/members").ok().items("/user/name"))
                .containsExactly("Pia");
        assertThat(cast.ada.get(cast.at("activity?limit=20")).ok().items("/kind"))
                .contains("project.member-dropped", "project.member-chosen", "dataset.handed-over");
    }

    @ParameterizedTest(name = "{0} moves Ann from {1} to {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Pia, creator of both   | hers         | hers         | 200
        Ada, admin             | hers         | hers         | 200
        Petra, project manager | hers         | hers         | 200
        Dev, developer         | hers         | hers         | 403 forbidden
        Sam, from elsewhere    | hers         | hers         | 404 not-found
        Petra, project manager | hidden       | hers         | 404 not-found
        Pia, its creator       | hers         | archived     | 409 project-archived
        Pia, its creator       | archived     | hers         | 200
        Pia, its creator       | hers         | trashed      | 409 project-trashed
        Pia, its creator       | elsewhere    | hers         | 404 not-found
        """)
    void moving(String who, String from, String to, String outcome) {
        Answer answer = add(cast.who(who), project(to), Map.of("from", project(from)), cast.ann);
        assertThat(answer.said()).isEqualTo(outcome);
    }

    private UUID project(String which) {
        if (which.equals("elsewhere")) {
            return stage.project(cast.sam, cast.elsewhereWorkspace, "Sam's", "PUBLIC");
        }
        UUID id = fresh.project(cast.pia, which.equals("hidden") ? "SHARED" : "PUBLIC", cast.ann);
        if (which.equals("archived")) {
            cast.pia.patch("projects/" + id, Map.of("archived", true)).ok();
        } else if (which.equals("trashed")) {
            cast.pia.delete("projects/" + id).says("204");
        }
        return id;
    }

    private static Answer add(
            Client actor, UUID to, @org.jspecify.annotations.Nullable Map<String, Object> more, Client... people) {
        Map<String, Object> body = new java.util.HashMap<>(more == null ? Map.of() : more);
        body.put("users", Arrays.stream(people).map(Client::id).toList());
        return actor.post("projects/" + to + "/members", body);
    }

    private static List<String> outcomes(Answer answer) {
        List<String> said = new java.util.ArrayList<>();
        answer.ok()
                .json()
                .get("outcomes")
                .forEach(o -> said.add(
                        (o.path("outcome").asString() + " " + o.path("code").asString("")).strip()));
        return said;
    }
}
