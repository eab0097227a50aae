package dev.kontor.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C-02, C-04, A-08: what the office shows of workspaces, and naming an owner in place of one who is locked or removed. */
@Specification
class OwnWorkspacesTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    private String workspaces() {
        return "organizations/" + cast.acme + "/workspaces";
    }

    private Answer nameOwner(Client who, Client whom) {
        return who.put(workspaces() + "/" + cast.workspace + "/owner", Map.of("userId", whom.id()));
    }

    private void lock(Client whom) {
        cast.otto
                .patch("organizations/" + cast.acme + "/users/" + whom.id(), Map.of("locked", true))
                .ok();
    }

    @ParameterizedTest(name = "{0} reads Acme''s workspaces: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Otto, its administrator | 200
        Olga, workspace owner   | 404 not-found
        Ada, workspace admin    | 404 not-found
        Lena, another one's     | 404 not-found
        Sam, from elsewhere     | 404 not-found
        nobody                  | 401 not-signed-in
        """)
    void administratorsRead(String who, String outcome) {
        cast.who(who).get(workspaces()).says(outcome);
        cast.who(who).get(workspaces() + "/" + cast.workspace + "/projects").says(outcome);
        cast.who(who)
                .get(workspaces() + "/" + cast.workspace + "/owner-candidates")
                .says(outcome);
    }

    @Test
    void aKeyWithoutThePermissionIsRefused() {
        stage.withNewKey(cast.otto, List.of(), List.of("WORKSPACE_VIEW"))
                .get(workspaces())
                .says("403 key-too-narrow");
    }

    @Test
    void theOfficeShowsNamesOwnersPlansAndSumsAndOpensNothing() {
        cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Streets"))
                .ok();
        Answer list = cast.otto.get(workspaces()).says("200");
        assertThat(list.items("/name")).containsExactly("Acme vision");
        assertThat(list.at("/items/0/owner/name") + " " + list.at("/items/0/owner/state") + " "
                        + list.at("/items/0/plan"))
                .isEqualTo("Olga ACTIVE TRIAL");
        assertThat(list.at("/items/0/projects")).isEqualTo("3");
        assertThat(list.texts("/items/0/can")).isEmpty();
        Answer projects =
                cast.otto.get(workspaces() + "/" + cast.workspace + "/projects").says("200");
        assertThat(projects.items("/name")).containsExactly("Crossings", "Plans", "Streets");
        assertThat(projects.items("/datasets")).containsExactly("0", "0", "1");
        assertThat(projects.items("/bytes")).containsExactly("0", "0", "0");
        assertThat(cast.otto
                        .get(workspaces() + "/" + cast.workspace + "/projects?q=plan")
                        .items("/name"))
                .containsExactly("Plans");
        Answer first = cast.otto.get(workspaces() + "/" + cast.workspace + "/projects?limit=2");
        assertThat(cast.otto
                        .get(workspaces() + "/" + cast.workspace + "/projects?limit=2&cursor=" + first.next())
                        .items("/name"))
                .containsExactly("Streets");
        cast.otto.get("workspaces/" + cast.workspace).says("404 not-found");
        cast.otto.get("projects/" + cast.streets).says("404 not-found");
    }

    @Test
    void othersWorkspacesAreNotAmongThem() {
        assertThat(cast.lena
                        .get("organizations/" + cast.labelPartners + "/workspaces")
                        .items())
                .isEmpty();
        cast.otto
                .get(workspaces() + "/" + cast.elsewhereWorkspace + "/projects")
                .says("404 not-found");
        cast.otto.get(workspaces() + "/" + UUID.randomUUID() + "/projects").says("404 not-found");
    }

    @ParameterizedTest(name = "{0} names {1} in place of Olga, who is {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        Otto, administrator     | Ada, admin             | locked  | 200
        Otto, administrator     | Mo, member             | locked  | 200
        Otto, administrator     | Ada, admin             | removed | 200
        Otto, administrator     | Ada, admin             | active  | 409 owner-is-active
        Otto, administrator     | Lena, of a partner     | locked  | 422 unknown-member
        Otto, administrator     | Lou, who is locked     | locked  | 422 unknown-member
        Otto, administrator     | Otto, no member        | locked  | 422 unknown-member
        Otto, administrator     | Olga, herself          | locked  | 422 unknown-member
        Ada, workspace admin    | Ada, admin             | locked  | 404 not-found
        Sam, from elsewhere     | Sam                    | locked  | 404 not-found
        nobody                  | Ada, admin             | locked  | 401 not-signed-in
        """)
    void aNewOwnerIsNamed(String who, String whom, String olga, String outcome) {
        if (olga.equals("locked")) {
            lock(cast.olga);
        }
        if (olga.equals("removed")) {
            cast.otto
                    .post("organizations/" + cast.acme + "/users/" + cast.olga.id() + "/removal", Map.of())
                    .says("204");
        }
        nameOwner(cast.who(who), cast.who(whom)).says(outcome);
        if (outcome.equals("200")) {
            assertThat(cast.who(whom).get("workspaces/" + cast.workspace).texts("/roles"))
                    .contains("OWNER", "ADMIN");
        }
    }

    @Test
    void aLockedOwnerStaysAdminARemovedOneLeaves() {
        lock(cast.olga);
        assertThat(cast.otto.get(workspaces()).texts("/items/0/can")).containsExactly("WORKSPACE_NAME_OWNER");
        nameOwner(cast.otto, cast.ada).says("200");
        assertThat(cast.ada.get(cast.at("members?q=olga")).texts("/items/0/roles"))
                .containsExactly("ADMIN");
        assertThat(cast.ada
                        .get(cast.at("activity?kind=workspace.ownership-transferred"))
                        .items("/actor/name"))
                .containsExactly("Otto");
    }

    @Test
    void aRemovedOwnerStandsThereUntilANewOneIsNamed() {
        UUID plans = stage.project(cast.olga, cast.workspace, "Olga's plans", "PRIVATE");
        cast.otto
                .post("organizations/" + cast.acme + "/users/" + cast.olga.id() + "/removal", Map.of())
                .says("204");
        Answer list = cast.otto.get(workspaces());
        assertThat(list.at("/items/0/owner/name") + " " + list.at("/items/0/owner/state"))
                .isEqualTo("Olga REMOVED");
        assertThat(cast.ada.get("workspaces/" + cast.workspace).at("/owner/name"))
                .isEqualTo("Olga");
        nameOwner(cast.otto, cast.ada).says("200");
        assertThat(cast.ada.get("projects/" + plans).at("/creator/name")).isEqualTo("Ada");
        assertThat(cast.ada.get(cast.at("members?q=olga")).items()).isEmpty();
    }

    @Test
    void whereNobodyIsLeftAnyUserOfTheOrganizationMayBeNamed() {
        Client wanda = stage.person("Wanda", cast.acme);
        UUID own = wanda.post("workspaces", Map.of("name", "Wanda's own")).ok().id();
        cast.otto
                .post("organizations/" + cast.acme + "/users/" + wanda.id() + "/removal", Map.of())
                .says("204");
        assertThat(cast.otto.get(workspaces() + "/" + own + "/owner-candidates").text())
                .contains("Mo", "Otto")
                .doesNotContain("Lou", "Lena", "Wanda");
        cast.otto
                .put(workspaces() + "/" + own + "/owner", Map.of("userId", cast.mo.id()))
                .says("200");
        assertThat(cast.mo.get("workspaces/" + own).texts("/roles")).contains("OWNER", "ADMIN");
    }
}
