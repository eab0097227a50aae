package dev.kontor.derivation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.dataset.DatasetName;
import dev.kontor.draft.FillDraft.Conflicts;
import dev.kontor.identity.Starters;
import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** Section 7: filter, merge and duplicate make datasets from versions, with USER on each of them. */
@Specification
class DerivationTest {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    @Autowired
    Stage stage;

    @Autowired
    DeriveDataset derive;

    @Autowired
    StartDerivation steps;

    @Autowired
    Starters starters;

    Cast cast;
    UUID streets;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        streets = dataset(
                cast.pia,
                cast.streets,
                "Streets",
                new Upload()
                        .file("a/one.png", bytes("one"), label("cat", "{\"indoor\": true, \"n\": 3}"))
                        .file("a/two.jpg", bytes("two, longer"), label("dog", "{\"indoor\": false, \"n\": 12}"))
                        .file(
                                "b/three.txt",
                                bytes("three"),
                                "{\"BOX2D\": [" + box("cat", 5) + "," + box("dog", 50) + "]}")
                        .file("b/four.txt", bytes("four")));
        String draft = draft(cast.pia, streets);
        cast.pia
                .patch(
                        draft + "/item?path=b/four.txt",
                        Map.of("metadata", Map.of("weather", "rain, \"heavy\"", "lux", 7)))
                .ok();
        commit(cast.pia, draft);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', nullValues = "-", textBlock = """
        -                                                                                   | a/one.png a/two.jpg b/four.txt b/three.txt
        {"path": {"startsWith": "a/"}}                                                      | a/one.png a/two.jpg
        {"path": {"endsWith": ".txt", "contains": "our"}}                                   | b/four.txt
        {"path": {"contains": "%"}}                                                         | -
        {"mediaType": {"startsWith": "text/"}}                                              | b/four.txt b/three.txt
        {"mediaType": {"is": "text/plain"}}                                                 | b/four.txt b/three.txt
        {"size": {"atLeast": 4, "atMost": 5}}                                               | b/four.txt b/three.txt
        {"not": {"size": {"atLeast": 4}}}                                                   | a/one.png
        {"label": {"type": "CLASSIFICATION"}}                                               | a/one.png a/two.jpg
        {"not": {"label": {"type": "CLASSIFICATION"}}}                                      | b/four.txt b/three.txt
        {"label": {"type": "CLASSIFICATION", "category": "cat"}}                            | a/one.png
        {"label": {"type": "BOX2D", "category": "cat"}}                                     | b/three.txt
        {"label": {"type": "BOX2D", "category": "cat", "attributes": [{"name": "w", "value": {"above": 4}}]}}   | b/three.txt
        {"label": {"type": "BOX2D", "category": "cat", "attributes": [{"name": "w", "value": {"above": 5}}]}}   | -
        {"label": {"type": "BOX2D", "attributes": [{"name": "w", "value": {"atLeast": 50, "below": 51}}]}}      | b/three.txt
        {"label": {"type": "CLASSIFICATION", "attributes": [{"name": "indoor", "value": {"is": true}}]}}        | a/one.png
        {"label": {"type": "CLASSIFICATION", "attributes": [{"name": "indoor", "value": {"isNot": true}}]}}     | a/two.jpg
        {"label": {"type": "CLASSIFICATION", "attributes": [{"name": "n", "value": {"isNot": "3"}}]}}           | a/one.png a/two.jpg
        {"label": {"type": "CLASSIFICATION", "attributes": [{"name": "n", "value": {"atMost": 3}}]}}            | a/one.png
        {"label": {"type": "CLASSIFICATION", "attributes": [{"name": "other"}]}}            | -
        {"metadata": {"key": "weather"}}                                                    | b/four.txt
        {"metadata": {"key": "weather", "value": {"is": "rain, \\"heavy\\""}}}              | b/four.txt
        {"metadata": {"key": "weather", "value": {"startsWith": "rain", "contains": "\\"heavy"}}} | b/four.txt
        {"metadata": {"key": "lux", "value": {"below": 7}}}                                 | -
        {"metadata": {"key": "we\\"] ? (1 == 1)"}}                                          | -
        {"any": [{"path": {"is": "a/one.png"}}, {"metadata": {"key": "lux"}}]}              | a/one.png b/four.txt
        {"all": [{"path": {"startsWith": "a/"}}, {"not": {"label": {"type": "CLASSIFICATION", "category": "dog"}}}]} | a/one.png
        """)
    void filters(@Nullable String where, @Nullable String paths) {
        String question = where == null ? "{}" : "{\"where\": " + where + "}";
        List<String> expected = paths == null ? List.of() : List.of(paths.split(" "));
        Answer matches = cast.mo
                .post("datasets/" + streets + "/versions/main/matches", question)
                .ok();
        assertThat(matches.at("/count")).isEqualTo(String.valueOf(expected.size()));
        assertThat(matches.json().get("items").findValuesAsString("path")).isEqualTo(expected);

        Answer made = start(cast.pia, cast.streets, where, null, streets);
        assertThat(made.at("/state")).isEqualTo("DONE");
        assertThat(made.at("/taken")).isEqualTo(String.valueOf(expected.size()));
        assertThat(paths(cast.pia, made)).isEqualTo(expected);
    }

    @Test
    void keepsLabelsMetadataCatalogAndStatistics() {
        Answer made = start(cast.pia, cast.streets, null, null, streets);
        String at = "datasets/" + made.at("/datasetId");
        for (String path : List.of("a/one.png", "b/three.txt", "b/four.txt")) {
            assertThat(cast.pia
                            .get(at + "/versions/main/item?path=" + path)
                            .ok()
                            .json())
                    .isEqualTo(cast.pia
                            .get("datasets/" + streets + "/versions/main/item?path=" + path)
                            .ok()
                            .json());
        }
        assertThat(cast.pia.get(at + "/versions/main/catalog").ok().json())
                .isEqualTo(cast.pia
                        .get("datasets/" + streets + "/versions/main/catalog")
                        .ok()
                        .json());
        assertThat(cast.pia.get(at + "/preview").ok().json().get("statistics"))
                .isEqualTo(cast.pia
                        .get("datasets/" + streets + "/preview")
                        .ok()
                        .json()
                        .get("statistics"));
        assertThat(cast.pia.get(at + "/versions/main").ok().at("/message")).isEqualTo("Copied from Streets, version 2");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
        -          | STOPPED paths-clash | -
        ABORT      | STOPPED paths-clash | -
        KEEP_FIRST | DONE                | first
        KEEP_LAST  | DONE                | second
        """)
    void merges(@Nullable String conflicts, String state, @Nullable String kept) {
        UUID first = dataset(
                cast.pia,
                cast.streets,
                "First",
                new Upload().file("both.txt", bytes("first")).file("x", bytes("x")));
        UUID second = dataset(
                cast.pia,
                cast.streets,
                "Second",
                new Upload().file("both.txt", bytes("second")).file("y", bytes("y")));
        Answer made = start(cast.pia, cast.streets, null, conflicts, first, second);
        Answer ended = stage.eventually(
                () -> Optional.of(cast.pia.get("me/derivations/" + made.id()).ok())
                        .filter(answer -> !answer.at("/state").equals("RUNNING")));
        String reason = ended.json().get("reason").isNull() ? "" : " " + ended.at("/reason");
        assertThat(ended.at("/state") + reason).isEqualTo(state);
        if (kept == null) {
            assertThat(ended.json().get("datasetId").isNull()).isTrue();
            assertThat(ended.at("/detail")).contains("both.txt");
            assertThat(cast.pia
                            .get("projects/" + cast.streets + "/datasets?q="
                                    + made.at("/name").replace(' ', '+'))
                            .ok()
                            .items())
                    .isEmpty();
        } else {
            assertThat(paths(cast.pia, ended)).containsExactly("both.txt", "x", "y");
            assertThat(cast.pia
                            .get("datasets/" + ended.at("/datasetId") + "/versions/main/content?path=both.txt")
                            .ok()
                            .text())
                    .isEqualTo(kept);
        }
    }

    @Test
    void copiesLabelsFromAnotherWorkspace() {
        UUID open = dataset(cast.pia, cast.streets, "Open", new Upload().file("a.png", bytes("a"), label("cat", "{}")));
        cast.ada.send("PUT", "datasets/" + open + "/opening", null, Map.of()).ok();
        Client sam = stage.stranger("Sam");
        UUID workspace = sam.post("workspaces", Map.of("name", "Sam's")).ok().id();
        UUID project = sam.post("workspaces/" + workspace + "/projects", Map.of("name", "Copies"))
                .ok()
                .id();
        Answer made = start(sam, project, null, null, open);
        assertThat(made.at("/state")).isEqualTo("DONE");
        cast.pia.delete("datasets/" + open + "?name=Open").ok();
        assertThat(sam.get("datasets/" + made.at("/datasetId") + "/versions/main/item?path=a.png")
                        .ok()
                        .at("/labels/CLASSIFICATION/category"))
                .isEqualTo("cat");
        assertThat(stage.sql()
                        .fetchValue(
                                "select count(*) from annot a join item i on i.annot_id = a.id join line l on l.id ="
                                        + " i.line_id where a.workspace_id <> l.workspace_id"))
                .isEqualTo(0L);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Pia, project manager   | USER   | 201
        Mo, chosen             | USER   | 201
        Mo, only a viewer      | VIEWER | 403 forbidden
        Lars, not chosen       | -      | 404 not-found
        Sam, stranger          | -      | 404 not-found
        """)
    void takesUserOnTheSourceAndARightInTheProject(String who, String level, String outcome) {
        UUID source = level.equals("VIEWER") ? viewed() : streets;
        Map<String, Object> wanted = wanted(null, null, source);
        cast.who(who).post("projects/" + cast.streets + "/derivations", wanted).says(outcome);
        if (level.equals("VIEWER")) {
            cast.who(who)
                    .post("datasets/" + source + "/versions/main/matches", Map.of())
                    .says("403 forbidden");
        }
    }

    private UUID viewed() {
        UUID id = dataset(
                cast.pia, cast.streets, "Private " + NUMBER.incrementAndGet(), new Upload().file("a", bytes("a")));
        cast.pia.patch("datasets/" + id, Map.of("visibility", "PRIVATE")).ok();
        cast.pia
                .put("datasets/" + id + "/members/" + cast.mo.id(), Map.of("level", "VIEWER"))
                .ok();
        return id;
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        lost the source   | STOPPED not-found
        cancelled         | CANCELLED
        """)
    void endsWithoutAnythingHalfDone(String what, String state) {
        UUID source = dataset(
                cast.pia, cast.streets, "Source " + NUMBER.incrementAndGet(), new Upload().file("a", bytes("a")));
        String name = "Begun " + NUMBER.incrementAndGet();
        UUID id = begun(source, name);
        UUID into = UUID.fromString(cast.pia.get("me/derivations/" + id).ok().at("/datasetId"));
        if (what.equals("cancelled")) {
            cast.mo.delete("me/derivations/" + id).says("404 not-found");
            cast.pia.delete("me/derivations/" + id).says("204");
        } else {
            String its = cast.pia.get("datasets/" + source).ok().at("/name").replace(' ', '+');
            cast.pia.delete("datasets/" + source + "?name=" + its).ok();
        }
        assertThat(steps.step(id)).isFalse();
        Answer ended = cast.pia.get("me/derivations/" + id).ok();
        String reason = ended.json().get("reason").isNull() ? "" : " " + ended.at("/reason");
        assertThat(ended.at("/state") + reason).isEqualTo(state);
        cast.pia.get("datasets/" + into).says("404 not-found");
        cast.pia.delete("me/derivations/" + id).says("204");
    }

    @Test
    void aFinishedOneStaysWhenItIsCancelledTooLate() {
        Answer made = start(cast.pia, cast.streets, null, null, streets);
        cast.pia.delete("me/derivations/" + made.id()).says("204");
        cast.pia.get("datasets/" + made.at("/datasetId")).ok();
        assertThat(cast.pia
                        .get("me/derivations?dataset=" + made.at("/datasetId"))
                        .ok()
                        .items("/state"))
                .containsExactly("DONE");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '\u0001', textBlock = """
        {}                                                        | 422 unacceptable where
        {"path": {"is": "a"}, "size": {"atLeast": 1}}             | 422 unacceptable where
        {"path": {}}                                              | 422 unacceptable where
        {"all": []}                                               | 422 unacceptable where
        {"label": {"type": "TRIANGLE"}}                           | 422 wrong-type where.label.type
        {"label": {"category": "cat"}}                            | 422 field-missing where.label.type
        {"size": {"atLeast": "many"}}                             | 422 wrong-type where.size.atLeast
        {"metadata": {"key": "a", "value": {"is": [1]}}}          | 422 unacceptable where
        {"colour": "red"}                                         | 422 unacceptable where
        """)
    void refusesBadConditions(String where, String outcome) {
        Answer answer = cast.pia.post("datasets/" + streets + "/versions/main/matches", "{\"where\": " + where + "}");
        assertThat(answer.saidAbout()).isEqualTo(outcome);
    }

    private UUID begun(UUID source, String name) {
        var actor = starters.actor(cast.pia.id(), null).orElseThrow();
        var wanted = new DeriveDataset.Wanted(
                new DatasetName(name),
                null,
                null,
                List.of(new DeriveDataset.From(source, "main")),
                null,
                Conflicts.ABORT);
        return derive.start(actor, cast.streets, wanted);
    }

    private Answer start(
            Client who, UUID project, @Nullable String where, @Nullable String conflicts, UUID... sources) {
        // with a key all of it is one transaction
        Map<String, String> key = Map.of("Idempotency-Key", UUID.randomUUID().toString());
        return who.send("POST", "projects/" + project + "/derivations", wanted(where, conflicts, sources), key)
                .says("201");
    }

    private static Map<String, Object> wanted(@Nullable String where, @Nullable String conflicts, UUID... sources) {
        List<Map<String, Object>> from = new ArrayList<>();
        for (UUID source : sources) {
            from.add(Map.of("datasetId", source, "version", "main"));
        }
        Map<String, Object> wanted = new HashMap<>();
        wanted.put("name", "Derived " + NUMBER.incrementAndGet());
        wanted.put("sources", from);
        if (where != null) {
            wanted.put("where", JsonMapper.shared().readTree(where));
        }
        if (conflicts != null) {
            wanted.put("conflicts", conflicts);
        }
        return wanted;
    }

    private List<String> paths(Client who, Answer made) {
        return who.get("datasets/" + made.at("/datasetId") + "/versions/main/items")
                .ok()
                .items("/path");
    }

    private static UUID dataset(Client who, UUID project, String name, Upload files) {
        UUID id = who.post("projects/" + project + "/datasets", Map.of("name", unique(name)))
                .ok()
                .id();
        String draft = draft(who, id);
        who.put(draft + "/catalog", "{\"CLASSIFICATION\": {\"categories\": [{\"name\": \"cat\"}]}, \"BOX2D\": {}}")
                .ok();
        files.to(who, draft).ok();
        commit(who, draft);
        return id;
    }

    private static String unique(String name) {
        return name.equals("Streets") || name.equals("Open") ? name : name + " " + NUMBER.incrementAndGet();
    }

    private static String draft(Client who, UUID dataset) {
        String at = "datasets/" + dataset + "/drafts";
        return at + "/" + who.post(at, Map.of()).ok().at("/number");
    }

    private static void commit(Client who, String draft) {
        who.post(draft + "/commit", Map.of("message", "so far")).ok();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String label(String category, String attributes) {
        return "{\"CLASSIFICATION\": {\"category\": \"%s\", \"attributes\": %s}}".formatted(category, attributes);
    }

    private static String box(String category, int w) {
        return ("{\"box2d\": {\"xmin\": 0, \"ymin\": 0, \"xmax\": 1, \"ymax\": 1}, \"category\": \"%s\","
                        + " \"attributes\": {\"w\": %d}}")
                .formatted(category, w);
    }
}
