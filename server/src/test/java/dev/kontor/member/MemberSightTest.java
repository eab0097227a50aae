package dev.kontor.member;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** M-01, M-03, K-02, K-03, O-05: whose names one reads, in lists, by id, and beside other things. */
@Specification
class MemberSightTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    @ParameterizedTest(name = "{0} sees the members {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | Ada, Ann, Dev, Dora, Lars, Lena, Lou, Mo, Olga, Petra, Pia
        Ada, admin              | Ada, Ann, Dev, Dora, Lars, Lena, Lou, Mo, Olga, Petra, Pia
        Dev, developer          | Ada, Ann, Dev, Lars, Lena, Lou, Mo, Olga, Pia
        Pia, project manager    | Ada, Ann, Dev, Lars, Lena, Lou, Mo, Olga, Pia
        Ann, annotation manager | Ada, Ann, Dev, Lars, Lena, Lou, Mo, Olga, Pia
        Lena, partner's manager | Lars, Lena
        Petra, partner's        | Petra
        Dora, partner's         | Dora
        """)
    void inTheListAndById(String who, String names) {
        Client reader = cast.who(who);
        assertThat(reader.get(cast.at("members")).ok().items("/user/name")).containsExactlyElementsOf(Cast.list(names));
        for (String name : List.of(
                "Ada", "Ann", "Dev", "Dora", "Lars", "Lena", "Lou", "Mo", "Olga", "Petra", "Pia", "Rex", "Otto",
                "Sam")) {
            String outcome = Cast.list(names).contains(name) ? "200" : "404 not-found";
            assertThat(reader.get(cast.at("members/%s", cast.who(name).id())).said())
                    .as(name)
                    .isEqualTo(outcome);
        }
        Answer workspace = reader.get("workspaces/" + cast.workspace);
        assertThat(workspace.json().at("/counts/members").asInt())
                .isEqualTo(Cast.list(names).size());
    }

    @ParameterizedTest(name = "{0} reads the members page: {1}, the collaborators page: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Mo, member              | 403 forbidden     | 403 forbidden
        Ann, annotation manager | 200               | 403 forbidden
        Lena, partner's manager | 200               | 403 forbidden
        Lars, partner's member  | 403 forbidden     | 403 forbidden
        Petra, partner's        | 200               | 200
        Otto, of no workspace   | 404 not-found     | 404 not-found
        Rex, removed            | 404 not-found     | 404 not-found
        Sam, from elsewhere     | 404 not-found     | 404 not-found
        Lou, locked             | 401 not-signed-in | 401 not-signed-in
        """)
    void thePagesAreForRoles(String who, String members, String collaborators) {
        cast.who(who).get(cast.at("members")).says(members);
        cast.who(who).get(cast.at("members/options")).says(members);
        cast.who(who).get(cast.at("invitations")).says(members);
        cast.who(who).get(cast.at("collaborators")).says(collaborators);
        cast.who(who).get(cast.at("collaborators/options")).says(collaborators);
    }

    @ParameterizedTest(name = "{0} sees the collaborators {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner          | Acme, Delivery Partners, Fleet Data, Label Partners
        Ada, admin           | Acme, Delivery Partners, Fleet Data, Label Partners
        Dev, developer       | Acme, Label Partners
        Pia, project manager | Acme, Label Partners
        Petra, partner's     | Delivery Partners
        Dora, partner's      | Fleet Data
        """)
    void collaborators(String who, String names) {
        Client reader = cast.who(who);
        assertThat(reader.get(cast.at("collaborators")).items("/organization/name"))
                .containsExactlyElementsOf(Cast.list(names));
        for (String name : List.of("Acme", "Delivery Partners", "Fleet Data", "Label Partners", "Elsewhere")) {
            String outcome = Cast.list(names).contains(name) ? "200" : "404 not-found";
            assertThat(reader.get(cast.at("collaborators/%s", cast.organization(name)))
                            .said())
                    .as(name)
                    .isEqualTo(outcome);
        }
    }

    @Test
    void ofACollaboratorsProjectsOneSeesOnesOwn() {
        assertThat(cast.ada
                        .get(cast.at("collaborators/%s", cast.deliveryPartners))
                        .texts("/projectAccess/projects"))
                .hasSize(2);
        assertThat(cast.petra
                        .get(cast.at("collaborators/%s", cast.deliveryPartners))
                        .text())
                .contains("Streets")
                .doesNotContain("Crossings");
    }

    @ParameterizedTest(name = "{0} reads Pia as {1} of {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Mo, member              | Pia                | Acme
        Lena, partner's manager | a partner's member | -
        Petra, partner's        | a partner's member | -
        """)
    void whomOneMayNotSeeIsAPartnersMember(String who, String name, String organization) {
        Answer project = cast.who(who).get("projects/" + cast.streets).ok();
        assertThat(project.at("/creator/name")).isEqualTo(name);
        assertThat(project.json().at("/creator/id").isNull()).isEqualTo(!name.equals("Pia"));
        assertThat(project.at("/creator/organization/name")).isEqualTo(organization.equals("-") ? "" : organization);
        assertThat(project.text().contains(cast.pia.id().toString())).isEqualTo(name.equals("Pia"));
    }

    @Test
    void theWorkspacesOwnerIsHiddenFromPartnersToo() {
        Answer workspace = cast.lars.get("workspaces/" + cast.workspace);
        assertThat(workspace.at("/owner/name")).isEqualTo("a partner's member");
        assertThat(workspace.text()).doesNotContain(cast.olga.id().toString());
    }

    @ParameterizedTest(name = "members by {0}, two at a time")
    @CsvSource({"name", "-name", "joined", "-joined"})
    void pagesAddUpToTheList(String sort) {
        List<String> whole = cast.ada.get(cast.at("members?sort=%s", sort)).items("/user/id");
        List<String> pages = new ArrayList<>();
        String cursor = "";
        while (cursor != null) {
            Answer page = cast.ada
                    .get(cast.at("members?sort=%s&limit=2&cursor=%s", sort, cursor))
                    .ok();
            pages.addAll(page.items("/user/id"));
            cursor = page.next();
        }
        assertThat(pages).isEqualTo(whole).hasSize(11);
        List<String> other = cast.ada
                .get(cast.at("members?sort=%s", sort.startsWith("-") ? sort.substring(1) : "-" + sort))
                .items("/user/id");
        Collections.reverse(pages);
        assertThat(pages).isEqualTo(other);
    }

    @ParameterizedTest(name = "members with {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        q=PIA                | Pia
        q=lars               | Lars
        role=ADMIN           | Ada, Olga
        role=OWNER           | Olga
        role=PROJECT_MANAGER | Petra, Pia
        q=nobody             | -
        """)
    void searchingAndFiltering(String query, String names) {
        assertThat(cast.ada.get(cast.at("members?%s", query)).items("/user/name"))
                .containsExactlyElementsOf(Cast.list(names));
    }

    @ParameterizedTest(name = "members with {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        limit=0              | 422 unacceptable limit
        limit=201            | 422 unacceptable limit
        limit=many           | 422 wrong-type limit
        sort=shoe-size       | 422 unacceptable sort
        cursor=nonsense      | 422 bad-cursor cursor
        cursor=WyJhIl0       | 422 bad-cursor cursor
        cursor=WyJhIiwiYiJd  | 422 bad-cursor cursor
        role=KING            | 422 wrong-type role
        organization=acme    | 422 wrong-type organization
        """)
    void badInputNamesTheField(String query, String outcome) {
        Answer answer = cast.ada.get(cast.at("members?%s", query));
        assertThat(answer.saidAbout()).as(answer.text()).isEqualTo(outcome);
    }

    @Test
    void optionsOfferWhatOneMayAdd() {
        Answer pia = cast.pia.get(cast.at("members/options"));
        assertThat(Set.copyOf(pia.texts("/roles"))).isEqualTo(Set.of("PROJECT_MANAGER", "ANNOTATION_MANAGER"));
        assertThat(pia.texts("/organizations")).hasSize(2);
        assertThat(pia.at("/organizations/1/roles/0")).isEqualTo("ANNOTATION_MANAGER");
    }
}
