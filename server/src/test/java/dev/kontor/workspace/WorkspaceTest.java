package dev.kontor.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** creating one workspace, finding it in the switcher, editing it. */
@Specification
class WorkspaceTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    @Test
    void anybodyCreatesOneWorkspaceThatBelongsToTheirOrganization() {
        Client person = stage.stranger("Wanda");
        Answer made = person.post("workspaces", Map.of("name", " Own space ", "description", "For me"))
                .says("201");
        assertThat(made.at("/name")).isEqualTo("Own space");
        assertThat(made.at("/organization/id"))
                .isEqualTo(person.organizationId().toString());
        assertThat(made.at("/owner/id")).isEqualTo(person.id().toString());
        assertThat(made.at("/state")).isEqualTo("TRIAL");
        assertThat(made.texts("/roles")).containsExactlyInAnyOrder("MEMBER", "ADMIN", "OWNER");
        person.post("workspaces", Map.of("name", "Another")).says("409 workspace-already-created");
        assertThat(person.get("workspaces").items("/name")).containsExactly("Own space");
    }

    @Test
    void aPlainMemberCreatesAWorkspaceToo() {
        Client person = stage.person("Wilma", cast.acme);
        person.post("workspaces", Map.of("name", "Own space")).says("201");
    }

    @Test
    void theSwitcherListsAllThatOneIsAMemberOf() {
        assertThat(cast.mo.get("workspaces").items("/id")).containsExactly(cast.workspace.toString());
        assertThat(cast.mo.get("me").at("/workspaces/0/id")).isEqualTo(cast.workspace.toString());
        assertThat(cast.otto.get("workspaces").items()).isEmpty();
        assertThat(cast.rex.get("me").texts("/workspaces")).isEmpty();
    }

    @ParameterizedTest(name = "{0} sees the workspace: {1}, and edits it: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | 200               | 200
        Ada, admin              | 200               | 200
        Dev, developer          | 200               | 403 forbidden
        Pia, project manager    | 200               | 403 forbidden
        Ann, annotation manager | 200               | 403 forbidden
        Mo, member              | 200               | 403 forbidden
        Lena, partner's manager | 200               | 403 forbidden
        Lars, partner's member  | 200               | 403 forbidden
        Otto, of no workspace   | 404 not-found     | 404 not-found
        Rex, removed            | 404 not-found     | 404 not-found
        Sam, from elsewhere     | 404 not-found     | 404 not-found
        Lou, locked             | 401 not-signed-in | 401 not-signed-in
        nobody                  | 401 not-signed-in | 401 not-signed-in
        """)
    void adminsEdit(String who, String seen, String edited) {
        cast.who(who).get("workspaces/" + cast.workspace).says(seen);
        cast.who(who)
                .patch("workspaces/" + cast.workspace, Map.of("description", "by " + who))
                .says(edited);
    }

    @Test
    void theRefusalNamesTheMissingPermission() {
        Answer refused = cast.mo.patch("workspaces/" + cast.workspace, Map.of("name", "Mo's"));
        assertThat(refused.at("/permission")).isEqualTo("WORKSPACE_EDIT");
        assertThat(refused.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    @ParameterizedTest(name = "{0} can {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | WORKSPACE_VIEW, MEMBER_MANAGE, COLLABORATOR_MANAGE, PROJECT_CREATE, WORKSPACE_EDIT, AUDIT_VIEW, WORKSPACE_OWN
        Ada, admin              | WORKSPACE_VIEW, MEMBER_MANAGE, COLLABORATOR_MANAGE, PROJECT_CREATE, WORKSPACE_EDIT, AUDIT_VIEW
        Dev, developer          | WORKSPACE_VIEW, MEMBER_MANAGE, COLLABORATOR_MANAGE
        Pia, project manager    | WORKSPACE_VIEW, MEMBER_MANAGE, COLLABORATOR_MANAGE, PROJECT_CREATE
        Ann, annotation manager | WORKSPACE_VIEW, MEMBER_MANAGE
        Mo, member              | WORKSPACE_VIEW
        Lena, partner's manager | WORKSPACE_VIEW, MEMBER_MANAGE
        Lars, partner's member  | WORKSPACE_VIEW
        Petra, partner's        | WORKSPACE_VIEW, MEMBER_MANAGE, COLLABORATOR_MANAGE, PROJECT_CREATE
        Dora, partner's         | WORKSPACE_VIEW, MEMBER_MANAGE, COLLABORATOR_MANAGE
        """)
    void eachRoleHoldsItsPermissions(String who, String permissions) {
        assertThat(cast.who(who).get("workspaces/" + cast.workspace).texts("/can"))
                .containsExactlyInAnyOrderElementsOf(Cast.list(permissions));
    }

    @Test
    void countsTellNothingThatOneDoesNotSee() {
        Answer lars = cast.lars.get("workspaces/" + cast.workspace);
        assertThat(lars.json().at("/counts/members").isNull()).isTrue();
        assertThat(lars.json().at("/counts/collaborators").isNull()).isTrue();
        assertThat(lars.json().at("/counts/projects").asInt()).isZero();
        Answer petra = cast.petra.get("workspaces/" + cast.workspace);
        assertThat(petra.json().at("/counts/members").asInt()).isEqualTo(1);
        assertThat(petra.json().at("/counts/collaborators").asInt()).isEqualTo(1);
        assertThat(petra.json().at("/counts/projects").asInt()).isEqualTo(1);
    }

    @Test
    void anEditMayDemandTheRevisionThatItSaw() {
        Client owner = stage.stranger("Wanda");
        Answer made = owner.post("workspaces", Map.of("name", "Own")).ok();
        String path = "workspaces/" + made.id();
        String revision = owner.get(path).headers().firstValue("ETag").orElseThrow();
        owner.send("PATCH", path, Map.of("name", "First"), Map.of("If-Match", revision))
                .says("200");
        owner.send("PATCH", path, Map.of("name", "Second"), Map.of("If-Match", revision))
                .says("412 changed-meanwhile");
        owner.send("PATCH", path, Map.of("name", "Second"), Map.of("If-Match", "\"nonsense\""))
                .says("412 changed-meanwhile");
        assertThat(owner.get(path).at("/name")).isEqualTo("First");
        owner.patch(path, Map.of("name", "Second")).says("200");
    }

    @Test
    void whatIsNotNamedStays() {
        cast.ada
                .patch("workspaces/" + cast.workspace, Map.of("name", "Acme vision", "description", "Two lines\nhere"))
                .ok();
        Answer edited = cast.ada
                .patch("workspaces/" + cast.workspace, Map.of("name", "Acme's vision"))
                .ok();
        assertThat(edited.at("/description")).isEqualTo("Two lines\nhere");
        assertThat(edited.at("/name")).isEqualTo("Acme's vision");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        {"name": ""}               | 422 bad-text name
        {"name": null}             | 422 field-missing name
        {"name": 1}                | 422 wrong-type name
        {"name": ["A"]}            | 422 wrong-type name
        {"name": "a\\u202eb"}      | 422 bad-text name
        {"name": "a\\nb"}          | 422 bad-text name
        {"name": "\\ud800"}        | 422 bad-text name
        {"description": "a\\u0000"}| 422 bad-text description
        {"owner": "me"}            | 422 unknown-field owner
        {"name": "A"} {}           | 422 wrong-type
        {'name': 'A'}              | 400 malformed
        """)
    void badInputNamesTheField(String body, String outcome) {
        Answer answer = cast.ada.patch("workspaces/" + cast.workspace, body);
        assertThat(answer.saidAbout()).as(answer.text()).isEqualTo(outcome);
    }

    @ParameterizedTest(name = "an id that is {0}: 404")
    @CsvSource({"nothing's", "no-id"})
    void anIdOfNothing(String id) {
        String real = id.equals("nothing's") ? UUID.randomUUID().toString() : id;
        cast.ada.get("workspaces/" + real).says("404 not-found");
        cast.ada.patch("workspaces/" + real, Map.of()).says("404 not-found");
    }

    @Test
    void nobodyCreatesWithANarrowedKey() {
        Client person = stage.stranger("Wanda");
        stage.withNewKey(person, List.of(), List.of("WORKSPACE_VIEW"))
                .post("workspaces", Map.of("name", "By key"))
                .says("403 browser-only");
    }
}
