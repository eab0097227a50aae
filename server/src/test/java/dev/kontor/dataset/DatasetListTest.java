package dev.kontor.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Lists show everybody just what they see, page by page, in few statements however much there is. */
@Specification
class DatasetListTest {
    private static final List<String> NAMES = List.of("alpha", "Beta", "gamma 1", "gamma 2", "Ärger", "zeta");

    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        for (String project : List.of("Streets", "Crossings", "Plans")) {
            for (String name : NAMES) {
                cast.pia
                        .post("projects/" + cast.project(project) + "/datasets", Map.of("name", project + " " + name))
                        .ok();
            }
        }
    }

    @ParameterizedTest(name = "{0} sees those of {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Ada, workspace admin        | Streets, Crossings, Plans
        Olga, workspace owner       | Streets, Crossings, Plans
        Pia, creator                | Streets, Crossings, Plans
        Dev, chosen in Crossings    | Streets, Crossings
        Mo, chosen in Crossings     | Streets, Crossings
        Ann, of the house           | Streets
        Lena, limited access        | Streets
        Petra, limited access       | Streets
        Dora, full access           | Streets
        Lars, plain partner         | -
        """)
    void shows(String who, String projects) {
        List<String> wanted = new ArrayList<>(Cast.list(projects).stream()
                .flatMap(project -> NAMES.stream().map(name -> project + " " + name))
                .toList());
        for (String sort : List.of("name", "-name", "created", "-created")) {
            List<String> all = walk(cast.who(who), cast.at("datasets?limit=4&sort=" + sort));
            assertThat(all).as(sort).containsExactlyInAnyOrderElementsOf(wanted);
            List<String> whole =
                    cast.who(who).get(cast.at("datasets?sort=" + sort)).ok().items("/name");
            assertThat(all).as(sort).isEqualTo(whole);
        }
        List<String> up = walk(cast.who(who), cast.at("datasets?limit=5&sort=name"));
        List<String> down = new ArrayList<>(walk(cast.who(who), cast.at("datasets?limit=3&sort=-name")));
        Collections.reverse(down);
        assertThat(down).isEqualTo(up);
        assertThat(walk(cast.who(who), cast.at("datasets?limit=1&q=GAMMA")))
                .containsExactlyInAnyOrderElementsOf(
                        wanted.stream().filter(name -> name.contains("gamma")).toList());
    }

    private static List<String> walk(Client who, String path) {
        List<String> all = new ArrayList<>();
        Answer page = who.get("%s", path).ok();
        all.addAll(page.items("/name"));
        while (page.next() != null) {
            page = who.get("%s", path + "&cursor=" + page.next()).ok();
            assertThat(page.items()).isNotEmpty();
            all.addAll(page.items("/name"));
        }
        return all;
    }

    @Test
    void withinTheBudgetOfStatements() {
        UUID id = cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Budget"))
                .ok()
                .id();
        String at = "datasets/" + id;
        String draft =
                at + "/drafts/" + cast.pia.post(at + "/drafts", Map.of()).ok().at("/number");
        Upload upload = new Upload();
        for (int i = 0; i < 300; i++) upload.file("a/" + i, new byte[] {(byte) i});
        upload.to(cast.pia, draft).ok();
        String version = at + "/versions/"
                + cast.pia.post(draft + "/commit", Map.of("message", "m")).ok().id();
        budget(2, at);
        budget(
                3,
                cast.at("datasets"),
                cast.at("datasets?limit=1"),
                cast.at("datasets?sort=created"),
                "projects/" + cast.streets + "/datasets");
        budget(3, at + "/versions", version, at + "/members");
        budget(
                3,
                version + "/items?limit=200",
                version + "/items?limit=1",
                version + "/folders",
                version + "/item?path=a/7");
        budget(4, version + "/folder?limit=200", version + "/folder?prefix=a");
        budget(3, version + "/content?path=a/7", at + "/versions/main/items");
        budget(2, version + "/catalog");
        Client lena = cast.lena;
        assertThat(lena.get(cast.at("datasets")).ok().observed().statements()).isEqualTo(3);
        assertThat(lena.get(at).ok().observed().statements()).isEqualTo(2);
    }

    private void budget(int statements, String... paths) {
        Stream.of(paths)
                .forEach(path -> assertThat(
                                cast.pia.get("%s", path).ok().observed().statements())
                        .as(path)
                        .isLessThanOrEqualTo(statements));
    }
}
