package dev.kontor.acceptance;

import static kontor.tables.Tables.FORMER_MEMBER;
import static kontor.tables.Tables.WORKSPACE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** K-10, M-09, O-04, O-10: whoever comes into an organization becomes a member of workspaces by themselves. */
@Specification
class ArrivalTest {
    @Autowired
    Stage stage;

    @Autowired
    WaitingMembers waiting;

    @Autowired
    AutomaticMembership automatic;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    /** Invited by an administrator, registered through the link. */
    private Client joins(Client administrator, String name) {
        String email = stage.address(name);
        String token = Cast.token(administrator
                .post("organizations/" + administrator.organizationId() + "/invitations", Map.of("email", email))
                .ok()
                .at("/link"));
        Answer joined = stage.nobody()
                .post(
                        "invitations/" + stage.mailed(token) + "/acceptance",
                        Map.of("name", name, "password", "correct horse battery"))
                .says("200");
        return stage.withSession(
                new Client.Identity(UUID.randomUUID(), name, email, administrator.organizationId()),
                joined.cookie("KONTOR_SESSION"));
    }

    private String sees(Client person) {
        return person.get("workspaces/" + cast.workspace).said();
    }

    private void state(String state) {
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.STATE, state)
                .where(WORKSPACE.ID.eq(cast.workspace))
                .execute();
    }

    private Answer edit(Client who, Map<String, Object> change) {
        return who.patch("workspaces/" + cast.workspace, change);
    }

    private Answer autoInvite(Client who, String organization, boolean on) {
        return who.patch(cast.at("collaborators/%s", cast.organization(organization)), Map.of("autoInvite", on));
    }

    /** Deletes nothing that others use: every test has a cast of its own. */
    private void secondWorkspace(String state) {
        UUID id = cast.pia.post("workspaces", Map.of("name", "Pia's own")).ok().id();
        stage.sql()
                .update(WORKSPACE)
                .set(WORKSPACE.STATE, state)
                .where(WORKSPACE.ID.eq(id))
                .execute();
    }

    @ParameterizedTest(name = "M-09: a new colleague, where Acme''s workspace {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        is its only one                   | 200
        switched it off                   | 404 not-found
        is one of two                     | 404 not-found
        is beside a purged one            | 200
        is beside a dying one             | 200
        is DEACTIVATED                    | 404 not-found
        is PURGED                         | 404 not-found
        """)
    void anImplicitMember(String how, String said) {
        switch (how) {
            case "switched it off" ->
                edit(cast.ada, Map.of("implicitMembers", false)).says("200");
            case "is one of two" -> secondWorkspace("TRIAL");
            case "is beside a purged one" -> secondWorkspace("PURGED");
            case "is beside a dying one" -> secondWorkspace("DELETION_SCHEDULED");
            case "is DEACTIVATED" -> state("DEACTIVATED");
            case "is PURGED" -> state("PURGED");
            default -> assertThat(how).isNotEmpty();
        }
        Client nina = joins(cast.otto, "Nina");
        assertThat(sees(nina)).isEqualTo(said);
        if (said.equals("200")) {
            assertThat(nina.get("workspaces/" + cast.workspace).texts("/roles")).containsExactly("MEMBER");
            assertThat(cast.ada.get(cast.at("activity?kind=member.admitted")).items("/detail/rule"))
                    .containsExactly("M-09");
        }
    }

    @ParameterizedTest(name = "M-09: {0} switches implicit membership: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner           | 200
        Ada, admin            | 200
        Dev, developer        | 403 forbidden
        Mo, member            | 403 forbidden
        Lena, partner's       | 403 forbidden
        Otto, of no workspace | 404 not-found
        Sam, from elsewhere   | 404 not-found
        """)
    void whoSwitchesImplicitMembership(String who, String said) {
        edit(cast.who(who), Map.of("implicitMembers", false)).says(said);
        assertThat(cast.olga.get("workspaces/" + cast.workspace).at("/implicitMembers"))
                .isEqualTo(said.equals("200") ? "false" : "true");
    }

    @ParameterizedTest(name = "K-10: {0} switches auto-invite of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Olga, owner             | Label Partners    | 200
        Ada, admin              | Delivery Partners | 200
        Dev, developer          | Label Partners    | 200
        Pia, project manager    | Label Partners    | 200
        Petra, partner's        | Delivery Partners | 403 collaboration-type-above-own
        Dora, partner's         | Fleet Data        | 200
        Ann, annotation manager | Label Partners    | 403 forbidden
        Mo, member              | Label Partners    | 403 forbidden
        Lena, partner's         | Label Partners    | 403 forbidden
        Dev, developer          | Delivery Partners | 404 not-found
        Ada, admin              | Acme              | 409 owning-organization
        Rex, removed            | Label Partners    | 404 not-found
        Sam, from elsewhere     | Label Partners    | 404 not-found
        """)
    void whoSwitchesAutoInvite(String who, String organization, String said) {
        autoInvite(cast.who(who), organization, true).says(said);
    }

    @ParameterizedTest(name = "K-10: a new colleague of Lena''s, where auto-invite {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        is off                               | 404 not-found
        is on                                | 200
        is on, and the workspace DEACTIVATED | 404 not-found
        is on, and Label Partners refuse it  | 404 not-found
        was refused and is allowed again     | 200
        """)
    void anAutoInvitedMember(String how, String said) {
        if (!how.equals("is off")) autoInvite(cast.ada, "Label Partners", true).says("200");
        if (how.contains("DEACTIVATED")) state("DEACTIVATED");
        if (how.contains("refuse")) allow(false).says("200");
        if (how.contains("again")) allow(true).says("200");
        Client nina = joins(cast.lena, "Nina");
        assertThat(sees(nina)).isEqualTo(said);
        assertThat(cast.ada.get(cast.at("collaborators/%s", cast.labelPartners)).at("/autoInviteAllowed"))
                .isEqualTo(how.contains("Partners refuse") ? "false" : "true");
    }

    private Answer allow(boolean allowed) {
        return cast.lena.put("organizations/" + cast.labelPartners + "/auto-invite", Map.of("allowed", allowed));
    }

    @ParameterizedTest(name = "O-10: who waited, where meanwhile {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        nothing happened                | 200
        auto-invite was switched off    | 404 not-found
        the person was locked           | 404 not-found
        the organization left           | 404 not-found
        they were removed by name       | 404 not-found
        """)
    void theyWaitUntilTheWorkspaceIsWritable(String what, String said) {
        autoInvite(cast.ada, "Label Partners", true).says("200");
        state("DEACTIVATED");
        Client nina = joins(cast.lena, "Nina");
        letIn();
        nina.get("workspaces/" + cast.workspace).says("404 not-found");
        UUID id = UUID.fromString(nina.get("me").at("/user/id"));
        state("TRIAL");
        switch (what) {
            case "auto-invite was switched off" ->
                autoInvite(cast.ada, "Label Partners", false).says("200");
            case "the person was locked" ->
                stage.lock(stage.withSession(new Client.Identity(id, "Nina", nina.email(), cast.labelPartners), "x"));
            case "the organization left" ->
                cast.olga
                        .delete(cast.at("collaborators/%s", cast.labelPartners))
                        .says("204");
            case "they were removed by name" ->
                stage.sql()
                        .insertInto(
                                FORMER_MEMBER, FORMER_MEMBER.WORKSPACE_ID, FORMER_MEMBER.USER_ID, FORMER_MEMBER.LEFT_AT)
                        .values(cast.workspace, id, Instant.now())
                        .execute();
            default -> assertThat(what).isNotEmpty();
        }
        letIn();
        assertThat(sees(nina).equals("401 not-signed-in") ? "404 not-found" : sees(nina))
                .isEqualTo(said);
        assertThat(waiting.ready()).noneMatch(one -> one.userId().equals(id));
    }

    /** What the job does every minute. */
    private void letIn() {
        waiting.ready().forEach(automatic::admit);
    }

    @Test
    void anInvitationThatWaitedGivesItsRolesBesides() {
        String email = stage.address("Nina");
        cast.ada
                .post(
                        cast.at("members"),
                        Map.of("emails", java.util.List.of(email), "roles", java.util.List.of("DEVELOPER")))
                .ok();
        String token = Cast.token(cast.otto
                .post("organizations/" + cast.acme + "/invitations", Map.of("email", email))
                .ok()
                .at("/link"));
        Answer joined = stage.nobody()
                .post(
                        "invitations/" + stage.mailed(token) + "/acceptance",
                        Map.of("name", "Nina", "password", "correct horse battery"))
                .says("200");
        Client nina = stage.withSession(
                new Client.Identity(UUID.randomUUID(), "Nina", email, cast.acme), joined.cookie("KONTOR_SESSION"));
        assertThat(nina.get("workspaces/" + cast.workspace).texts("/roles"))
                .containsExactlyInAnyOrder("MEMBER", "DEVELOPER");
    }
}
