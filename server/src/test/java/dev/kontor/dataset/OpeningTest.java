package dev.kontor.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Routes;
import dev.kontor.testing.Routes.Route;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Things;
import dev.kontor.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** T-03: opening a dataset to every signed-in user, what strangers see of it, and closing it again. */
@Specification
class OpeningTest {
    /** All that strangers may do with somebody else's dataset. */
    private static final Set<String> FOR_STRANGERS = Set.of(
            "GET datasets/{datasetId}",
            "GET datasets/{datasetId}/branches",
            "GET datasets/{datasetId}/branches/{branch}",
            "GET datasets/{datasetId}/tags",
            "GET datasets/{datasetId}/diff",
            "GET datasets/{datasetId}/diff/counts",
            "GET datasets/{datasetId}/preview",
            "GET datasets/{datasetId}/preview/thumbnail",
            // who may use it may ask what of it fits, to make a dataset of it
            "POST datasets/{datasetId}/versions/{ref}/matches");

    @Autowired
    Stage stage;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mapping;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    private UUID dataset(String name) {
        return cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", name + " " + UUID.randomUUID()))
                .ok()
                .id();
    }

    private static String opening(UUID dataset) {
        return "datasets/" + dataset + "/opening";
    }

    private Answer does(Client who, String what, UUID dataset) {
        return switch (what) {
            case "asks" -> who.send("PUT", opening(dataset), null, Map.of());
            case "looks" -> who.get(opening(dataset));
            case "confirms" -> who.send("POST", opening(dataset) + "/confirmation", null, Map.of());
            case "ends it" -> who.delete(opening(dataset));
            default -> throw new IllegalArgumentException(what);
        };
    }

    @ParameterizedTest(name = "{0} {1}, {2}: {3}, then it is {4}")
    @CsvSource(delimiter = '|', textBlock = """
        Pia, dataset owner     | asks     | -     | 200                   | PROJECT
        Dora, dataset admin    | asks     | -     | 200                   | PROJECT
        Dora, dataset admin    | asks     | asked | 200                   | PROJECT
        Ada, workspace admin   | asks     | -     | 200                   | OPEN
        Ada, workspace admin   | asks     | asked | 200                   | OPEN
        Olga, workspace owner  | asks     | -     | 200                   | OPEN
        Mo, user               | asks     | -     | 403 forbidden         | PROJECT
        Lars, sees nothing     | asks     | -     | 404 not-found         | PROJECT
        Sam, elsewhere         | asks     | -     | 404 not-found         | PROJECT
        Ada, workspace admin   | confirms | asked | 204                   | OPEN
        Ada, workspace admin   | confirms | -     | 409 opening-not-asked | PROJECT
        Pia, dataset owner     | confirms | asked | 403 forbidden         | PROJECT
        Mo, user               | confirms | asked | 403 forbidden         | PROJECT
        Sam, elsewhere         | confirms | asked | 404 not-found         | PROJECT
        Ada, workspace admin   | ends it  | asked | 204                   | PROJECT
        Pia, who asked         | ends it  | asked | 204                   | PROJECT
        Pia, dataset owner     | ends it  | -     | 409 opening-not-asked | PROJECT
        Mo, user               | ends it  | asked | 403 forbidden         | PROJECT
        Sam, elsewhere         | ends it  | asked | 404 not-found         | PROJECT
        Mo, user               | looks    | asked | 403 forbidden         | PROJECT
        Pia, dataset owner     | looks    | asked | 200                   | PROJECT
        """)
    void opening(String who, String what, String before, String outcome, String then) {
        UUID id = dataset("Opening");
        cast.ada
                .put("datasets/" + id + "/members/" + cast.dora.id(), Map.of("level", "ADMIN"))
                .ok();
        if (before.equals("asked")) does(cast.pia, "asks", id).says("200");
        assertThat(does(cast.who(who), what, id).said()).isEqualTo(outcome);
        assertThat(cast.pia.get("datasets/" + id).ok().at("/visibility")).isEqualTo(then);
        cast.sam.get("datasets/" + id).says(then.equals("OPEN") ? "200" : "404 not-found");
    }

    @Test
    void whoConfirmsSeesTheSourcesAndWhoAsked() {
        Things things = new Things(stage.cast());
        Cast there = things.cast();
        UUID id = things.dataset();
        does(there.pia, "asks", id).says("200");
        Answer seen = does(there.ada, "looks", id).ok();
        assertThat(seen.at("/asked/by/name")).isEqualTo("Pia");
        assertThat(seen.texts("/can")).containsExactly("OPENING_CONFIRM", "OPENING_REJECT");
        assertThat(seen.json().at("/sources/0/organization").asString("")).isEqualTo("Acme");
        assertThat(seen.json().at("/sources/0/items").asInt(0)).isEqualTo(1);
        assertThat(does(there.pia, "looks", id).ok().texts("/can")).containsExactly("OPENING_ASK", "OPENING_WITHDRAW");
    }

    @Test
    void workspaceAdminsActOnItInTheNotificationCentre() {
        UUID id = dataset("Told");
        does(cast.pia, "asks", id).says("200");
        JsonNode asked = told(cast.ada, id, "OPENING_ASKED");
        assertThat(asked.at("/actions/1/name").asString("")).isEqualTo("REJECT");
        cast.ada
                .send("POST", asked.at("/actions/0/path").asString(""), null, Map.of())
                .says("204");
        told(cast.pia, id, "OPENING_CONFIRMED");
        stage.eventually(() -> Optional.of(
                        told(cast.olga, id, "OPENING_ASKED").at("/outcome").asString(""))
                .filter("CONFIRMED"::equals));

        UUID other = dataset("Told");
        does(cast.pia, "asks", other).says("200");
        told(cast.ada, other, "OPENING_ASKED");
        does(cast.ada, "ends it", other).says("204");
        told(cast.pia, other, "OPENING_REJECTED");
        does(cast.pia, "asks", other).says("200");
    }

    private JsonNode told(Client who, UUID about, String kind) {
        return stage.eventually(() -> who.get("me/notifications?limit=200").ok().items().stream()
                .filter(item -> item.at("/kind").asString("").equals(kind)
                        && item.at("/objectId").asString("").equals(about.toString()))
                .findFirst());
    }

    /** Every route of the server, so that a new one is closed to strangers until this test says otherwise. */
    @Test
    void strangersReadVersionsAndItemsAndNothingElse() {
        Things things = new Things(stage.cast());
        Cast there = things.cast();
        UUID id = things.dataset();
        there.ada.send("PUT", opening(id), null, Map.of()).says("200");
        for (Client stranger : List.of(there.sam, there.lars, there.otto)) {
            for (Route route : Routes.of(mapping)) {
                if (route.path().startsWith("datasets/{datasetId}")) {
                    Answer answer = things.send(stranger, route);
                    boolean reads = FOR_STRANGERS.contains(route.toString())
                            || route.reading() && route.path().startsWith("datasets/{datasetId}/versions");
                    assertThat(answer.said())
                            .as("%s for %s", route, stranger.name())
                            .isEqualTo(reads ? "200" : "403 forbidden");
                    for (UUID hidden : List.of(there.streets, there.pia.id(), there.ada.id())) {
                        assertThat(answer.text())
                                .as("%s for %s", route, stranger.name())
                                .doesNotContain(hidden.toString(), "Pia", "Streets\"");
                    }
                }
            }
            Answer seen = stranger.get("datasets/" + id).ok();
            assertThat(seen.at("/level")).isEqualTo("USER");
            assertThat(seen.at("/owner/organization/name")).isEqualTo("Acme");
            assertThat(seen.at("/draft")).isEmpty();
            // newest first: other tests open datasets, too, and a page has fifty
            assertThat(stranger.get("open-datasets?sort=-created").ok().items("/id"))
                    .contains(id.toString());
        }
        // O-14: to members who do not see the project it is no part of the workspace's lists
        assertThat(there.lars.get(there.at("datasets")).ok().items("/id")).doesNotContain(id.toString());
    }

    @Test
    void closingEndsStrangersAccessWithTheNextRequest() {
        UUID id = dataset("Closing");
        does(cast.ada, "asks", id).says("200");
        cast.sam.get("datasets/" + id + "/versions").says("200");
        cast.pia.patch("datasets/" + id, Map.of("visibility", "OPEN")).says("422 opening-is-asked-for");
        does(cast.pia, "asks", id).says("409 already-open");
        cast.pia.patch("datasets/" + id, Map.of("visibility", "PROJECT")).says("200");
        cast.sam.get("datasets/" + id + "/versions").says("404 not-found");
        cast.sam.get("datasets/" + id).says("404 not-found");
        assertThat(cast.sam.get("open-datasets?limit=200").ok().items("/id")).doesNotContain(id.toString());
    }

    @Test
    void inTheTrashNothingIsOpen() {
        UUID project = cast.pia
                .post(cast.at("projects"), Map.of("name", "Short", "visibility", "PUBLIC"))
                .ok()
                .id();
        UUID id = cast.pia
                .post("projects/" + project + "/datasets", Map.of("name", "Short"))
                .ok()
                .id();
        does(cast.ada, "asks", id).says("200");
        cast.pia.delete("projects/" + project).ok();
        cast.sam.get("datasets/" + id).says("404 not-found");
        assertThat(cast.sam.get("open-datasets?limit=200").ok().items("/id")).doesNotContain(id.toString());
    }

    @Test
    void theListSearchesAndPages() {
        String word = "Findable" + UUID.randomUUID().toString().substring(0, 8);
        for (int i = 0; i < 3; i++) {
            does(cast.ada, "asks", dataset(word + " " + i)).says("200");
        }
        Answer first =
                cast.dora.get("open-datasets?limit=2&q=" + word.toUpperCase()).ok();
        assertThat(first.items("/organization/name")).containsExactly("Acme", "Acme");
        Answer second = cast.dora
                .get("open-datasets?limit=2&q=" + word + "&cursor=" + first.next())
                .ok();
        assertThat(second.items("/name")).hasSize(1);
        assertThat(second.next()).isNull();
        assertThat(cast.sam.get("open-datasets?sort=-created&q=" + word).ok().items("/name"))
                .hasSize(3);
        assertThat(cast.sam.get("open-datasets?q=" + word.substring(3)).ok().items("/name"))
                .as("from its middle on")
                .hasSize(3);
        assertThat(cast.sam.get("open-datasets?q=" + word + "%%25").ok().items())
                .isEmpty();
        Client narrowed = stage.withNewKey(cast.sam, List.of(cast.elsewhereWorkspace), List.of());
        assertThat(narrowed.get("open-datasets").ok().items()).isEmpty();
        assertThat(narrowed.get("open-datasets?sort=created&q=" + word).ok().items())
                .isEmpty();
        cast.nobody.get("open-datasets").says("401 not-signed-in");
    }

    @RepeatedTest(value = 3, name = "T-03: confirmed by one and rejected by another at once ({currentRepetition})")
    void confirmedAndRejectedAtOnce() throws Exception {
        UUID id = dataset("Race");
        does(cast.pia, "asks", id).says("200");
        List<String> said = Together.said(() -> does(cast.ada, "confirms", id), () -> does(cast.olga, "ends it", id));
        assertThat(said).contains("204").containsAnyOf("409 opening-not-asked");
        String visibility = cast.pia.get("datasets/" + id).ok().at("/visibility");
        assertThat(visibility).isEqualTo(said.getFirst().equals("204") ? "OPEN" : "PROJECT");
    }
}
