package dev.kontor.audit;

import static kontor.tables.Tables.AUDIT_EVENT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C-07, section 10: every change is in the log, which admins read and nobody changes. */
@Specification
class ActivityTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.castByRest();
    }

    @ParameterizedTest(name = "{0} reads the log: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | 200
        Ada, admin              | 200
        Dev, developer          | 403 forbidden
        Pia, project manager    | 403 forbidden
        Mo, member              | 403 forbidden
        Lena, partner's manager | 403 forbidden
        Otto, of no workspace   | 404 not-found
        Rex, removed            | 404 not-found
        Sam, from elsewhere     | 404 not-found
        """)
    void adminsRead(String who, String outcome) {
        cast.who(who).get(cast.at("activity")).says(outcome);
    }

    @Test
    void theWholeStoryIsInItNewestFirst() {
        Cast other = stage.castByRest();
        List<String> kinds = other.ada.get(other.at("activity?limit=200")).items("/kind");
        assertThat(kinds.getLast()).isEqualTo("workspace.created");
        assertThat(kinds)
                .contains(
                        "member.added",
                        "member.removed",
                        "project.created",
                        "project.member-chosen",
                        "collaborator.invited",
                        "collaborator.added",
                        "member.joined");
        assertThat(other.ada.get(other.at("activity?kind=member.removed")).items("/object/name"))
                .containsExactly("Rex");
        assertThat(other.ada.get(other.at("activity?actor=%s", other.pia.id())).items("/actor/name"))
                .containsOnly("Pia");
        assertThat(other.ada.get(other.at("activity?q=petra")).items()).isNotEmpty();
        assertThat(other.ada.get(other.at("activity?limit=200")).text()).doesNotContain(cast.workspace.toString());
    }

    @Test
    void pagesAddUpToTheWhole() {
        List<String> whole = cast.ada.get(cast.at("activity?limit=200")).items("/id");
        List<String> pages = new ArrayList<>();
        for (String cursor = ""; cursor != null; ) {
            Answer page =
                    cast.ada.get(cast.at("activity?limit=7&cursor=%s", cursor)).ok();
            pages.addAll(page.items("/id"));
            cursor = page.next();
        }
        assertThat(pages).isEqualTo(whole).hasSizeGreaterThan(20);
    }

    @Test
    void whatAKeyDidSaysSo() {
        Client key = stage.withNewKey(cast.ada, List.of(cast.workspace), List.of());
        key.patch("workspaces/" + cast.workspace, Map.of("description", "by key"))
                .ok();
        var newest = cast.ada.get(cast.at("activity")).items().getFirst();
        assertThat(newest.path("kind").asString()).isEqualTo("workspace.edited");
        assertThat(newest.path("byKey").asBoolean()).isTrue();
    }

    @ParameterizedTest(name = "nobody can {0} a row")
    @CsvSource({"update", "delete", "truncate"})
    void theLogIsFinal(String how) {
        assertThatThrownBy(() -> {
                    switch (how) {
                        case "update" ->
                            stage.sql()
                                    .update(AUDIT_EVENT)
                                    .set(AUDIT_EVENT.ACTOR_NAME, "Nobody")
                                    .execute();
                        case "delete" -> stage.sql().deleteFrom(AUDIT_EVENT).execute();
                        default -> stage.sql().truncate(AUDIT_EVENT).execute();
                    }
                })
                .hasMessageContaining("written once");
    }
}
