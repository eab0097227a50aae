package dev.kontor.document;

import static kontor.tables.Tables.*;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** files and links of a project, for all who see it. */
@Specification
class DocumentsTest {
    private static final byte[] TEXT = "Draw boxes tightly.".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Stage stage;

    Cast cast;
    String at;
    UUID mos;
    UUID link;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        at = "projects/" + cast.streets + "/documents";
        mos = put(cast.mo, "mos-guideline.txt", TEXT).says("201").id();
        link = cast.mo
                .post(at, Map.of("name", "Mos-link", "url", "https://example.org/rules"))
                .says("201")
                .id();
    }

    private Answer put(Client who, String name, byte[] bytes) {
        return who.send("PUT", at + "/file?name=" + name, bytes, Map.of());
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        Mo, of the house         | adds a file          | 201
        Dev, developer           | adds a file          | 201
        Petra, project manager   | adds a file          | 201
        Dora, partner's developer| adds a file          | 201
        Lena, annotation manager | adds a file          | 403 forbidden
        Lars, who sees it not    | adds a file          | 404 not-found
        Otto, of no workspace    | adds a file          | 404 not-found
        Sam, from elsewhere      | adds a file          | 404 not-found
        Mo, of the house         | adds a link          | 201
        Lena, annotation manager | adds a link          | 403 forbidden
        Sam, from elsewhere      | adds a link          | 404 not-found
        Lena, annotation manager | lists                | 200
        Lena, annotation manager | reads Mo's file      | 200
        Lars, who sees it not    | lists                | 404 not-found
        Lars, who sees it not    | reads Mo's file      | 404 not-found
        Sam, from elsewhere      | reads Mo's file      | 404 not-found
        Rex, removed             | reads Mo's file      | 404 not-found
        Mo, its author           | renames Mo's file    | 200
        Pia, creator             | renames Mo's file    | 200
        Petra, project manager   | renames Mo's file    | 200
        Ada, admin               | renames Mo's file    | 200
        Dev, developer           | renames Mo's file    | 403 forbidden
        Ann, of the house        | renames Mo's file    | 403 forbidden
        Lena, annotation manager | renames Mo's file    | 403 forbidden
        Sam, from elsewhere      | renames Mo's file    | 404 not-found
        Dev, developer           | replaces Mo's file   | 403 forbidden
        Ada, admin               | replaces Mo's file   | 200
        Mo, its author           | points Mo's link elsewhere | 200
        Pia, creator             | points Mo's file elsewhere | 422 unacceptable
        Dev, developer           | deletes Mo's file    | 403 forbidden
        Lars, who sees it not    | deletes Mo's file    | 404 not-found
        Sam, from elsewhere      | deletes Mo's file    | 404 not-found
        """)
    void may(String who, String what, String outcome) {
        assertThat(does(cast.who(who), what).said()).isEqualTo(outcome);
    }

    private Answer does(Client who, String what) {
        String file = at + "/" + mos;
        return switch (what) {
            case "adds a file" -> put(who, UUID.randomUUID() + ".txt", TEXT);
            case "adds a link" ->
                who.post(at, Map.of("name", "Link " + UUID.randomUUID(), "url", "http://example.org"));
            case "lists" -> who.get(at);
            case "reads Mo's file" -> who.get(file + "/content");
            case "renames Mo's file" -> who.patch(file, Map.of("name", "mos-guideline.txt"));
            case "replaces Mo's file" ->
                put(who, "mos-guideline.txt", (who.name() + "'s").getBytes(StandardCharsets.UTF_8));
            case "points Mo's link elsewhere" -> who.patch(at + "/" + link, Map.of("url", "https://example.org/new"));
            case "points Mo's file elsewhere" -> who.patch(file, Map.of("url", "https://example.org/new"));
            case "deletes Mo's file" -> who.delete(file);
            default -> throw new IllegalArgumentException(what);
        };
    }

    @ParameterizedTest(name = "{0} {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        javascript:alert(1)          | Script          | 422 bad-text url
        data:text/html,x             | Data            | 422 bad-text url
        ftp://example.org            | FTP             | 422 bad-text url
        //example.org                | No scheme       | 422 bad-text url
        https://                     | No host         | 422 bad-text url
        https://pia:secret@example.org | Password      | 422 bad-text url
        "https://example.org/a b"    | Space           | 422 bad-text url
        HTTPS://EXAMPLE.ORG/A?b=c#d  | Upper case      | 201
        http://[::1]:8080/x          | An address      | 201
        https://example.org          | "a/b"           | 422 bad-text name
        https://example.org          | ".."            | 422 bad-text name
        https://example.org          | " "             | 422 bad-text name
        https://example.org          | "Mos-link"     | 409 document-name-taken name
        https://example.org          | "MOS-LINK"     | 409 document-name-taken name
        """)
    void aLinkLeadsToTheWebAndHasAName(String url, String name, String outcome) {
        assertThat(cast.pia.post(at, Map.of("name", name, "url", url)).saidAbout())
                .isEqualTo(outcome);
    }

    @Test
    void aFileIsReplacedByItsName() {
        UUID id = put(cast.dev, "rules.txt", TEXT).says("201").id();
        int logged = stage.sql().fetchCount(AUDIT_EVENT);
        // the same again changes nothing, and is no surprise
        assertThat(put(cast.dev, "rules.txt", TEXT).says("200").at("/revision")).isEqualTo("0");
        assertThat(put(cast.dev, "Rules.TXT", TEXT).says("200").id()).isEqualTo(id);
        assertThat(stage.sql().fetchCount(AUDIT_EVENT)).isEqualTo(logged);
        Answer replaced = put(cast.pia, "rules.txt", "Otherwise.".getBytes(StandardCharsets.UTF_8))
                .says("200");
        assertThat(replaced.id()).isEqualTo(id);
        assertThat(replaced.at("/author/name")).isEqualTo("Pia");
        assertThat(cast.lena.get(at + "/" + id + "/content").ok().text()).isEqualTo("Otherwise.");
        // whose it is now
        cast.dev.delete(at + "/" + id).says("403 forbidden");
        assertThat(anew("rules.txt", TEXT).saidAbout()).isEqualTo("409 document-name-taken name");
        anew("rules.txt", "Otherwise.".getBytes(StandardCharsets.UTF_8)).says("200");
        put(cast.pia, "Mos-link", TEXT).says("409 document-name-taken");
        cast.pia.delete(at + "/" + id).says("204");
        cast.pia.get(at + "/" + id + "/content").says("404 not-found");
        assertThat(cast.ada.get(cast.at("activity?limit=5")).ok().items("/kind"))
                .contains("document.added", "document.replaced", "document.deleted");
    }

    private Answer anew(String name, byte[] bytes) {
        return cast.pia.send("PUT", at + "/file?name=" + name, bytes, Map.of("If-None-Match", "*"));
    }

    @ParameterizedTest(name = "{0}: {2}, {3}")
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
        page.html  | "<script>alert(1)</script>" | application/octet-stream | attachment
        drawing.svg| "<svg xmlns='x'/>"          | application/octet-stream | attachment
        page.txt   | "<script>alert(1)</script>" | text/plain;charset=UTF-8 | inline
        notes.md   | "# Rules"                   | text/plain;charset=UTF-8 | inline
        paper.pdf  | "%PDF-1.7"                  | application/pdf          | attachment
        no-ending  | "whatever"                  | application/octet-stream | attachment
        """)
    void nothingThatIsSentRunsInABrowser(String name, String text, String type, String disposition) {
        UUID id =
                put(cast.dev, name, text.getBytes(StandardCharsets.UTF_8)).ok().id();
        Answer answer = cast.lena.get(at + "/" + id + "/content").ok();
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(answer.header("Content-Disposition")).startsWith(disposition).contains(name);
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).contains("sandbox");
        assertThat(answer.header("Cache-Control")).contains("private");
        assertThat(cast.lena.get(at + "/" + id + "/content?download=1").header("Content-Disposition"))
                .startsWith("attachment");
    }

    @Test
    void whatIsTooLargeIsRefusedBeforeItIsTakenIn() {
        // announced
        byte[] tooMuch = new byte[(1 << 20) + 1];
        put(cast.dev, "large.bin", tooMuch).says("413 too-large");
        // and not announced
        var unknown =
                java.net.http.HttpRequest.BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(tooMuch));
        cast.dev.send("PUT", at + "/file?name=larger.bin", unknown, Map.of()).says("413 too-large");
        assertThat(cast.dev.get(at + "?q=large").ok().items()).isEmpty();
    }

    @Test
    void aDigestIsChecked() {
        cast.dev
                .send(
                        "PUT",
                        at + "/file?name=checked-digest",
                        TEXT,
                        Map.of("Content-Digest", "sha-256=:" + "A".repeat(43) + "=:"))
                .says("422 digest-mismatch");
        assertThat(cast.dev.get(at + "?q=checked-digest").ok().items()).isEmpty();
    }

    @Test
    void authorsShowOnlyToThoseWhoSeeThem() {
        assertThat(cast.pia.get(at + "?q=mos-link").ok().items("/author/name")).containsExactly("Mo");
        assertThat(cast.petra.get(at + "?q=mos-link").ok().items("/author/name"))
                .containsExactly("a partner's member");
        assertThat(cast.pia
                        .get("projects/" + cast.streets)
                        .json()
                        .at("/counts/documents")
                        .asInt())
                .isEqualTo(cast.lena.get(at + "?limit=200").items().size());
    }

    @Test
    void theyAreOrderedAndPaged() {
        String own = "projects/" + stage.project(cast.pia, cast.workspace, "Ordered", "PUBLIC") + "/documents";
        for (String name : List.of("b", "A", "c")) {
            cast.pia
                    .post(own, Map.of("name", name, "url", "https://example.org"))
                    .ok();
        }
        assertThat(cast.pia.get(own).ok().items("/name")).containsExactly("A", "b", "c");
        assertThat(cast.pia.get(own + "?sort=-name").ok().items("/name")).containsExactly("c", "b", "A");
        Answer first = cast.pia.get(own + "?sort=created&limit=2").ok();
        assertThat(first.items("/name")).containsExactly("b", "A");
        assertThat(cast.pia
                        .get(own + "?sort=created&limit=2&cursor=" + first.next())
                        .ok()
                        .items("/name"))
                .containsExactly("c");
    }

    @Test
    void anotherProjectsDocumentIsNotHere() {
        cast.pia
                .get("projects/" + cast.plans + "/documents/" + mos + "/content")
                .says("404 not-found");
        cast.pia.delete("projects/" + cast.plans + "/documents/" + mos).says("404 not-found");
    }

    @Test
    void whoeverChangedItMeanwhileIsNotOverwritten() {
        Answer made = cast.dev
                .post(at, Map.of("name", "Revised", "url", "https://example.org"))
                .ok();
        cast.pia.patch(at + "/" + made.id(), Map.of("name", "Revised by Pia")).ok();
        cast.dev
                .send("PATCH", at + "/" + made.id(), Map.of("name", "Mine"), Map.of("If-Match", made.header("ETag")))
                .says("412 changed-meanwhile");
    }
}
