package dev.kontor.dataset;

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

/**
 * Section 7: who may do what with a dataset. "Open" is one of visibility PROJECT in the public project Streets,
 * "Closed" a PRIVATE one there: both Pia's. On Closed, Mo is VIEWER, Ann USER, Dev EDITOR, Dora ADMIN.
 */
@Specification
class LevelsTest {
    @Autowired
    Stage stage;

    Cast cast;
    UUID shared;
    UUID closed;
    String sharedDraft;
    String closedDraft;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        shared = dataset("Shared", "PROJECT");
        closed = dataset("Closed", "PRIVATE");
        level(closed, cast.mo, "VIEWER");
        level(closed, cast.ann, "USER");
        level(closed, cast.dev, "EDITOR");
        cast.ada
                .put("datasets/" + closed + "/members/" + cast.dora.id(), Map.of("level", "ADMIN"))
                .says("204");
        sharedDraft = filled(shared);
        closedDraft = filled(closed);
    }

    private UUID dataset(String name, String visibility) {
        return cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", name, "visibility", visibility))
                .ok()
                .id();
    }

    private void level(UUID dataset, Client person, String level) {
        cast.pia
                .put("datasets/" + dataset + "/members/" + person.id(), Map.of("level", level))
                .says("204");
    }

    private String filled(UUID dataset) {
        String at = "datasets/" + dataset;
        String draft =
                at + "/drafts/" + cast.pia.post(at + "/drafts", Map.of()).ok().at("/number");
        new Upload()
                .file("a.txt", "a".getBytes(StandardCharsets.UTF_8))
                .to(cast.pia, draft)
                .ok();
        cast.pia.post(draft + "/commit", Map.of("message", "first")).ok();
        return at + "/drafts/" + cast.pia.post(at + "/drafts", Map.of()).ok().at("/number");
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Pia, dataset owner         | Closed | OWNER
        Ada, workspace admin       | Closed | ADMIN
        Olga, workspace owner      | Closed | ADMIN
        Dora, granted              | Closed | ADMIN
        Dev, granted               | Closed | EDITOR
        Ann, granted               | Closed | USER
        Mo, granted                | Closed | VIEWER
        Lena, sees the project     | Closed | PREVIEWER
        Petra, sees the project    | Closed | PREVIEWER
        Lena, sees the project     | Shared | USER
        Mo, sees the project       | Shared | USER
        Pia, dataset owner         | Shared | OWNER
        """)
    void holds(String who, String dataset, String level) {
        Answer answer = cast.who(who).get("datasets/" + id(dataset)).ok();
        assertThat(answer.at("/level")).isEqualTo(level);
        Answer list = cast.who(who)
                .get("projects/" + cast.streets + "/datasets?q=" + dataset)
                .ok();
        assertThat(list.items("/level")).containsExactly(level);
        assertThat(list.items().getFirst().get("can")).isEqualTo(answer.json().get("can"));
        assertThat(cast.who(who).get(cast.at("datasets?q=" + dataset)).ok().items("/level"))
                .containsExactly(level);
    }

    @ParameterizedTest(name = "{0} {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Lena, previewer | looks at        | Closed | 200
        Lena, previewer | previews        | Closed | 200
        Lars, unchosen  | looks at        | Closed | 404 not-found
        Lars, unchosen  | looks at        | Shared | 404 not-found
        Otto, no member | previews        | Shared | 404 not-found
        Rex, removed    | looks at        | Shared | 404 not-found
        Sam, elsewhere  | lists items of  | Shared | 404 not-found
        Lena, previewer | lists items of  | Closed | 403 forbidden
        Lena, previewer | lists versions of | Closed | 403 forbidden
        Lena, previewer | reads a file of | Closed | 403 forbidden
        Lena, previewer | zips            | Closed | 403 forbidden
        Mo, viewer      | lists items of  | Closed | 200
        Mo, viewer      | reads a file of | Closed | 200
        Mo, viewer      | lists versions of | Closed | 200
        Mo, viewer      | zips            | Closed | 200
        Mo, viewer      | opens a draft of | Closed | 403 forbidden
        Mo, viewer      | looks at the draft of | Closed | 403 forbidden
        Ann, user       | sees items of the draft of | Closed | 403 forbidden
        Ann, user       | puts a file into | Closed | 403 forbidden
        Lena, user      | puts a file into | Shared | 403 forbidden
        Dev, editor     | opens a draft of | Closed | 200
        Dev, editor     | looks at the draft of | Closed | 200
        Dev, editor     | sees items of the draft of | Closed | 200
        Dev, editor     | puts a file into | Closed | 200
        Dev, editor     | asks what is known in | Closed | 200
        Ann, user       | asks what is known in | Closed | 403 forbidden
        Sam, elsewhere  | asks what is known in | Closed | 404 not-found
        Dev, editor     | sets the catalog of | Closed | 204
        Ann, user       | sets the catalog of | Closed | 403 forbidden
        Sam, elsewhere  | sets the catalog of | Closed | 404 not-found
        Ann, user       | labels in       | Closed | 403 forbidden
        Dev, editor     | labels in       | Closed | 200
        Sam, elsewhere  | labels in       | Closed | 404 not-found
        Ann, user       | removes from    | Closed | 403 forbidden
        Sam, elsewhere  | removes from    | Closed | 404 not-found
        Ann, user       | commits         | Closed | 403 forbidden
        Sam, elsewhere  | commits         | Closed | 404 not-found
        Ann, user       | discards the draft of | Closed | 403 forbidden
        Sam, elsewhere  | discards the draft of | Closed | 404 not-found
        Dev, editor     | describes       | Closed | 200
        Ann, user       | describes       | Closed | 403 forbidden
        Dev, editor     | renames         | Closed | 403 forbidden
        Dora, admin     | renames         | Closed | 200
        Sam, elsewhere  | renames         | Closed | 404 not-found
        Dev, editor     | lists members of | Closed | 403 forbidden
        Dora, admin     | lists members of | Closed | 200
        Sam, elsewhere  | lists members of | Closed | 404 not-found
        Dev, editor     | gives Ann USER on | Closed | 403 forbidden
        Ada, admin      | gives Ann USER on | Closed | 204
        Sam, elsewhere  | gives Ann USER on | Closed | 404 not-found
        Dev, editor     | takes Petra's level on | Closed | 403 forbidden
        Sam, elsewhere  | takes Petra's level on | Closed | 404 not-found
        Ada, admin      | takes Petra's level on | Closed | 404 not-found
        Dev, editor     | deletes         | Closed | 403 forbidden
        Sam, elsewhere  | deletes         | Closed | 404 not-found
        Dora, admin     | deletes, mistyped, | Closed | 422 name-not-confirmed
        """)
    void may(String who, String what, String dataset, String outcome) {
        String at = "datasets/" + id(dataset);
        assertThat(does(cast.who(who), what, at, dataset.equals("Closed") ? closedDraft : sharedDraft)
                        .said())
                .isEqualTo(outcome);
    }

    private Answer does(Client who, String what, String at, String draft) {
        String v = at + "/versions/main";
        String inDraft = at + "/versions/draft-" + draft.substring(draft.lastIndexOf('/') + 1);
        return switch (what) {
            case "looks at" -> who.get(at);
            case "previews" -> who.get(at + "/preview");
            case "lists items of" -> who.get(v + "/items");
            case "lists versions of" -> who.get(at + "/versions");
            case "reads a file of" -> who.get(v + "/content?path=a.txt");
            case "zips" -> who.get(v + "/zip");
            case "opens a draft of" -> who.post(at + "/drafts", Map.of());
            case "looks at the draft of" -> who.get(draft);
            case "sees items of the draft of" -> who.get(inDraft + "/items");
            case "puts a file into" -> who.put(draft + "/item?path=b.txt", new byte[] {1});
            case "asks what is known in" -> who.post(draft + "/known", Map.of("digests", List.of("0".repeat(64))));
            case "sets the catalog of" -> who.put(draft + "/catalog", Map.of("CLASSIFICATION", Map.of()));
            case "labels in" -> who.patch(draft + "/item?path=a.txt", Map.of("metadata", Map.of("x", 1)));
            case "removes from" -> who.delete(draft + "/item?path=a.txt");
            case "commits" -> who.post(draft + "/commit", Map.of("message", "m"));
            case "discards the draft of" -> who.delete(draft);
            case "describes" -> who.patch(at, Map.of("description", "said by " + who.name()));
            case "renames" -> who.patch(at, Map.of("name", "Closed"));
            case "lists members of" -> who.get(at + "/members");
            case "gives Ann USER on" -> who.put(at + "/members/" + cast.ann.id(), Map.of("level", "USER"));
            case "takes Petra's level on" -> who.delete(at + "/members/" + cast.petra.id());
            case "deletes" -> who.delete(at + "?name=Closed");
            case "deletes, mistyped," -> who.delete(at + "?name=closed");
            default -> throw new IllegalArgumentException(what);
        };
    }

    @ParameterizedTest(name = "{0} gives {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Pia, dataset owner  | Lena, who sees the project     | EDITOR | 204
        Ada, workspace admin| Lars, who does not see it      | USER   | 422 does-not-see-project
        Olga, who sees all  | Rex, who is no member          | USER   | 422 unknown-member
        Olga, who sees all  | Sam, from elsewhere            | USER   | 422 unknown-member
        Pia, dataset owner  | Ann, colleague                 | OWNER  | 409 owner-level
        Ada, workspace admin| Pia, dataset owner             | ADMIN  | 409 owner-level
        """)
    void gives(String who, String whom, String level, String outcome) {
        UUID id = dataset("Given " + UUID.randomUUID(), "PRIVATE");
        Answer answer = cast.who(who)
                .put("datasets/" + id + "/members/" + cast.who(whom).id(), Map.of("level", level));
        assertThat(answer.said()).isEqualTo(outcome);
    }

    @Test
    void whoDoesNotSeeTheProjectGetsNoLevel() {
        UUID id = cast.pia
                .post("projects/" + cast.crossings + "/datasets", Map.of("name", "Crossings"))
                .ok()
                .id();
        cast.pia
                .put("datasets/" + id + "/members/" + cast.mo.id(), Map.of("level", "EDITOR"))
                .says("204");
        Answer refused = cast.pia.put("datasets/" + id + "/members/" + cast.ann.id(), Map.of("level", "EDITOR"));
        assertThat(refused.says("422 does-not-see-project").at("/detail"))
                .contains("Ann")
                .contains("choose");
        // O-14: the level counts only while the project is seen
        cast.pia
                .delete("projects/" + cast.crossings + "/members/" + cast.mo.id())
                .ok();
        cast.mo.get("datasets/" + id).says("404 not-found");
        cast.pia
                .put("projects/" + cast.crossings + "/members/" + cast.mo.id(), Map.of())
                .ok();
    }

    @Test
    void partnersSeeOwnersOnlyWhereTheyMay() {
        assertThat(cast.mo.get("datasets/" + shared).ok().at("/owner/name")).isEqualTo("Pia");
        assertThat(cast.petra.get("datasets/" + shared).ok().at("/owner/name")).isEqualTo("a partner's member");
        assertThat(cast.petra.get(cast.at("datasets?q=Shared")).ok().items("/owner/name"))
                .containsExactly("a partner's member");
        assertThat(cast.petra.get("datasets/" + shared + "/versions").ok().items("/author/id"))
                .containsExactly("");
    }

    @Test
    void withAKeyEverythingBeyondTheDetailsNeedsUse() {
        Client key = stage.withNewKey(cast.mo, List.of(), List.of());
        key.get("datasets/" + closed).says("200");
        key.get("datasets/" + closed + "/versions/main/items").says("403 forbidden");
        assertThat(key.get("datasets/" + closed).ok().texts("/can")).containsExactly("DATASET_PREVIEW");
        cast.mo.get("datasets/" + closed + "/versions/main/items").says("200");
    }

    @Test
    void anArchivedProjectIsOnlyRead() {
        UUID project = cast.pia
                .post(cast.at("projects"), Map.of("name", "Old", "visibility", "PUBLIC"))
                .ok()
                .id();
        UUID id = cast.pia
                .post("projects/" + project + "/datasets", Map.of("name", "Old"))
                .ok()
                .id();
        String draft = "datasets/" + id + "/drafts/"
                + cast.pia.post("datasets/" + id + "/drafts", Map.of()).ok().at("/number");
        cast.pia.patch("projects/" + project, Map.of("archived", true)).ok();
        cast.pia.get("datasets/" + id).says("200");
        cast.pia
                .post("projects/" + project + "/datasets", Map.of("name", "New"))
                .says("409 project-archived");
        cast.pia.put(draft + "/item?path=a", new byte[0]).says("409 project-archived");
        cast.pia.post(draft + "/commit", Map.of("message", "m")).says("409 project-archived");
        cast.pia.patch("datasets/" + id, Map.of("name", "Newer")).says("409 project-archived");
        cast.pia.delete("datasets/" + id + "?name=Old").says("409 project-archived");
    }

    @Test
    void revokingTakesEffectWithTheNextRequest() {
        UUID id = dataset("Revoked " + UUID.randomUUID(), "PRIVATE");
        level(id, cast.mo, "EDITOR");
        String draft = "datasets/" + id + "/drafts/"
                + cast.mo.post("datasets/" + id + "/drafts", Map.of()).ok().at("/number");
        cast.pia.delete("datasets/" + id + "/members/" + cast.mo.id()).says("204");
        cast.mo.get(draft).says("403 forbidden");
        cast.mo.put(draft + "/item?path=a", new byte[0]).says("403 forbidden");
    }

    private UUID id(String name) {
        return name.equals("Closed") ? closed : shared;
    }
}
