package dev.kontor.draft;

import static dev.kontor.draft.Playground.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Upload;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Everything refused says which field and changes nothing. */
@Specification
class BadInputTest {
    @Autowired
    Stage stage;

    @LocalServerPort
    int port;

    Playground at;
    Client olga;
    String draft;

    @BeforeAll
    void dataset() {
        at = Playground.of(stage);
        olga = at.owner();
        draft = at.draft();
        olga.put(
                        draft + "/catalog",
                        "{\"CLASSIFICATION\": {}, \"BOX2D\": {\"attributes\": [{\"name\": \"n\", \"type\":"
                                + " \"integer\", \"maximum\": 5}]}}")
                .ok();
        olga.put(draft + "/item?path=kept.txt", text("kept")).ok();
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        POST  | datasets       | {}                                        | 422 field-missing name
        POST  | datasets       | {"name": ""}                              | 422 bad-text name
        POST  | datasets       | {"name": "a/b"}                           | 422 bad-text name
        POST  | datasets       | {"name": "a", "size": 3}                  | 422 unknown-field size
        POST  | datasets       | {"name": 3}                               | 422 wrong-type name
        POST  | datasets       | {"name": "a", "visibility": "SECRET"}     | 422 wrong-type visibility
        POST  | datasets       | {"name": "a", "visibility": "OPEN"}       | 422 opening-is-asked-for visibility
        POST  | datasets       | {"name": "DAY"}                           | 409 name-taken name
        POST  | datasets       | {"name": "a"                              | 400 malformed
        POST  | drafts         | {"branch": "other"}                       | 404 not-found
        POST  | known          | {"digests": ["abc"]}                      | 422 unacceptable digests[0]
        POST  | known          | {"digests": [null]}                       | 422 field-missing digests[0]
        POST  | items          | {"items": [{"path": "a"}]}                | 422 field-missing items[0].digest
        POST  | items          | {"items": [{"path": "a", "digest": "x"}]} | 422 unacceptable items[0].digest
        POST  | commit         | {"message": ""}                           | 422 bad-text message
        POST  | commit         | {}                                        | 422 field-missing message
        PUT   | catalog        | []                                        | 422 bad-catalog catalog
        PUT   | catalog        | {"BOX4D": {}}                             | 422 bad-catalog BOX4D
        PUT   | catalog        | {"BOX2D": {"categories": [{}]}}           | 422 bad-catalog BOX2D.categories[0].name
        PUT   | catalog        | {"BOX2D": {"colour": 1}}                  | 422 bad-catalog BOX2D.colour
        PATCH | item?path=kept.txt | {"labels": 3}                         | 422 bad-labels labels
        PATCH | item?path=kept.txt | {"labels": {"POLYGON": []}}           | 422 label-type-not-in-catalog labels.POLYGON
        PATCH | item?path=kept.txt | {"labels": {"BOX2D": [{"box2d": {"xmin": 1, "ymin": 2, "xmax": 3}}]}} | 422 bad-labels labels.BOX2D[0].box2d.ymax
        PATCH | item?path=kept.txt | {"labels": {"BOX2D": [{"box2d": {"xmin": 9, "ymin": 2, "xmax": 3, "ymax": 4}}]}} | 422 bad-labels labels.BOX2D[0].box2d
        PATCH | item?path=kept.txt | {"labels": {"BOX2D": [{"box2d": {"xmin": 1e999, "ymin": 2, "xmax": 3, "ymax": 4}}]}} | 422 bad-labels labels.BOX2D[0].box2d.xmin
        PATCH | item?path=kept.txt | {"labels": {"BOX2D": [{"box2d": {"xmin": 1, "ymin": 2, "xmax": 3, "ymax": 4}, "attributes": {"n": 6}}]}} | 422 bad-labels labels.BOX2D[0].attributes.n
        PATCH | item?path=kept.txt | {"metadata": [1]}                     | 422 unacceptable metadata
        PATCH | item?path=kept.txt | {"metadata": {"a": "\\u0000"}}        | 422 unacceptable metadata.a
        PATCH | item?path=kept.txt | {"colour": 1}                         | 422 unknown-field colour
        PATCH | item?path=gone.txt | {"labels": null}                      | 404 not-found
        PATCH | item?path=../a     | {"labels": null}                      | 422 bad-path path
        """)
    void isRefused(String method, String where, String body, String outcome) {
        String path =
                switch (where) {
                    case "datasets" -> "projects/" + at.project() + "/datasets";
                    case "drafts" -> at.at() + "/drafts";
                    default -> draft + "/" + where;
                };
        String before = olga.get(draft).ok().text();
        assertThat(olga.send(method, path, body, Map.of()).saidAbout()).isEqualTo(outcome);
        assertThat(olga.get(draft).ok().text()).isEqualTo(before);
    }

    @ParameterizedTest(name = "path {0}")
    @CsvSource({"''", "%2Fa", "a%2F", "a%2F%2Fb", "..", "a%2F..%2Fb", ".", "a%5Cb", "a%00b", "a%0Ab", "%FF"})
    void isNoPath(String path) {
        Answer answer = olga.put(draft + "/item?path=" + path, text("x"));
        assertThat(answer.status()).as(answer.text()).isBetween(400, 422);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        assertThat(olga.get(draft).ok().at("/added")).isEqualTo("1");
    }

    @Test
    void bytesThatAreOthersThanTheirDigestSays() {
        String digest = "sha-256=:"
                + Base64.getEncoder().encodeToString(HexFormat.of().parseHex(Upload.sha256(text("one")))) + ":";
        olga.send("PUT", draft + "/item?path=x.txt", text("two"), Map.of("Content-Digest", digest))
                .says("422 digest-mismatch");
        olga.send("PUT", draft + "/item?path=x.txt", text("two"), Map.of("Content-Digest", "md5=:abc:"))
                .says("422 unacceptable");
        olga.send("PUT", draft + "/item?path=y.txt", text("one"), Map.of("Content-Digest", digest))
                .says("200");
        olga.delete(draft + "/item?path=y.txt").says("204");
        Answer batch = new Upload()
                .file("x.txt", Upload.sha256(text("one")), text("two"), null)
                .file("z.txt", text("z"))
                .to(olga, draft)
                .ok();
        assertThat(batch.at("/outcomes/0/code")).isEqualTo("digest-mismatch");
        assertThat(batch.at("/outcomes/1/outcome")).isEqualTo("STAGED");
        olga.delete(draft + "/item?path=z.txt").says("204");
    }

    @Test
    void batchesThatAreNone() {
        Upload.send(olga, draft, "[]", List.of(text("a"))).says("422 unacceptable");
        Upload.send(olga, draft, "[{", List.of()).says("400 malformed");
        Upload.send(olga, draft, "[{\"path\": \"a\"}]", List.of(text("a"))).says("422 field-missing");
        olga.send("POST", draft + "/items", text("nothing"), Map.of("Content-Type", "multipart/form-data; boundary=x"))
                .says("400 malformed");
        olga.send("POST", draft + "/items", text("nothing"), Map.of("Content-Type", "text/plain"))
                .says("415 unsupported-media-type");
        Map<String, Object> item = Map.of("path", "a", "digest", "0".repeat(64));
        olga.post(draft + "/items", Map.of("items", java.util.Collections.nCopies(1001, item)))
                .says("413 too-large");
    }

    @Test
    void aBrokenUploadLeavesNothing() throws Exception {
        String before = olga.get(draft).ok().text();
        Client key = stage.withNewKey(olga, List.of(), List.of());
        String secret = olga.post("me/access-keys", Map.of("name", "raw")).ok().at("/secret");
        try (Socket socket = new Socket("localhost", port)) {
            OutputStream out = socket.getOutputStream();
            out.write(("PUT /api/v1/" + draft
                            + "/item?path=broken.bin HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer " + secret
                            + "\r\nContent-Length: 1000000\r\n\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            out.write(new byte[300_000]);
            out.flush();
        }
        Thread.sleep(300);
        assertThat(olga.get(draft).ok().text()).isEqualTo(before);
        assertThat(key.get(draft + "/changes").ok().items("/path")).doesNotContain("broken.bin");
    }

    @Test
    void aForeignDigestIsNoShortcut() {
        Playground other = Playground.of(stage);
        byte[] secret = text("a secret of Olga's " + UUID.randomUUID());
        olga.put(draft + "/item?path=secret.txt", secret).ok();
        String digest = Upload.sha256(secret);
        String otherDraft = other.draft();
        Map<String, Object> asked = Map.of("digests", List.of(digest, "1".repeat(64)));
        assertThat(other.owner().post(otherDraft + "/known", asked).ok().texts("/known"))
                .isEmpty();
        Answer staged = other.owner()
                .post(
                        otherDraft + "/items",
                        Map.of(
                                "items",
                                List.of(
                                        Map.of("path", "a", "digest", digest),
                                        Map.of("path", "b", "digest", "1".repeat(64)))));
        assertThat(staged.ok().json().get("outcomes").findValuesAsString("outcome"))
                .containsExactly("UNKNOWN_CONTENT", "UNKNOWN_CONTENT");
        // where it was sent it is known, to the sender, also after it was discarded
        assertThat(olga.post(draft + "/known", asked).ok().texts("/known")).containsExactly(digest);
        olga.delete(draft + "/item?path=secret.txt").says("204");
        assertThat(olga.post(draft + "/known", asked).ok().texts("/known")).containsExactly(digest);
        // in another dataset of the same person it is not
        UUID second = olga.post("projects/" + at.project() + "/datasets", Map.of("name", "Second"))
                .ok()
                .id();
        String there = "datasets/" + second + "/drafts/"
                + olga.post("datasets/" + second + "/drafts", Map.of()).ok().at("/number");
        assertThat(olga.post(there + "/known", asked).ok().texts("/known")).isEmpty();
    }

    @Test
    void cursorsOfOtherLists() {
        olga.get(at.at() + "/versions/main/items?cursor=abc").says("422 bad-cursor");
        olga.get(at.at() + "/versions/main/items?limit=0").says("422 unacceptable");
        olga.get(at.at() + "/versions?cursor=WyJ4Il0").says("422 bad-cursor");
        olga.get("projects/" + at.project() + "/datasets?sort=size").says("422 unacceptable");
        olga.get("projects/" + at.project() + "/datasets?cursor=WyJ4IiwieSJd").says("422 bad-cursor");
        olga.get(at.at() + "/versions/no-such-branch/items").says("404 not-found");
        olga.get(at.at() + "/versions/draft-999/items").says("404 not-found");
        olga.get(at.at() + "/versions/" + draft.replaceAll(".*/", "draft-") + "/zip")
                .says("422 unacceptable");
        olga.get(at.at() + "/drafts/x").says("422 wrong-type");
    }
}
