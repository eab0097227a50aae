package dev.kontor.derivation;

import static dev.kontor.derivation.Deriving.*;
import static kontor.tables.Tables.ANNOT;
import static kontor.tables.Tables.AUDIT_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import dev.kontor.dataset.DatasetName;
import dev.kontor.draft.FillDraft.Conflicts;
import dev.kontor.identity.Starters;
import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 7: filter, merge and duplicate make datasets from versions, with USER on each of them. */
@Specification
class DerivationTest {
    @Autowired
    Stage stage;

    @Autowired
    DeriveDataset derive;

    @Autowired
    StartDerivation steps;

    @Autowired
    Map<String, RecurringTask<Void>> jobs;

    @Autowired
    Starters starters;

    Cast cast;
    UUID streets;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        streets = Deriving.streets(cast.pia, cast.streets);
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

    private UUID[] both() {
        return new UUID[] {
            dataset(
                    cast.pia,
                    cast.streets,
                    "First",
                    new Upload().file("both.txt", bytes("first")).file("x", bytes("x"))),
            dataset(
                    cast.pia,
                    cast.streets,
                    "Second",
                    new Upload().file("both.txt", bytes("second")).file("y", bytes("y")))
        };
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"KEEP_FIRST, first", "KEEP_LAST, second"})
    void merges(String conflicts, String kept) {
        Answer made = start(cast.pia, cast.streets, null, conflicts, both());
        assertThat(made.at("/state")).isEqualTo("DONE");
        assertThat(paths(cast.pia, made)).containsExactly("both.txt", "x", "y");
        assertThat(cast.pia
                        .get("datasets/" + made.at("/datasetId") + "/versions/main/content?path=both.txt")
                        .ok()
                        .text())
                .isEqualTo(kept);
    }

    /** Sent with a key or without, as if it had never been asked for. */
    @ParameterizedTest(name = "{0}, with a key: {1}")
    @CsvSource(
            nullValues = "-",
            value = {"-, true", "-, false", "ABORT, true", "ABORT, false"})
    void whatIsRefusedAtOnceLeavesNothing(@Nullable String conflicts, boolean keyed) {
        String route = "projects/" + cast.streets + "/derivations";
        Map<String, Object> wanted = wanted(null, conflicts, both());
        Map<String, String> key =
                keyed ? Map.of("Idempotency-Key", UUID.randomUUID().toString()) : Map.of();
        Answer refused = cast.pia.send("POST", route, wanted, key).says("409 paths-clash");
        assertThat(refused.at("/detail")).contains("both.txt", "Second");
        String name = (String) wanted.get("name");
        assertThat(cast.pia.get("me/derivations").ok().items("/name")).doesNotContain(name);
        assertThat(cast.pia
                        .get("projects/" + cast.streets + "/datasets?q=" + name.replace(' ', '+'))
                        .ok()
                        .items())
                .isEmpty();
        assertThat(stage.sql().fetchExists(AUDIT_EVENT, AUDIT_EVENT.OBJECT_NAME.eq(name)))
                .isFalse();
        // which is free still, and the same key asks anew
        wanted.put("conflicts", "KEEP_LAST");
        assertThat(cast.pia.send("POST", route, wanted, key).says("201").at("/state"))
                .isEqualTo("DONE");
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

    /** Labels of what was dropped or replaced do not stay behind in the workspace that they were to come to. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"KEEP_FIRST, cat cow", "KEEP_LAST, dog cow"})
    void copiesNoMoreLabelsThanComeAlong(String conflicts, String kept) {
        UUID first = opened(new Upload().file("both", bytes("1"), label("cat", "{}")));
        UUID second = opened(new Upload()
                .file("both", bytes("2"), label("dog", "{}"))
                .file("other", bytes("3"), label("cow", "{}")));
        Client sam = stage.stranger("Sam");
        UUID workspace = sam.post("workspaces", Map.of("name", "Sam's")).ok().id();
        Answer made = start(sam, stage.project(sam, workspace, "Copies", "PUBLIC"), null, conflicts, first, second);
        assertThat(sam.get("datasets/" + made.at("/datasetId") + "/versions/main/items")
                        .ok()
                        .items("/labels/CLASSIFICATION/category"))
                .containsExactly(kept.split(" "));
        RecurringTask<Void> tidy = jobs.get("tidyDraftsTask");
        stage.eventually(() -> {
            tidy.execute(tidy.instance("recurring"), null);
            int copied = stage.sql().fetchCount(ANNOT, ANNOT.WORKSPACE_ID.eq(workspace));
            return Optional.of(copied).filter(labels -> labels == 2);
        });
    }

    private UUID opened(Upload files) {
        String name = "Opened " + NUMBER.incrementAndGet();
        UUID id = dataset(cast.pia, cast.streets, name, files);
        cast.ada.send("PUT", "datasets/" + id + "/opening", null, Map.of()).ok();
        return id;
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
}
