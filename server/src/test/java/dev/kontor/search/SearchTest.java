package dev.kontor.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** One box finds people, projects and datasets that one may see (O-03, O-05, M-01, M-03, section 6), and nothing else. */
@Specification
class SearchTest {
    @Autowired
    Stage stage;

    Cast cast;
    UUID night;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        night = dataset(cast.streets, "Streets at Night 2nd_take");
        dataset(cast.crossings, "Night crossings");
        dataset(cast.plans, "Plans for the night");
        dataset(cast.streets, "Zürich");
    }

    private UUID dataset(UUID project, String name) {
        return cast.pia
                .post("projects/" + project + "/datasets", Map.of("name", name))
                .ok()
                .id();
    }

    @ParameterizedTest(name = "{0} looks for \"{1}\": people {2}, projects {3}, datasets {4}")
    @CsvSource(delimiter = '|', textBlock = """
        Ada, admin               | streets     | -        | Streets          | Streets at Night 2nd_take
        Ada, admin               | NIGHT       | -        | -                | Plans for the night; Night crossings; Streets at Night 2nd_take
        Ada, admin               | ni          | -        | -                | Plans for the night; Night crossings; Streets at Night 2nd_take
        Ada, admin               | ight        | -        | -                | -
        Ada, admin               | nig str     | -        | -                | Streets at Night 2nd_take
        Ada, admin               | 2nd         | -        | -                | Streets at Night 2nd_take
        Ada, admin               | take        | -        | -                | Streets at Night 2nd_take
        Ada, admin               | züR         | -        | -                | Zürich
        Ada, admin               | 100%        | -        | -                | -
        Ada, admin               | _           | -        | -                | -
        Ada, admin               | p           | Petra; Pia | Plans          | Plans for the night
        Pia, project manager     | plans       | -        | Plans            | Plans for the night
        Dev, chosen in Crossings | night       | -        | -                | Night crossings; Streets at Night 2nd_take
        Dev, developer           | plans       | -        | -                | -
        Mo, chosen in Crossings  | night       | -        | -                | Night crossings; Streets at Night 2nd_take
        Mo, plain member         | pia         | -        | -                | -
        Ann, annotation manager  | l           | Lars; Lena; Lou | -         | -
        Ann, annotation manager  | petra       | -        | -                | -
        Ada, admin               | petra       | Petra    | -                | -
        Lena, has Streets        | night       | -        | -                | Streets at Night 2nd_take
        Lena, has Streets        | l           | Lars; Lena | -              | -
        Lena, has Streets        | crossings   | -        | -                | -
        Lars, plain member       | streets     | -        | -                | -
        Petra, has both          | night       | -        | -                | Streets at Night 2nd_take
        Rex, removed             | streets     | -        | -                | -
        Otto, no member          | streets     | -        | -                | -
        Sam, from elsewhere      | streets     | -        | -                | -
        """)
    void findsWhatOneSees(String who, String q, String people, String projects, String datasets) {
        Answer answer = search(cast.who(who), q).ok();
        assertThat(names(answer, "/people")).isEqualTo(list(people));
        assertThat(names(answer, "/projects")).isEqualTo(list(projects));
        assertThat(names(answer, "/datasets")).isEqualTo(list(datasets));
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Ada    | q=streets&workspace=W            | 200
        Ada    | q=                               | 200
        Sam    | q=streets&workspace=W            | 404 not-found
        Rex    | q=streets&workspace=W            | 404 not-found
        Ada    | q=streets&limit=0                | 422 unacceptable
        Ada    | q=streets&limit=21               | 422 unacceptable
        nobody | q=streets                        | 401 not-signed-in
        """)
    void refuses(String who, String query, String expected) {
        cast.who(who.strip())
                .get("search?" + query.replace("W", cast.workspace.toString()))
                .says(expected);
    }

    @Test
    void aKeyFindsWithinItsWorkspacesAndPermissions() {
        Client elsewhere = stage.withNewKey(cast.ada, List.of(cast.elsewhereWorkspace), List.of());
        assertThat(names(search(elsewhere, "streets").ok(), "/projects")).isEmpty();
        elsewhere.get("search?q=streets&workspace=" + cast.workspace).says("404 not-found");
        Client projects = stage.withNewKey(cast.ada, List.of(), List.of("WORKSPACE_VIEW", "PROJECT_VIEW"));
        assertThat(names(search(projects, "streets").ok(), "/projects")).containsExactly("Streets");
        assertThat(names(search(projects, "streets").ok(), "/datasets")).isEmpty();
        assertThat(names(search(projects, "pia").ok(), "/people")).isEmpty();
        Client datasets = stage.withNewKey(cast.ada, List.of(), List.of("DATASET_PREVIEW"));
        search(datasets, "streets").says("403 key-too-narrow");
    }

    @Test
    void peopleAreFoundByTheirAddressToo() {
        assertThat(names(search(cast.ada, cast.mo.email()).ok(), "/people")).containsExactly("Mo");
        assertThat(names(search(cast.mo, cast.ada.email()).ok(), "/people")).isEmpty();
    }

    @Test
    void aNewNameIsFoundAndTheOldOneIsNot() {
        UUID renamed = dataset(cast.streets, "Before");
        cast.pia.patch("datasets/" + renamed, Map.of("name", "Afterwards")).ok();
        assertThat(names(search(cast.pia, "before").ok(), "/datasets")).isEmpty();
        assertThat(names(search(cast.pia, "afterw").ok(), "/datasets")).containsExactly("Afterwards");
        cast.pia.delete("datasets/" + renamed + "?name=Afterwards").ok();
        assertThat(names(search(cast.pia, "afterw").ok(), "/datasets")).isEmpty();
    }

    @Test
    void saysWhereThingsAreAndWhetherThereIsMore() {
        Answer answer = cast.ada.get("search?q=night&limit=2").ok();
        assertThat(names(answer, "/datasets")).hasSize(2);
        assertThat(answer.json().at("/datasets/more").asBoolean()).isTrue();
        Answer all = search(cast.lena, "night").ok();
        assertThat(all.json().at("/datasets/more").asBoolean()).isFalse();
        assertThat(all.at("/datasets/items/0/id")).isEqualTo(night.toString());
        assertThat(all.at("/datasets/items/0/project/name")).isEqualTo("Streets");
        assertThat(all.at("/datasets/items/0/workspace/name")).isEqualTo("Acme vision");
    }

    private static Answer search(Client who, String q) {
        return who.send("GET", "search?q=" + URLEncoder.encode(q, StandardCharsets.UTF_8), null, Map.of());
    }

    private static List<String> names(Answer answer, String kind) {
        return answer.json()
                .at(kind + "/items")
                .valueStream()
                .map(hit -> hit.path("name").asString())
                .toList();
    }

    private static List<String> list(String cell) {
        return cell.equals("-") ? List.of() : List.of(cell.split("; *"));
    }
}
