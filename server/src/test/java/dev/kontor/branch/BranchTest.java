package dev.kontor.branch;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 7: branches and tags. "Roads" is Pia's and PRIVATE; Mo is VIEWER there, Ann USER, Dev EDITOR. */
@Specification
class BranchTest {
    @Autowired
    Stage stage;

    Cast cast;
    UUID roads;
    String at;
    int names;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        roads = dataset("Roads");
        at = "datasets/" + roads;
        level(cast.mo, "VIEWER");
        level(cast.ann, "USER");
        level(cast.dev, "EDITOR");
        commit(at, "main", "first", "a.txt", "one");
        commit(at, "main", "second", "b.txt", "two");
    }

    private UUID dataset(String name) {
        return cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", name, "visibility", "PRIVATE"))
                .ok()
                .id();
    }

    private void level(Client person, String level) {
        cast.pia.put(at + "/members/" + person.id(), Map.of("level", level)).ok();
    }

    private Answer commit(String at, String branch, String message, String path, String content) {
        String draft = at + "/drafts/"
                + cast.pia.post(at + "/drafts", Map.of("branch", branch)).ok().at("/number");
        new Upload()
                .file(path, content.getBytes(StandardCharsets.UTF_8))
                .to(cast.pia, draft)
                .ok();
        return cast.pia.post(draft + "/commit", Map.of("message", message)).says("201");
    }

    private String branch() {
        String name = "branch" + ++names;
        cast.pia.post(at + "/branches", Map.of("name", name)).says("201");
        return name;
    }

    private String tag() {
        String name = "tag" + ++names;
        cast.pia.post(at + "/tags", Map.of("name", name, "version", "main")).says("201");
        return name;
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Dev, editor           | starts a branch  | 201
        Pia, dataset owner    | starts a branch  | 201
        Ada, workspace admin  | starts a branch  | 201
        Ann, user             | starts a branch  | 403 forbidden
        Lena, previewer       | starts a branch  | 403 forbidden
        Lars, unchosen        | starts a branch  | 404 not-found
        Sam, elsewhere        | starts a branch  | 404 not-found
        Dev, editor           | renames a branch | 200
        Mo, viewer            | renames a branch | 403 forbidden
        Rex, removed          | renames a branch | 404 not-found
        Dev, editor           | deletes a branch | 204
        Ann, user             | deletes a branch | 403 forbidden
        Otto, no member       | deletes a branch | 404 not-found
        Mo, viewer            | lists branches   | 200
        Lena, previewer       | lists branches   | 403 forbidden
        Sam, elsewhere        | lists branches   | 404 not-found
        Dev, editor           | tags a version   | 201
        Mo, viewer            | tags a version   | 403 forbidden
        Sam, elsewhere        | tags a version   | 404 not-found
        Dev, editor           | takes a tag off  | 204
        Ann, user             | takes a tag off  | 403 forbidden
        Lars, unchosen        | takes a tag off  | 404 not-found
        Mo, viewer            | lists tags       | 200
        Lena, previewer       | lists tags       | 403 forbidden
        Sam, elsewhere        | lists tags       | 404 not-found
        """)
    void may(String who, String does, String said) {
        Client person = cast.who(who);
        Answer answer =
                switch (does) {
                    case "starts a branch" -> person.post(at + "/branches", Map.of("name", "branch" + ++names));
                    case "renames a branch" ->
                        person.patch(at + "/branches/" + branch(), Map.of("name", "renamed" + ++names));
                    case "deletes a branch" -> person.delete(at + "/branches/" + branch());
                    case "lists branches" -> person.get(at + "/branches");
                    case "tags a version" ->
                        person.post(at + "/tags", Map.of("name", "tag" + ++names, "version", "main"));
                    case "takes a tag off" -> person.delete(at + "/tags/" + tag());
                    case "lists tags" -> person.get(at + "/tags");
                    default -> throw new IllegalArgumentException(does);
                };
        answer.says(said);
    }

    @ParameterizedTest(name = "a branch called {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        night            | 201
        v1.0-rc_1        | 201
        Night            | 409 ref-name-taken name
        main             | 409 ref-name-taken name
        latest           | 422 bad-text name
        Latest           | 422 bad-text name
        17               | 422 bad-text name
        v17              | 422 bad-text name
        draft-3          | 422 bad-text name
        Draft-3          | 422 bad-text name
        a/b              | 422 bad-text name
        .hidden          | 422 bad-text name
        ümlaut           | 422 bad-text name
        0196f3c2-0000-7000-8000-000000000000 | 422 bad-text name
        """)
    void name(String name, String said) {
        assertThat(cast.dev.post(at + "/branches", Map.of("name", name)).saidAbout())
                .isEqualTo(said);
    }

    @Test
    void aBranchGoesOnByItselfAndMainStaysAsItIs() {
        String d = "datasets/" + dataset("Own way");
        commit(d, "main", "one", "a.txt", "one");
        Answer second = commit(d, "main", "two", "b.txt", "two");
        cast.pia.post(d + "/branches", Map.of("name", "side", "from", "1")).says("201");
        assertThat(cast.pia.get(d + "/versions/side/items").ok().items("/path")).containsExactly("a.txt");
        Answer branched = commit(d, "side", "three", "c.txt", "three");
        assertThat(branched.at("/branch")).isEqualTo("side");
        assertThat(branched.at("/items")).isEqualTo("2");
        assertThat(cast.pia.get(d + "/versions/side/items").ok().items("/path")).containsExactly("a.txt", "c.txt");
        assertThat(cast.pia.get(d + "/versions/main/items").ok().items("/path")).containsExactly("a.txt", "b.txt");
        assertThat(cast.pia.get(d + "/versions?ref=side").ok().items("/message"))
                .containsExactly("three", "one");
        assertThat(cast.pia.get(d + "/versions?ref=main").ok().items("/message"))
                .containsExactly("two", "one");
        assertThat(cast.pia.get(d + "/versions").ok().items("/newest")).containsExactly("true", "true", "false");
        // the dataset stands for its main branch
        assertThat(cast.pia.get(d).ok().at("/latest")).isEqualTo(second.at("/number"));
        Answer branches = cast.pia.get(d + "/branches").ok();
        assertThat(branches.items("/name")).containsExactly("main", "side");
        assertThat(branches.items("/number")).containsExactly("2", "3");
        assertThat(branches.items("/versions")).containsExactly("2", "1");
        assertThat(branches.at("/items/1/from/branch")).isEqualTo("main");
        assertThat(branches.at("/items/1/version")).isEqualTo(branched.id().toString());
    }

    @Test
    void everyBranchHasADraftOfItsOwn() {
        String d = "datasets/" + dataset("Drafts");
        commit(d, "main", "one", "a.txt", "one");
        cast.pia.post(d + "/branches", Map.of("name", "side")).says("201");
        Answer main = cast.pia.post(d + "/drafts", Map.of()).says("201");
        Answer side = cast.pia.post(d + "/drafts", Map.of("branch", "side")).says("201");
        cast.pia.post(d + "/drafts", Map.of("branch", "side")).says("200");
        cast.pia.post(d + "/drafts", Map.of("branch", "nowhere")).says("404 not-found");
        assertThat(side.at("/branch")).isEqualTo("side");
        assertThat(cast.pia.get(d + "/drafts").ok().items("/branch")).containsExactly("main", "side");
        assertThat(cast.pia.get(d).ok().at("/draft")).isEqualTo(main.at("/number"));
        cast.pia.delete(d + "/drafts/" + side.at("/number")).says("204");
        assertThat(cast.pia.get(d).ok().at("/draft")).isEqualTo(main.at("/number"));
        assertThat(cast.pia.get(d + "/branches").ok().items("/draft")).containsExactly(main.at("/number"), "");
    }

    @Test
    void aStateHasManyNames() {
        String d = "datasets/" + dataset("Names");
        Answer first = commit(d, "main", "one", "a.txt", "one");
        commit(d, "main", "two", "a.txt", "two");
        cast.pia.post(d + "/tags", Map.of("name", "delivered", "version", "v1")).says("201");
        for (String ref : List.of("1", "v1", "delivered", first.id().toString())) {
            assertThat(cast.pia
                            .get(d + "/versions/" + ref + "/content?path=a.txt")
                            .ok()
                            .text())
                    .as(ref)
                    .isEqualTo("one");
            assertThat(cast.pia.get(d + "/versions/" + ref).ok().texts("/tags")).containsExactly("delivered");
        }
        for (String ref : List.of("2", "main", "latest")) {
            assertThat(cast.pia
                            .get(d + "/versions/" + ref + "/content?path=a.txt")
                            .ok()
                            .text())
                    .as(ref)
                    .isEqualTo("two");
        }
        for (String ref : List.of("3", "v0", "nothing", UUID.randomUUID().toString())) {
            cast.pia.get(d + "/versions/" + ref + "/items").says("404 not-found");
        }
        cast.pia.post(d + "/tags", Map.of("name", "x", "version", "draft-3")).says("422 unacceptable");
        cast.pia.post(d + "/branches", Map.of("name", "delivered")).says("409 ref-name-taken");
    }

    @Test
    void aCommitMayBringItsTag() {
        String d = "datasets/" + dataset("Tagged");
        String draft =
                d + "/drafts/" + cast.pia.post(d + "/drafts", Map.of()).ok().at("/number");
        new Upload().file("a", new byte[1]).to(cast.pia, draft).ok();
        cast.pia.post(draft + "/commit", Map.of("message", "m", "tag", "main")).says("409 ref-name-taken");
        cast.pia.post(draft + "/commit", Map.of("message", "m", "tag", "a b")).says("422 bad-text");
        Answer version = cast.pia
                .post(draft + "/commit", Map.of("message", "m", "tag", "1.0"))
                .says("201");
        assertThat(version.texts("/tags")).containsExactly("1.0");
        assertThat(cast.pia.get(d + "/tags").ok().items("/number")).containsExactly("1");
    }

    @Test
    void whatRestsOnABranchIsNamedBeforeItGoes() {
        String d = "datasets/" + dataset("Rests");
        cast.pia.post(d + "/branches", Map.of("name", "early")).says("409 no-version");
        commit(d, "main", "one", "a.txt", "one");
        cast.pia.post(d + "/branches", Map.of("name", "side")).says("201");
        commit(d, "side", "two", "b.txt", "two");
        cast.pia.post(d + "/branches", Map.of("name", "beside", "from", "side")).says("201");
        cast.pia.post(d + "/tags", Map.of("name", "kept", "version", "side")).says("201");
        String draft = cast.pia
                .post(d + "/drafts", Map.of("branch", "side"))
                .says("201")
                .at("/number");
        Answer refused = cast.pia.delete(d + "/branches/side").says("409 branch-in-use");
        assertThat(refused.texts("/uses")).containsExactly("branch beside", "draft " + draft, "tag kept");
        cast.pia.delete(d + "/drafts/" + draft).says("204");
        cast.pia.delete(d + "/tags/kept").says("204");
        cast.pia.delete(d + "/branches/beside").says("204");
        cast.pia.delete(d + "/branches/side").says("204");
        cast.pia.delete(d + "/branches/side").says("404 not-found");
        cast.pia.delete(d + "/branches/main").says("409 main-branch-stays");
        cast.pia.patch(d + "/branches/main", Map.of("name", "trunk")).says("409 main-branch-stays");
        assertThat(cast.pia.get(d + "/versions").ok().items("/message")).containsExactly("one");
        // numbers are never given out twice
        assertThat(Long.parseLong(cast.pia.post(d + "/drafts", Map.of()).ok().at("/number")))
                .isGreaterThan(Long.parseLong(draft));
        cast.pia.delete(d + "?name=Rests").says("204");
    }

    @Test
    void aDatasetGoesWithAllItsBranches() {
        String d = "datasets/" + dataset("Whole");
        commit(d, "main", "one", "a.txt", "one");
        cast.pia.post(d + "/branches", Map.of("name", "side")).says("201");
        commit(d, "side", "two", "b.txt", "two");
        cast.pia.post(d + "/branches", Map.of("name", "deep", "from", "side")).says("201");
        commit(d, "deep", "three", "c.txt", "three");
        assertThat(cast.pia.get(d + "/versions/deep/items").ok().items("/path"))
                .containsExactly("a.txt", "b.txt", "c.txt");
        cast.pia.post(d + "/tags", Map.of("name", "x", "version", "deep")).says("201");
        cast.pia.delete(d + "?name=Whole").says("204");
        cast.pia.get(d + "/branches").says("404 not-found");
    }
}
