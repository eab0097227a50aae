package dev.kontor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.web.Refused;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * C-10, C-11, O-11, O-13, O-14: what lists show, what a check by id lets through, and what the rules say are the same,
 * for people and places at random. A failure names the seed: give it back with {@code -Dkontor.seed=}.
 */
@Specification
class SightTest {
    private static final long SEED = Long.getLong("kontor.seed", new Random().nextInt(1_000_000));
    private static final List<String> SORTS = List.of("name", "-name", "created", "-created");

    @Autowired
    Stage stage;

    @Autowired
    Access access;

    @ParameterizedTest(name = "{0} projects")
    @ValueSource(ints = {15, 30})
    void listCheckAndOracleAgree(int size) {
        Graph graph = new Graph(stage, SEED + size, size);
        Oracle oracle = new Oracle(stage.sql(), graph.workspace);
        for (Client person : graph.people) {
            lists(graph, oracle, person, 7);
            checks(graph, oracle, person);
            levels(graph, oracle, person);
            datasets(graph, oracle, person, 5);
            datasetsOfProjects(graph, oracle, person);
        }
    }

    /** So many that people of limited access are listed in the broad shape too. */
    @ParameterizedTest(name = "{0} projects")
    @ValueSource(ints = 260)
    void listAndOracleAgreeOnMany(int size) {
        Graph graph = new Graph(stage, SEED, size);
        Oracle oracle = new Oracle(stage.sql(), graph.workspace);
        graph.people.forEach(person -> {
            lists(graph, oracle, person, 60);
            datasets(graph, oracle, person, 60);
        });
    }

    private void lists(Graph graph, Oracle oracle, Client person, int limit) {
        String list = "workspaces/" + graph.workspace + "/projects";
        if (!oracle.isMember(person.id())) {
            person.get(list).says("404 not-found");
            return;
        }
        for (String sort : SORTS) {
            assertThat(Pages.of(person, list, sort, limit))
                    .as(about(person, list, sort))
                    .isEqualTo(oracle.projects(person.id(), sort));
            assertThat(Pages.of(person, list, sort + "&trashed=true", limit))
                    .as(about(person, list + ", the trash", sort))
                    .isEqualTo(oracle.trash(person.id(), sort));
        }
        int counted = person.get("workspaces/" + graph.workspace)
                .json()
                .at("/counts/projects")
                .asInt();
        assertThat(counted)
                .as(about(person, "counts", ""))
                .isEqualTo(oracle.projects(person.id(), "name").size());
    }

    private void datasets(Graph graph, Oracle oracle, Client person, int limit) {
        if (!oracle.isMember(person.id())) {
            return;
        }
        String list = "workspaces/" + graph.workspace + "/datasets";
        for (String sort : SORTS) {
            assertThat(Pages.of(person, list, sort, limit))
                    .as(about(person, list, sort))
                    .isEqualTo(oracle.datasets(person.id(), sort));
        }
        for (var item : person.get(list + "?limit=200").items()) {
            UUID id = UUID.fromString(item.path("id").asString());
            assertThat(item.path("level").asString())
                    .as(about(person, "the level in " + list, id.toString()))
                    .isEqualTo(oracle.level(person.id(), id).orElseThrow().name());
        }
    }

    private void datasetsOfProjects(Graph graph, Oracle oracle, Client person) {
        for (UUID project : graph.projects) {
            String list = "projects/" + project + "/datasets";
            if (oracle.seesProject(person.id(), project)) {
                assertThat(Pages.of(person, list, "-name", 2))
                        .as(about(person, list, "-name"))
                        .isEqualTo(oracle.datasetsOf(project, "-name"));
            } else {
                assertThat(person.get(list).said()).as(about(person, list, "")).isEqualTo("404 not-found");
            }
        }
        for (UUID dataset : graph.datasets) {
            Answer answer = person.get("datasets/" + dataset);
            String level = oracle.level(person.id(), dataset).map(Enum::name).orElse("404 not-found");
            assertThat(answer.status() == 200 ? answer.at("/level") : answer.said())
                    .as(about(person, "datasets/" + dataset, ""))
                    .isEqualTo(level);
        }
    }

    private void checks(Graph graph, Oracle oracle, Client person) {
        for (UUID project : graph.projects) {
            String expected = oracle.seesProject(person.id(), project) ? "200" : "404 not-found";
            assertThat(person.get("projects/" + project).said())
                    .as(about(person, "projects/" + project, ""))
                    .isEqualTo(expected);
        }
    }

    private void levels(Graph graph, Oracle oracle, Client person) {
        for (UUID dataset : graph.datasets) {
            assertThat(level(person, Optional.empty(), dataset))
                    .as(about(person, "datasets/" + dataset, ""))
                    .isEqualTo(oracle.level(person.id(), dataset));
            assertThat(level(person, Optional.of(Set.of(UUID.randomUUID())), dataset))
                    .isEmpty();
            assertThat(level(person, Optional.of(Set.of(graph.workspace)), dataset))
                    .isEqualTo(oracle.level(person.id(), dataset));
        }
    }

    private Optional<DatasetLevel> level(Client person, Optional<Set<UUID>> keysWorkspaces, UUID dataset) {
        Optional<Actor.Key> key =
                keysWorkspaces.map(ids -> new Actor.Key(UUID.randomUUID(), Optional.of(ids), Optional.empty()));
        Actor actor = new Actor(person.id(), person.name(), person.organizationId(), false, key);
        try {
            return Optional.of(access.require(actor, DatasetPermission.DATASET_PREVIEW, dataset)
                    .scope()
                    .level());
        } catch (Refused refused) {
            assertThat(refused.refusal().code()).isEqualTo("not-found");
            return Optional.empty();
        }
    }

    private static String about(Client person, String what, String sort) {
        return "seed %d: %s %s, %s %s".formatted(SEED, person.name(), person.id(), what, sort);
    }
}
