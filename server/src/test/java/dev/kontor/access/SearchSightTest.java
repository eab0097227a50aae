package dev.kontor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What search finds is what lists show and the rules say, in its order, for people and places at random. */
@Specification
class SearchSightTest {
    private static final long SEED = Long.getLong("kontor.seed", new Random().nextInt(1_000_000));
    private static final List<String> QUERIES =
            List.of("a", "apple", "AP", "b", "cedar 1", "1", "2", "10 ced", "zebra_1", "z 1", "p", "p1", "nowhere");
    private static final int MOST = 20;

    @Autowired
    Stage stage;

    /** So many that people of limited access are served by both shapes. */
    @ParameterizedTest(name = "{0} projects")
    @ValueSource(ints = {20, 200})
    void searchAndOracleAgree(int size) {
        Graph graph = new Graph(stage, SEED, size);
        Oracle oracle = new Oracle(stage.sql(), graph.workspace);
        for (Client person : graph.people) {
            for (String q : QUERIES) {
                List<String> words = words(q);
                found(person, q, "/projects", oracle.projectsNamed(person.id(), words), graph);
                found(person, q, "/datasets", oracle.datasetsNamed(person.id(), words), graph);
                found(person, q, "/people", people(graph, oracle, person, words), graph);
            }
        }
    }

    private static void found(Client person, String q, String kind, List<String> expected, Graph graph) {
        boolean member = person.get("workspaces/" + graph.workspace).status() == 200;
        String query = "search?limit=" + MOST + "&q=" + q.replace(" ", "+");
        for (String path : member ? List.of(query, query + "&workspace=" + graph.workspace) : List.of(query)) {
            Answer answer = person.get(path).ok();
            String about = "seed %d: %s %s, %s in %s".formatted(SEED, person.name(), person.id(), kind, path);
            assertThat(answer.json()
                            .at(kind + "/items")
                            .valueStream()
                            .map(hit -> hit.path("id").asString()))
                    .as(about)
                    .containsExactlyElementsOf(expected.stream().limit(MOST).toList());
            assertThat(answer.json().at(kind + "/more").asBoolean()).as(about).isEqualTo(expected.size() > MOST);
        }
    }

    private static List<String> people(Graph graph, Oracle oracle, Client reader, List<String> words) {
        return graph.people.stream()
                .filter(person -> oracle.seesMember(reader.id(), person.id()))
                .filter(person -> Oracle.begin(words, person.name().toLowerCase(Locale.ROOT)))
                .sorted(Comparator.comparing((Client person) -> person.name())
                        .thenComparing(person -> person.id().toString()))
                .map(person -> person.id().toString())
                .toList();
    }

    private static List<String> words(String q) {
        return Arrays.stream(q.toLowerCase(Locale.ROOT).split("[ _]")).toList();
    }
}
