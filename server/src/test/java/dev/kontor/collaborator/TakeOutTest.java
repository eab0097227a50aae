package dev.kontor.collaborator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** O-04: administrators see where their organization works, refuse auto-invite, and take people or all of it out. */
@Specification
class TakeOutTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    private String at(String organization, String path) {
        return "organizations/" + cast.organization(organization) + "/" + path;
    }

    @ParameterizedTest(name = "{0} takes {1} out of Acme''s workspace: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Lena, administrator     | Label Partners    | 204
        Petra, administrator    | Delivery Partners | 204
        Otto, administrator     | Acme              | 409 owning-organization
        Lena, administrator     | Acme              | 404 not-found
        Lars, no administrator  | Label Partners    | 404 not-found
        Olga, workspace owner   | Label Partners    | 404 not-found
        Sam, administrator      | Elsewhere         | 404 not-found
        Nobody                  | Label Partners    | 401 not-signed-in
        """)
    void anOrganization(String who, String organization, String said) {
        cast.who(who)
                .delete(at(organization, "collaborations/" + cast.workspace))
                .says(said);
        int left = said.equals("204") || organization.equals("Elsewhere") ? 0 : 1;
        assertThat(cast.olga
                        .get(cast.at("collaborators?q=" + organization.replace(' ', '+')))
                        .items())
                .hasSize(left);
    }

    @ParameterizedTest(name = "{0} takes {1} of {2} out of Acme''s workspace: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Lena, administrator    | Lars | Label Partners | 204
        Lena, administrator    | Lena | Label Partners | 204
        Otto, administrator    | Dev  | Acme           | 204
        Otto, administrator    | Ada  | Acme           | 204
        Otto, administrator    | Olga | Acme           | 409 owner-cannot-leave
        Otto, administrator    | Rex  | Acme           | 404 not-found
        Otto, administrator    | Lars | Acme           | 404 not-found
        Lars, no administrator | Lars | Label Partners | 404 not-found
        Ada, workspace admin   | Lars | Label Partners | 404 not-found
        """)
    void aUser(String who, String whom, String organization, String said) {
        Client user = cast.who(whom);
        cast.who(who)
                .delete(at(organization, "collaborations/" + cast.workspace + "/members/" + user.id()))
                .says(said);
        assertThat(user.get("workspaces/" + cast.workspace).status())
                .isEqualTo(said.equals("204") || whom.equals("Rex") ? 404 : 200);
    }

    @Test
    void whatTheyOwnedPassesToTheWorkspaceOwnerAndTheLogSaysWho() {
        Answer impact = cast.otto
                .get(at("Acme", "collaborations/%s/impact?user=%s"), cast.workspace, cast.pia.id())
                .says("200");
        assertThat(impact.texts("/takes/0/kind")).isNotNull();
        assertThat(impact.at("/members")).isEqualTo("1");
        cast.otto
                .delete(at("Acme", "collaborations/" + cast.workspace + "/members/" + cast.pia.id()))
                .says("204");
        assertThat(cast.ada.get("projects/" + cast.plans).at("/creator/name")).isEqualTo("Olga");
        assertThat(cast.ada.get(cast.at("activity?kind=member.removed")).items("/actor/name"))
                .contains("Otto");
    }

    @Test
    void theyAreNotBroughtBackByThemselves() {
        cast.lena
                .delete(at("Label Partners", "collaborations/" + cast.workspace + "/members/" + cast.lars.id()))
                .says("204");
        cast.ada
                .patch(cast.at("collaborators/%s", cast.labelPartners), Map.of("autoInvite", true))
                .says("200");
        cast.lars.get("workspaces/" + cast.workspace).says("404 not-found");
    }

    @Test
    void administratorsSeeWhereTheirOrganizationWorks() {
        Answer list = cast.lena.get(at("Label Partners", "collaborations")).says("200");
        assertThat(list.items("/workspace/name")).containsExactly("Acme vision");
        assertThat(list.items("/organization/name")).containsExactly("Acme");
        assertThat(list.items("/members")).containsExactly("2");
        assertThat(cast.lena
                        .get(at("Label Partners", "collaborations/%s/members"), cast.workspace)
                        .items("/name"))
                .containsExactly("Lars", "Lena");
        assertThat(cast.otto.get(at("Acme", "collaborations")).items("/can")).hasSize(1);
        cast.lena
                .get(at("Label Partners", "collaborations/%s/members"), cast.elsewhereWorkspace)
                .says("404 not-found");
    }

    @ParameterizedTest(name = "{0} refuses auto-invite for {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Lena, administrator    | Label Partners | 200
        Lars, no administrator | Label Partners | 404 not-found
        Ada, workspace admin   | Label Partners | 404 not-found
        """)
    void autoInvite(String who, String organization, String said) {
        cast.who(who)
                .put(at(organization, "auto-invite"), Map.of("allowed", false))
                .says(said);
        assertThat(cast.lena.get(at("Label Partners", "auto-invite")).at("/allowed"))
                .isEqualTo(said.equals("200") ? "false" : "true");
    }

    @Test
    void anAdministratorsNarrowedKeyTakesNobodyOut() {
        Client key = stage.withNewKey(cast.lena, java.util.List.of(UUID.randomUUID()), java.util.List.of());
        assertThat(key.delete(at("Label Partners", "collaborations/" + cast.workspace))
                        .status())
                .isGreaterThanOrEqualTo(400);
    }
}
