package dev.kontor.project;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.dataset.DatasetDeleted;
import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** O-12, O-13: a project goes into the trash, comes out again, or is purged. */
@Specification
class TrashTest {
    @Autowired
    Stage stage;

    @Autowired
    EmptyTrash trash;

    @Autowired
    PurgeProject purge;

    Cast cast;
    Fresh fresh;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        fresh = new Fresh(cast);
    }

    @ParameterizedTest(name = "{0} {1}, in which {2} owns a dataset: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Pia, its creator       | deletes                    | nobody | 204
        Ada, admin             | deletes                    | nobody | 204
        Petra, project manager | deletes                    | nobody | 403 forbidden
        Dev, developer         | deletes                    | nobody | 403 forbidden
        Mo, of the house       | deletes                    | nobody | 403 forbidden
        Lars, plain partner    | deletes                    | nobody | 404 not-found
        Otto, of no workspace  | deletes                    | nobody | 404 not-found
        Sam, from elsewhere    | deletes                    | nobody | 404 not-found
        Pia, its creator       | deletes                    | Pia    | 204
        Pia, its creator       | deletes                    | Mo     | 409 others-own-datasets
        Pia, its creator       | deletes despite others     | Mo     | 409 others-own-datasets
        Ada, admin             | deletes                    | Mo     | 409 others-own-datasets
        Ada, admin             | deletes despite others     | Mo     | 204
        Pia, its creator       | restores                   | nobody | 200
        Ada, admin             | restores                   | nobody | 200
        Petra, project manager | restores                   | nobody | 404 not-found
        Mo, of the house       | restores                   | nobody | 404 not-found
        Sam, from elsewhere    | restores                   | nobody | 404 not-found
        Pia, its creator       | restores what is not there | nobody | 409 project-not-trashed
        Petra, project manager | restores what is not there | nobody | 403 forbidden
        """)
    void deletesAndRestores(String who, String what, String owner, String outcome) {
        UUID id = fresh.project(cast.pia, "PUBLIC");
        if (!owner.equals("nobody")) {
            fresh.dataset(cast.who(owner), id, "Lanes");
        }
        if (what.equals("restores")) {
            cast.pia.delete("projects/" + id).says("204");
        }
        Client actor = cast.who(who);
        Answer answer =
                switch (what) {
                    case "deletes" -> actor.delete("projects/" + id);
                    case "deletes despite others" -> actor.delete("projects/" + id + "?despiteOthers=true");
                    default -> actor.post("projects/" + id + "/restoration", Map.of());
                };
        assertThat(answer.said()).isEqualTo(outcome);
    }

    @Test
    void onlyItsCreatorAndAdminsSeeTheTrash() {
        UUID id = fresh.project(cast.pia, "PUBLIC", cast.mo);
        UUID dataset = fresh.dataset(cast.pia, id, "Lanes");
        cast.pia.delete("projects/" + id).says("204");
        for (Client person : List.of(cast.pia, cast.ada, cast.olga)) {
            assertThat(person.get(cast.at("projects?trashed=true")).ok().items("/id"))
                    .contains(id.toString());
            Answer one = person.get("projects/" + id).ok();
            assertThat(Instant.parse(one.at("/purgedAfter")))
                    .isEqualTo(Instant.parse(one.at("/trashedAt")).plus(Duration.ofDays(30)));
            person.get("datasets/" + dataset).says("200");
        }
        for (Client person : List.of(cast.mo, cast.dev, cast.lena, cast.petra, cast.dora)) {
            assertThat(person.get(cast.at("projects?trashed=true")).ok().items("/id"))
                    .doesNotContain(id.toString());
            person.get("projects/" + id).says("404 not-found");
            person.get("datasets/" + dataset).says("404 not-found");
        }
        for (Client person : List.of(cast.pia, cast.ada, cast.mo)) {
            assertThat(person.get(cast.at("projects")).ok().items("/id")).doesNotContain(id.toString());
            assertThat(person.get(cast.at("datasets")).ok().items("/id")).doesNotContain(dataset.toString());
        }
        cast.pia.patch("projects/" + id, Map.of("name", "Other")).says("409 project-trashed");
        cast.pia.patch("projects/" + id, Map.of("archived", false)).says("409 project-trashed");
        cast.pia.post("projects/" + id + "/restoration", Map.of()).ok();
        cast.mo.get("datasets/" + dataset).says("200");
    }

    @Test
    void itsOpenDatasetsAreClosed() {
        UUID id = fresh.project(cast.pia, "PUBLIC");
        UUID dataset = fresh.dataset(cast.pia, id, "Lanes");
        open(dataset);
        assertThat(cast.sam.get("datasets/" + dataset).ok().at("/level")).isEqualTo("USER");
        cast.sam.get("datasets/" + dataset + "/versions/main/items").says("200");
        cast.pia.delete("projects/" + id).says("204");
        cast.sam.get("datasets/" + dataset).says("404 not-found");
        cast.sam.get("datasets/" + dataset + "/versions/main/items").says("404 not-found");
        cast.mo.get("datasets/" + dataset).says("404 not-found");
        cast.pia.get("datasets/" + dataset).says("200");
        cast.pia.post("projects/" + id + "/restoration", Map.of()).ok();
        cast.sam.get("datasets/" + dataset).says("200");
    }

    /** T-03; no REST route opens yet. */
    private void open(UUID dataset) {
        stage.sql()
                .update(DATASET)
                .set(DATASET.VISIBILITY, "OPEN")
                .where(DATASET.ID.eq(dataset))
                .execute();
    }

    @Test
    void whoseTimeIsOverIsPurged() {
        UUID old = filled();
        UUID young = filled();
        aged(old, Duration.ofDays(31));
        aged(young, Duration.ofDays(29));
        trash.empty();
        cast.pia.get("projects/" + old).says("404 not-found");
        cast.ada.post("projects/" + old + "/restoration", Map.of()).says("404 not-found");
        assertThat(stage.sql().fetchExists(PROJECT, PROJECT.ID.eq(old))).isFalse();
        assertThat(stage.sql().fetchExists(DATASET, DATASET.PROJECT_ID.eq(old))).isFalse();
        assertThat(left(old)).isZero();
        cast.pia.get("projects/" + young).says("200");
        assertThat(left(young)).isPositive();
        Answer logged = cast.ada.get(cast.at("activity?kind=project.purged")).ok();
        assertThat(logged.items("/object/id")).containsExactly(old.toString());
        assertThat(logged.items("/actor/name")).containsExactly("Pia");
        trash.empty();
        assertThat(cast.ada.get(cast.at("activity?kind=project.purged")).ok().items())
                .hasSize(1);
    }

    @Test
    void aPurgeThatWasCutOffIsFinishedByTheNextRun() {
        UUID id = filled();
        aged(id, Duration.ofDays(31));
        purge.begin(new TrashedProjects.Place(cast.workspace, id));
        // begun: nobody sees it, restoring comes too late
        cast.pia.get("projects/" + id).says("404 not-found");
        cast.pia.post("projects/" + id + "/restoration", Map.of()).says("404 not-found");
        assertThat(cast.ada.get(cast.at("projects?trashed=true")).ok().items("/id"))
                .doesNotContain(id.toString());
        assertThat(left(id)).isPositive();
        trash.empty();
        assertThat(stage.sql().fetchExists(PROJECT, PROJECT.ID.eq(id))).isFalse();
    }

    private UUID filled() {
        UUID id = fresh.project(cast.pia, "PUBLIC", cast.mo);
        String at = "datasets/" + fresh.dataset(cast.pia, id, "Lanes");
        String draft =
                at + "/drafts/" + cast.pia.post(at + "/drafts", Map.of()).ok().at("/number");
        new Upload().file("a.txt", new byte[] {1}).to(cast.pia, draft).ok();
        cast.pia.post(draft + "/commit", Map.of("message", "first")).ok();
        cast.pia.post(at + "/drafts", Map.of()).ok();
        cast.pia
                .post("projects/" + id + "/documents", Map.of("name", "Rules", "url", "https://example.org"))
                .ok();
        return id;
    }

    private void aged(UUID id, Duration age) {
        cast.pia.delete("projects/" + id).says("204");
        stage.sql()
                .update(PROJECT)
                .set(PROJECT.TRASHED_AT, Instant.now().minus(age))
                .where(PROJECT.ID.eq(id))
                .execute();
    }

    /** Versions that the project's datasets have; {@link DatasetDeleted} takes them along. */
    private int left(UUID project) {
        return stage.sql()
                .fetchCount(
                        VERSION,
                        VERSION.DATASET_ID.in(
                                stage.sql().select(DATASET.ID).from(DATASET).where(DATASET.PROJECT_ID.eq(project))));
    }
}
