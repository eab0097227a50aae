package dev.kontor.member;

import static kontor.tables.Tables.MEMBER;
import static kontor.tables.Tables.PROJECT_MEMBER;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** M-06, M-10, A-07, O-02: removing by rank, leaving, and what passes to whom. */
@Specification
class RemoveMemberTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    @ParameterizedTest(name = "{0} removes {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | Ada, admin              | 204
        Ada, admin              | Dev, developer          | 204
        Ada, admin              | Olga, owner             | 409 owner-cannot-leave
        Olga, owner             | Olga, owner             | 409 owner-cannot-leave
        Ada, admin              | Ada, admin              | 204
        Dev, developer          | Ada, admin              | 403 rank
        Dev, developer          | Pia, project manager    | 204
        Dev, developer          | Petra, partner's        | 404 not-found
        Ada, admin              | Petra, partner's        | 204
        Pia, project manager    | Dev, developer          | 403 rank
        Pia, project manager    | Ann, annotation manager | 204
        Ann, annotation manager | Mo, member              | 204
        Ann, annotation manager | Pia, project manager    | 403 rank
        Mo, member              | Ann, annotation manager | 403 forbidden
        Mo, member              | Mo, member              | 204
        Lena, partner's manager | Lars, partner's member  | 204
        Lena, partner's manager | Mo, member              | 404 not-found
        Lars, partner's member  | Lars, partner's member  | 204
        Olga, owner             | Rex, removed            | 404 not-found
        Sam, from elsewhere     | Mo, member              | 404 not-found
        Otto, of no workspace   | Mo, member              | 404 not-found
        Lou, locked             | Lou, locked             | 401 not-signed-in
        """)
    void byRank(String who, String whom, String outcome) {
        Client member = cast.who(whom);
        boolean before = isMember(member);
        Answer answer = cast.who(who).delete(cast.at("members/%s", member.id()));
        assertThat(answer.said()).as(answer.text()).isEqualTo(outcome);
        assertThat(isMember(member)).isEqualTo(before && answer.status() != 204);
    }

    private boolean isMember(Client person) {
        return stage.sql()
                .fetchExists(MEMBER, MEMBER.WORKSPACE_ID.eq(cast.workspace).and(MEMBER.USER_ID.eq(person.id())));
    }

    @Test
    void theNextRequestFindsNothingWithTheSameSessionAndKey() {
        Client key = stage.withNewKey(cast.mo, List.of(), List.of());
        for (Client mo : List.of(cast.mo, key)) {
            mo.get("workspaces/" + cast.workspace).says("200");
            mo.get("projects/" + cast.crossings).says("200");
        }
        cast.ada.delete(cast.at("members/%s", cast.mo.id())).ok();
        for (Client mo : List.of(cast.mo, key)) {
            mo.get("workspaces/" + cast.workspace).says("404 not-found");
            mo.get("projects/" + cast.crossings).says("404 not-found");
            mo.get("projects/" + cast.streets).says("404 not-found");
            assertThat(mo.get("workspaces").items()).isEmpty();
        }
    }

    @Test
    void comingBackRestoresNothing() {
        cast.ada.delete(cast.at("members/%s", cast.dev.id())).ok();
        cast.ada
                .post(cast.at("members"), Map.of("emails", List.of(cast.dev.email()), "roles", List.of()))
                .ok();
        assertThat(cast.dev.get("workspaces/" + cast.workspace).texts("/roles")).containsExactly("MEMBER");
        cast.dev.get("projects/" + cast.crossings).says("404 not-found");
        assertThat(stage.sql().fetchExists(PROJECT_MEMBER, PROJECT_MEMBER.USER_ID.eq(cast.dev.id())))
                .isFalse();
    }

    @ParameterizedTest(name = "handed over to {0}: {1}, and Plans is {2}''s")
    @CsvSource(delimiter = '|', textBlock = """
        -                      | 204                | Olga
        Ada, admin             | 204                | Ada
        Dev, developer         | 204                | Dev
        Pia, who leaves        | 422 unknown-member | Pia
        Lena, limited access   | 422 unknown-member | Pia
        Rex, removed           | 422 unknown-member | Pia
        Lou, locked            | 422 unknown-member | Pia
        Sam, from elsewhere    | 422 unknown-member | Pia
        """)
    void projectsPassToTheOneWhoIsNamed(String heir, String outcome, String creator) {
        String query = heir.equals("-") ? "" : "?handOverTo=" + cast.who(heir).id();
        cast.ada.delete(cast.at("members/%s", cast.pia.id()) + query).says(outcome);
        assertThat(cast.ada.get("projects/" + cast.plans).at("/creator/name")).isEqualTo(creator);
    }

    @Test
    void whoCannotSeeThePartnersPeopleNamesNoneOfThemAsHeir() {
        cast.dev
                .delete(cast.at("members/%s", cast.pia.id()) + "?handOverTo=" + cast.dora.id())
                .says("422 unknown-member");
    }

    @Test
    void theDialogSaysBeforehandWhatGoes() {
        Answer removal =
                cast.ada.get(cast.at("members/%s/removal", cast.pia.id())).says("200");
        assertThat(removal.text()).contains("{\"kind\":\"owned-projects\",\"count\":3}");
        assertThat(removal.at("/handOverTo/name")).isEqualTo("Olga");
        cast.mo.get(cast.at("members/%s/removal", cast.mo.id())).says("200");
        cast.mo.get(cast.at("members/%s/removal", cast.pia.id())).says("403 forbidden");
        cast.dev.get(cast.at("members/%s/removal", cast.petra.id())).says("404 not-found");
    }
}
