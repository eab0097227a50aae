package dev.kontor.office;

import static kontor.tables.Tables.MEMBER;
import static kontor.tables.Tables.PROJECT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C-06, O-02, A-08: removing a user ends everything; what they own passes on; what they made keeps their name. */
@Specification
class RemoveUserTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    private String user(Client whom) {
        return "organizations/" + cast.acme + "/users/" + whom.id();
    }

    private Answer remove(Client who, Client whom) {
        return remove(who, whom, Map.of());
    }

    private Answer remove(Client who, Client whom, Map<String, Object> wanted) {
        return who.post(user(whom) + "/removal", wanted);
    }

    private Map<String, Object> named(String what, UUID workspace, Client whom) {
        return Map.of(what, List.of(Map.of("workspaceId", workspace, "userId", whom.id())));
    }

    private String creator(UUID project) {
        return cast.ada.get("projects/" + project).ok().at("/creator/name");
    }

    @ParameterizedTest(name = "{0} removes {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Otto, its administrator | Mo   | 204
        Otto, its administrator | Lou  | 204
        Otto, its administrator | Pia  | 204
        Otto, its administrator | Otto | 409 own-account
        Otto, its administrator | Lars | 404 not-found
        Olga, workspace owner   | Mo   | 404 not-found
        Ada, workspace admin    | Mo   | 404 not-found
        Lena, another one's     | Mo   | 404 not-found
        Sam, from elsewhere     | Mo   | 404 not-found
        Lou, who is locked      | Mo   | 401 not-signed-in
        nobody                  | Mo   | 401 not-signed-in
        """)
    void administratorsRemove(String who, String whom, String outcome) {
        remove(cast.who(who), cast.who(whom)).says(outcome);
        cast.who(who).get(user(cast.who(whom)) + "/holdings").says(holdings(outcome));
    }

    /** Reading what removing would hit is for the same people; whoever is removed has nothing more. */
    private static String holdings(String outcome) {
        return outcome.equals("204") ? "404 not-found" : outcome.startsWith("409") ? "200" : outcome;
    }

    @Test
    void aKeyWithoutThePermissionIsRefused() {
        remove(stage.withNewKey(cast.otto, List.of(), List.of("WORKSPACE_VIEW")), cast.mo)
                .says("403 key-too-narrow");
    }

    @Test
    void everythingEndsAndTheAddressIsFree() {
        Client key = stage.withNewKey(cast.mo, List.of(), List.of());
        remove(cast.otto, cast.mo).says("204");
        cast.mo.get("me").says("401 not-signed-in");
        key.get("me").says("401 not-signed-in");
        assertThat(cast.ada.get(cast.at("members?q=mo")).items("/user/name")).isEmpty();
        assertThat(cast.otto
                        .get("organizations/" + cast.acme + "/users?q=" + cast.mo.email())
                        .items())
                .isEmpty();
        remove(cast.otto, cast.mo).says("404 not-found");
        cast.otto
                .post("organizations/" + cast.acme + "/invitations", Map.of("email", cast.mo.email()))
                .says("201");
    }

    @Test
    void whatTheyOwnPassesToTheWorkspaceOwnerAndTheirNameStays() {
        UUID dataset = cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Streets"))
                .ok()
                .id();
        cast.pia
                .post(cast.at("members"), Map.of("emails", List.of(stage.address("Nina")), "roles", List.of()))
                .ok();
        remove(cast.otto, cast.pia).says("204");
        assertThat(creator(cast.streets)).isEqualTo("Olga");
        assertThat(cast.ada.get("datasets/" + dataset).at("/owner/name")).isEqualTo("Olga");
        assertThat(cast.ada.get(cast.at("invitations")).items("/inviter/name")).contains("Pia");
    }

    @Test
    void onlyWhoManagesMembersThereNamesAnHeir() {
        remove(cast.otto, cast.pia, named("handOver", cast.workspace, cast.dev)).says("403 heir-not-yours");
        assertThat(creator(cast.streets)).isEqualTo("Pia");
        cast.olga
                .post(
                        cast.at("members"),
                        Map.of("emails", List.of(cast.otto.email()), "roles", List.of("PROJECT_MANAGER")))
                .ok();
        remove(cast.otto, cast.pia, named("handOver", cast.workspace, cast.pia)).says("422 unknown-member");
        remove(cast.otto, cast.pia, named("handOver", cast.workspace, cast.sam)).says("422 unknown-member");
        remove(cast.otto, cast.pia, named("handOver", cast.elsewhereWorkspace, cast.dev))
                .says("422 not-a-member-there");
        remove(cast.otto, cast.pia, named("handOver", cast.workspace, cast.dev)).says("204");
        assertThat(creator(cast.streets)).isEqualTo("Dev");
    }

    @Test
    void theDialogSaysBeforehandWhatIsHit() {
        Answer pia = cast.otto.get(user(cast.pia) + "/holdings").says("200");
        assertThat(pia.at("/memberships/0/workspace/name")).isEqualTo("Acme vision");
        assertThat(pia.texts("/memberships/0/roles")).containsExactly("PROJECT_MANAGER");
        assertThat(pia.at("/memberships/0/owner") + pia.at("/memberships/0/mayName"))
                .isEqualTo("falsefalse");
        assertThat(pia.json().at("/memberships/0/takes").toString())
                .contains("\"kind\":\"owned-projects\",\"count\":3");
        Answer olga = cast.otto.get(user(cast.olga) + "/holdings").says("200");
        assertThat(olga.at("/memberships/0/owner")).isEqualTo("true");
        assertThat(olga.json().at("/memberships/0/candidates").toString())
                .contains("Ada", "Dev", "Mo")
                .doesNotContain("Lou", "Lena", "Otto");
        assertThat(cast.otto.get(user(cast.rex) + "/holdings").texts("/memberships"))
                .isEmpty();
    }

    @Test
    void anOwnerIsReplacedInTheSameStep() {
        remove(cast.otto, cast.olga, named("owners", cast.workspace, cast.lena)).says("422 unknown-member");
        remove(cast.otto, cast.olga, named("owners", cast.workspace, cast.lou)).says("422 unknown-member");
        remove(cast.otto, cast.olga, named("owners", cast.workspace, cast.ada)).says("204");
        Answer workspace = cast.ada.get("workspaces/" + cast.workspace);
        assertThat(workspace.at("/owner/name")).isEqualTo("Ada");
        assertThat(workspace.texts("/roles")).contains("OWNER", "ADMIN");
        assertThat(cast.ada.get(cast.at("members?q=olga")).items()).isEmpty();
    }

    @RepeatedTest(value = 5, name = "C-06: a user is removed while creating a project ({currentRepetition})")
    void removedWhileActing() throws Exception {
        List<String> said = Together.said(
                () -> remove(cast.otto, cast.pia),
                () -> cast.pia.post(cast.at("projects"), Map.of("name", "At the last moment")));
        assertThat(said.get(0)).isEqualTo("204");
        assertThat(said.get(1)).isIn("201", "404 not-found", "401 not-signed-in");
        assertThat(stage.sql().fetchCount(PROJECT, PROJECT.CREATOR_ID.eq(cast.pia.id())))
                .isZero();
    }

    @RepeatedTest(value = 5, name = "C-06: a user is removed while being added ({currentRepetition})")
    void removedWhileBeingAdded() throws Exception {
        Client carla = stage.person("Carla", cast.acme);
        List<String> said = Together.said(
                () -> remove(cast.otto, carla),
                () -> cast.ada.post(cast.at("members"), Map.of("emails", List.of(carla.email()), "roles", List.of())));
        assertThat(said).containsExactly("204", "200");
        assertThat(stage.sql().fetchCount(MEMBER, MEMBER.USER_ID.eq(carla.id())))
                .isZero();
    }

    @RepeatedTest(
            value = 5,
            name = "C-03: two administrators remove each other, exactly one succeeds ({currentRepetition})")
    void twoAdministratorsRemoveEachOther() throws Exception {
        cast.otto.patch(user(cast.mo), Map.of("administrator", true)).ok();
        assertThat(Together.said(() -> remove(cast.otto, cast.mo), () -> remove(cast.mo, cast.otto)))
                .contains("204")
                .containsAnyOf("404 not-found", "401 not-signed-in");
    }

    @Test
    void anInvitationOfSomebodyRemovedWaits() {
        cast.otto.patch(user(cast.mo), Map.of("administrator", true)).ok();
        String email = stage.address("Nina");
        String link = cast.mo
                .post("organizations/" + cast.acme + "/invitations", Map.of("email", email))
                .ok()
                .at("/link");
        remove(cast.otto, cast.mo).says("204");
        assertThat(stage.nobody().get("invitations/" + Cast.token(link)).at("/state"))
                .isEqualTo("WAITING");
        stage.nobody()
                .post(
                        "invitations/" + Cast.token(link) + "/acceptance",
                        Map.of("name", "Nina", "password", "correct horse battery"))
                .says("409 invitation-waiting");
        cast.otto
                .post("organizations/" + cast.acme + "/invitations", Map.of("email", email))
                .says("201");
        assertThat(stage.nobody().get("invitations/" + Cast.token(link)).at("/state"))
                .isEqualTo("OPEN");
    }
}
