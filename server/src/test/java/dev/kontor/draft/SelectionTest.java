package dev.kontor.draft;

import static dev.kontor.draft.Playground.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 7: many items of a draft at once. "Roads" is Pia's and PRIVATE; Mo is VIEWER, Ann USER, Dev EDITOR. */
@Specification
class SelectionTest {
    private static final String CAT = "{\"CLASSIFICATION\": {\"category\": \"cat\"}}";

    @Autowired
    Stage stage;

    Cast cast;
    int datasets;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    /** A draft on a version with five items; on a branch of its own, where all of them are of the line below. */
    private String draft(boolean branched) {
        String d = "datasets/"
                + cast.pia
                        .post(
                                "projects/" + cast.streets + "/datasets",
                                Map.of("name", "Roads " + ++datasets, "visibility", "PRIVATE"))
                        .ok()
                        .id();
        level(d, cast.mo, "VIEWER");
        level(d, cast.ann, "USER");
        level(d, cast.dev, "EDITOR");
        String first =
                d + "/drafts/" + cast.pia.post(d + "/drafts", Map.of()).ok().at("/number");
        cast.pia
                .put(first + "/catalog", "{\"CLASSIFICATION\": {}, \"BOX2D\": {}}")
                .ok();
        new Upload()
                .file("a/1", text("1"), CAT)
                .file("a/2", text("2"), CAT)
                .file("a/b/3", text("3"))
                .file("a0", text("4"))
                .file("c", text("5"), CAT)
                .to(cast.pia, first)
                .ok();
        cast.pia.post(first + "/commit", Map.of("message", "m")).says("201");
        if (branched) {
            cast.pia.post(d + "/branches", Map.of("name", "side")).says("201");
        }
        return d + "/drafts/"
                + cast.pia
                        .post(d + "/drafts", Map.of("branch", branched ? "side" : "main"))
                        .ok()
                        .at("/number");
    }

    private void level(String d, Client person, String level) {
        cast.pia.put(d + "/members/" + person.id(), Map.of("level", level)).ok();
    }

    private Answer items(String draft) {
        int at = draft.lastIndexOf("/drafts/");
        return cast.pia
                .get(draft.substring(0, at) + "/versions/draft-" + draft.substring(at + 8) + "/items")
                .ok();
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Dev, editor      | removes | 200
        Mo, viewer       | removes | 403 forbidden
        Sam, elsewhere   | removes | 404 not-found
        Dev, editor      | moves   | 200
        Ann, user        | moves   | 403 forbidden
        Lars, unchosen   | moves   | 404 not-found
        Dev, editor      | edits   | 200
        Lena, previewer  | edits   | 403 forbidden
        Rex, removed     | edits   | 404 not-found
        """)
    void may(String who, String does, String said) {
        String draft = draft(false);
        Client person = cast.who(who);
        Answer answer =
                switch (does) {
                    case "removes" -> person.post(draft + "/removals", Map.of("folders", List.of("a/")));
                    case "moves" -> person.post(draft + "/moves", Map.of("from", "a/", "to", "z/"));
                    case "edits" ->
                        person.post(
                                draft + "/edits",
                                Map.of("folders", List.of(""), "edit", Map.of("clearLabels", List.of("BOX2D"))));
                    default -> throw new IllegalArgumentException(does);
                };
        answer.says(said);
    }

    @ParameterizedTest(name = "on a branch of its own: {0}")
    @CsvSource({"false", "true"})
    void foldersAndFilesGoTogether(boolean branched) {
        String draft = draft(branched);
        new Upload().file("a/new", text("new")).to(cast.pia, draft).ok();
        Answer done = cast.pia
                .post(draft + "/removals", Map.of("folders", List.of("a"), "paths", List.of("c", "nothing")))
                .ok();
        assertThat(done.at("/items")).isEqualTo("5");
        assertThat(items(draft).items("/path")).containsExactly("a0");
        Answer shown = cast.pia.get(draft).ok();
        assertThat(shown.at("/removed")).isEqualTo("4");
        assertThat(shown.at("/added")).isEqualTo("0");
        new Upload().file("a/1", text("1"), CAT).to(cast.pia, draft).ok();
        assertThat(items(draft).items("/path")).containsExactly("a/1", "a0");
        cast.pia.post(draft + "/removals", Map.of("folders", List.of(""))).ok();
        assertThat(items(draft).items("/path")).isEmpty();
        cast.pia.post(draft + "/removals", Map.of()).says("422 field-missing");
    }

    @ParameterizedTest(name = "on a branch of its own: {0}")
    @CsvSource({"false", "true"})
    void aFolderMovesThereAndBackWithItsLabels(boolean branched) {
        String draft = draft(branched);
        cast.pia.post(draft + "/moves", Map.of("from", "a/", "to", "z/y/")).ok();
        assertThat(items(draft).items("/path")).containsExactly("a0", "c", "z/y/1", "z/y/2", "z/y/b/3");
        assertThat(items(draft).at("/items/2/labels/CLASSIFICATION/category")).isEqualTo("cat");
        assertThat(cast.pia.get(draft).ok().at("/added")).isEqualTo("3");
        cast.pia.post(draft + "/moves", Map.of("from", "z/y/", "to", "a/")).ok();
        Answer shown = cast.pia.get(draft).ok();
        assertThat(shown.at("/added") + shown.at("/changed") + shown.at("/removed"))
                .isEqualTo("000");
        assertThat(items(draft).items("/path")).containsExactly("a/1", "a/2", "a/b/3", "a0", "c");
    }

    @ParameterizedTest(name = "from {0} to {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        c      | d       | 200
        c      | a/deep/c | 200
        c      | a0      | 409 path-taken to
        a/     | b/      | 200
        a/     | a/b/    | 422 bad-path to
        a/     | b       | 422 bad-path to
        c      | d/      | 422 bad-path to
        c      | ../d    | 422 bad-path path
        c      | /d      | 422 bad-path path
        c      | c       | 409 path-taken to
        nothing | d      | 404 not-found
        """)
    void moves(String from, String to, String said) {
        assertThat(cast.pia
                        .post(draft(false) + "/moves", Map.of("from", from, "to", to))
                        .saidAbout())
                .isEqualTo(said);
    }

    @Test
    void labelsAndMetadataOfManyAreChangedAlike() {
        String draft = draft(false);
        Answer renamed = cast.pia.post(draft + "/edits", """
            {"folders": [""], "edit": {"renames": [{"from": "cat", "to": "dog"}],
             "setMetadata": {"camera": "north"}}}
            """).ok();
        assertThat(renamed.at("/items")).isEqualTo("5");
        assertThat(renamed.texts("/unknown")).containsExactly("CLASSIFICATION dog");
        assertThat(items(draft).items("/labels/CLASSIFICATION/category")).containsExactly("dog", "dog", "", "", "dog");
        assertThat(items(draft).items("/metadata/camera")).containsOnly("north");
        cast.pia.post(draft + "/edits", """
            {"paths": ["c"], "folders": ["a/b"], "edit": {"setLabels": {"CLASSIFICATION": {"category": "fox"}},
             "clearMetadata": ["camera"]}}
            """).ok();
        assertThat(items(draft).items("/labels/CLASSIFICATION/category"))
                .containsExactly("dog", "dog", "fox", "", "fox");
        assertThat(items(draft).items("/metadata/camera")).containsExactly("north", "north", "", "north", "");
        cast.pia
                .post(draft + "/edits", "{\"folders\": [\"\"], \"edit\": {\"clearLabels\": [\"CLASSIFICATION\"]}}")
                .ok();
        assertThat(items(draft).items("/labels")).containsOnly("");
        assertThat(cast.pia
                        .post(draft + "/edits", "{\"folders\": [\"\"], \"edit\": {\"setLabels\": {\"POLYGON\": []}}}")
                        .said())
                .isEqualTo("422 label-type-not-in-catalog");
    }

    @Test
    void foldersAreCounted() {
        String draft = draft(false);
        String at = draft.replaceFirst("/drafts/.*", "") + "/versions/main/folder-counts";
        assertThat(cast.mo.get(at).ok().items().toString()).isEqualTo("[{\"path\":\"a/\",\"items\":3,\"more\":false}]");
        assertThat(cast.mo.get(at + "?prefix=a/").ok().items("/items")).containsExactly("1");
        cast.lena.get(at).says("403 forbidden");
        cast.sam.get(at).says("404 not-found");
    }
}
