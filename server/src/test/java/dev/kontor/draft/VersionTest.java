package dev.kontor.draft;

import static dev.kontor.draft.Playground.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 7: diffs, switching, deleting versions. "Roads" is Pia's and PRIVATE; Mo is VIEWER, Ann USER, Dev EDITOR. */
@Specification
class VersionTest {
    @Autowired
    Stage stage;

    Cast cast;
    String roads;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        roads = dataset("Roads");
        level(cast.mo, "VIEWER");
        level(cast.ann, "USER");
        level(cast.dev, "EDITOR");
        for (int i = 0; i < 8; i++) {
            commit(roads, "main", new Upload().file("a", text("a" + i)));
        }
    }

    private String dataset(String name) {
        return "datasets/"
                + cast.pia
                        .post("projects/" + cast.streets + "/datasets", Map.of("name", name, "visibility", "PRIVATE"))
                        .ok()
                        .id();
    }

    private void level(Client person, String level) {
        cast.pia.put(roads + "/members/" + person.id(), Map.of("level", level)).ok();
    }

    private String draft(String d, String branch) {
        return d + "/drafts/"
                + cast.pia.post(d + "/drafts", Map.of("branch", branch)).ok().at("/number");
    }

    private Answer commit(String d, String branch, Upload upload) {
        String draft = draft(d, branch);
        upload.to(cast.pia, draft).ok();
        return cast.pia.post(draft + "/commit", Map.of("message", "m")).says("201");
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Mo, viewer            | compares            | 200
        Mo, viewer            | counts changes      | 200
        Lena, previewer       | compares            | 403 forbidden
        Lars, unchosen        | compares            | 404 not-found
        Sam, elsewhere        | counts changes      | 404 not-found
        Lena, previewer       | counts changes      | 403 forbidden
        Dev, editor           | switches            | 201
        Ann, user             | switches            | 403 forbidden
        Sam, elsewhere        | switches            | 404 not-found
        Dev, editor           | deletes a version 2 | 204
        Pia, dataset owner    | deletes a version 2 | 404 not-found
        Ann, user             | deletes a version 3 | 403 forbidden
        Rex, removed          | deletes a version 3 | 404 not-found
        """)
    void may(String who, String does, String said) {
        Client person = cast.who(who);
        Answer answer =
                switch (does.replaceFirst(" \\d", "")) {
                    case "compares" -> person.get(roads + "/diff?from=1&to=3");
                    case "counts changes" -> person.get(roads + "/diff/counts?from=1&to=3");
                    case "switches" ->
                        person.post(roads + "/branches/main/switch", Map.of("version", "1", "message", "back"));
                    case "deletes a version" -> person.delete(roads + "/versions/" + does.substring(does.length() - 1));
                    default -> throw new IllegalArgumentException(does);
                };
        answer.says(said);
    }

    @Test
    void aDiffShowsBothSides() {
        String d = dataset("Sides");
        String first = draft(d, "main");
        cast.pia.put(first + "/catalog", "{\"CLASSIFICATION\": {}}").ok();
        new Upload()
                .file("gone", text("g"))
                .file("labelled", text("l"), "{\"CLASSIFICATION\": {\"category\": \"cat\"}}")
                .file("rewritten", text("r"))
                .file("same", text("s"), "{\"CLASSIFICATION\": {\"category\": \"cat\"}}")
                .to(cast.pia, first)
                .ok();
        cast.pia.post(first + "/commit", Map.of("message", "m")).says("201");
        String second = draft(d, "main");
        cast.pia.delete(second + "/item?path=gone").says("204");
        cast.pia
                .patch(second + "/item?path=labelled", "{\"labels\": {\"CLASSIFICATION\": {\"category\": \"dog\"}}}")
                .ok();
        new Upload()
                .file("come", text("come"))
                .file("rewritten", text("rr"))
                .to(cast.pia, second)
                .ok();
        Answer diff = cast.pia
                .get(d + "/diff?from=1&to=draft-" + second.substring(second.lastIndexOf('/') + 1))
                .ok();
        assertThat(diff.items("/path")).containsExactly("come", "gone", "labelled", "rewritten");
        assertThat(diff.items("/change")).containsExactly("ADDED", "REMOVED", "CHANGED", "CHANGED");
        assertThat(diff.items("/labels")).containsExactly("false", "false", "true", "false");
        assertThat(diff.items("/content")).containsExactly("false", "false", "false", "true");
        assertThat(diff.at("/items/2/before/labels/CLASSIFICATION/category")).isEqualTo("cat");
        assertThat(diff.at("/items/2/after/labels/CLASSIFICATION/category")).isEqualTo("dog");
        cast.pia.post(second + "/commit", Map.of("message", "m")).says("201");
        // without a word about it, against the version before
        Answer counts = cast.pia.get(d + "/diff/counts").ok();
        assertThat(counts.json().toString())
                .isEqualTo(
                        "{\"from\":1,\"to\":2,\"added\":1,\"changed\":2,\"removed\":1,\"contents\":1,\"labels\":1,\"bytes\":4}");
        assertThat(cast.pia.get(d + "/diff?to=1").ok().items("/change"))
                .containsOnly("ADDED")
                .hasSize(4);
        assertThat(cast.pia.get(d + "/diff?change=REMOVED").ok().items("/path")).containsExactly("gone");
        assertThat(cast.pia.get(d + "/diff?from=2&to=1").ok().items("/change"))
                .containsExactly("REMOVED", "ADDED", "CHANGED", "CHANGED");
        cast.pia.get(d + "/diff?from=7").says("404 not-found");
        cast.pia.get(d + "/diff?change=MOVED").says("422 wrong-type");
    }

    @Test
    void switchingLeavesHistoryAndTakesTheCatalogAlong() {
        String d = dataset("Back");
        commit(d, "main", new Upload().file("a", text("1")).file("b", text("1")));
        String draft = draft(d, "main");
        cast.pia.put(draft + "/catalog", "{\"BOX2D\": {}}").ok();
        cast.pia.delete(draft + "/item?path=b").says("204");
        new Upload().file("c", text("3")).to(cast.pia, draft).ok();
        cast.pia.post(draft + "/commit", Map.of("message", "m")).says("201");
        cast.pia.post(d + "/branches/main/switch", Map.of("version", "2")).says("409 already-there");
        Answer left = cast.pia
                .post(d + "/branches/main/switch", Map.of("version", "1"))
                .says("201");
        assertThat(left.at("/draft/removed")).isEqualTo("1");
        assertThat(left.at("/draft/added")).isEqualTo("1");
        cast.pia.post(d + "/branches/main/switch", Map.of("version", "1")).says("409 draft-open");
        cast.pia.delete(d + "/drafts/" + left.at("/draft/number")).says("204");
        Answer made = cast.pia
                .post(d + "/branches/main/switch", Map.of("version", "1", "message", "as before", "tag", "again"))
                .says("201");
        assertThat(made.texts("/version/tags")).containsExactly("again");
        assertThat(cast.pia.get(d + "/versions/main/items").ok().items("/path")).containsExactly("a", "b");
        assertThat(cast.pia.get(d + "/versions/main/catalog").ok().json()).isEmpty();
        assertThat(cast.pia.get(d + "/versions/2/items").ok().items("/path")).containsExactly("a", "c");
        assertThat(cast.pia.get(d + "/versions").ok().items()).hasSize(3);
        cast.pia.post(d + "/branches/nowhere/switch", Map.of("version", "1")).says("404 not-found");
        cast.pia.post(d + "/branches/main/switch", Map.of("version", "nothing")).says("404 not-found");
    }

    @Test
    void whatRestsOnAVersionKeepsIt() {
        String d = dataset("Kept");
        Upload[] uploads = {
            new Upload().file("a", text("1")), new Upload().file("a", text("2")), new Upload().file("a", text("3"))
        };
        for (Upload upload : uploads) {
            commit(d, "main", upload);
        }
        cast.pia.post(d + "/branches", Map.of("name", "side", "from", "2")).says("201");
        cast.pia.post(d + "/tags", Map.of("name", "kept", "version", "2")).says("201");
        assertThat(cast.pia.delete(d + "/versions/2").says("409 version-in-use").texts("/uses"))
                .containsExactly("branch side", "tag kept");
        assertThat(cast.pia
                        .delete(d + "/versions/main")
                        .says("409 version-in-use")
                        .texts("/uses"))
                .containsExactly("branch main");
        UUID second = cast.pia.get(d + "/versions/2").ok().id();
        cast.pia.delete(d + "/branches/side").says("204");
        cast.pia.delete(d + "/tags/kept").says("204");
        cast.pia.delete(d + "/versions/" + second).says("204");
        cast.pia.get(d + "/versions/" + second + "/items").says("404 not-found");
        assertThat(cast.pia.get(d + "/versions/1/content?path=a").ok().text()).isEqualTo("1");
        assertThat(cast.pia.get(d + "/versions/3/content?path=a").ok().text()).isEqualTo("3");
        assertThat(cast.pia.get(d + "/diff").ok().items("/change")).containsExactly("CHANGED");
        cast.pia.delete(d + "/versions/draft-9").says("422 unacceptable");
    }
}
