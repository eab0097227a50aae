package dev.kontor.draft;

import static dev.kontor.draft.Playground.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Together;
import dev.kontor.testing.Upload;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 7: labels of one item, edited by several. "Roads" is Pia's and PRIVATE; Mo is VIEWER, Dev EDITOR. */
@Specification
class EditItemTest {
    @Autowired
    Stage stage;

    Cast cast;
    String roads;
    String draft;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        roads = "datasets/"
                + cast.pia
                        .post(
                                "projects/" + cast.streets + "/datasets",
                                Map.of("name", "Roads", "visibility", "PRIVATE"))
                        .ok()
                        .id();
        cast.pia
                .put(roads + "/members/" + cast.mo.id(), Map.of("level", "VIEWER"))
                .ok();
        cast.pia
                .put(roads + "/members/" + cast.dev.id(), Map.of("level", "EDITOR"))
                .ok();
        draft = roads + "/drafts/"
                + cast.pia.post(roads + "/drafts", Map.of()).ok().at("/number");
        cast.pia
                .put(draft + "/catalog", "{\"CLASSIFICATION\": {}, \"BOX2D\": {}}")
                .ok();
        new Upload()
                .file("a", text("a"))
                .file("b", text("b"))
                .file("c", text("c"))
                .to(cast.pia, draft)
                .ok();
    }

    private String at(String path) {
        return shown() + "/item?path=" + path;
    }

    /** The draft, as it is read. */
    private String shown() {
        return draft.replace("/drafts/", "/versions/draft-");
    }

    private String revision(String path) {
        return cast.pia.get(at(path)).ok().at("/revision");
    }

    private Answer label(Client person, String path, String category, String revision) {
        String body = "{\"labels\": {\"CLASSIFICATION\": {\"category\": \"%s\"}}}".formatted(category);
        return person.with("If-Match", "\"" + revision + "\"").patch(draft + "/item?path=" + path, body);
    }

    @ParameterizedTest(name = "{0} labels at {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Pia, dataset owner   | the revision read | 200
        Dev, editor          | the revision read | 200
        Dev, editor          | one long gone     | 412 changed-meanwhile
        Dev, editor          | any               | 200
        Mo, viewer           | the revision read | 403 forbidden
        Mo, viewer           | one long gone     | 403 forbidden
        Sam, elsewhere       | the revision read | 404 not-found
        """)
    void may(String who, String when, String said) {
        String read = revision("a");
        String other = read.startsWith("0") ? "cat" : "dog";
        String demanded =
                switch (when) {
                    case "any" -> "*";
                    case "one long gone" -> "0123456789abcdef";
                    default -> read;
                };
        Answer answer = demanded.equals("*")
                ? cast.who(who)
                        .with("If-Match", "*")
                        .patch(draft + "/item?path=a", "{\"metadata\": {\"by\": \"" + other + "\"}}")
                : label(cast.who(who), "a", who, demanded);
        answer.says(said);
        if (said.equals("200")) {
            assertThat(answer.at("/revision")).isNotEqualTo(read).isEqualTo(revision("a"));
        } else {
            assertThat(revision("a")).isEqualTo(read);
        }
    }

    @Test
    void ofTwoWhoSaveAtOnceOneIsTold() throws Exception {
        String read = revision("b");
        assertThat(Together.said(() -> label(cast.pia, "b", "cat", read), () -> label(cast.dev, "b", "dog", read)))
                .containsExactlyInAnyOrder("200", "412 changed-meanwhile");
    }

    @Test
    void theRevisionIsOfWhatIsThere() {
        String before = revision("c");
        label(cast.pia, "c", "cat", before).ok();
        cast.pia.patch(draft + "/item?path=c", "{\"labels\": null}").ok();
        assertThat(revision("c")).isEqualTo(before);
    }

    @Test
    void aCatalogIsNotOverwrittenUnseen() {
        String catalog = shown() + "/catalog";
        String read = cast.pia.get(catalog).ok().header("ETag");
        Client pia = cast.pia.with("If-Match", read);
        pia.put(draft + "/catalog", "{\"CLASSIFICATION\": {\"description\": \"by Pia\"}, \"BOX2D\": {}}")
                .says("204");
        pia.put(draft + "/catalog", "{\"CLASSIFICATION\": {}}").says("412 changed-meanwhile");
        assertThat(cast.pia.get(catalog).ok().text()).contains("by Pia");
    }
}
