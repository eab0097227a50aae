package dev.kontor.acceptance;

import static kontor.tables.Tables.WORKSPACE_INVITATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** O-01, O-04, K-05, M-07: an invitation is checked again against the present when it is accepted. */
@Specification
class AcceptInvitationTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    private String member(Client inviter, String email, UUID organization, String... roles) {
        return Cast.token(inviter.post(
                        cast.at("members"),
                        Map.of("emails", List.of(email), "roles", roles, "organizationId", organization))
                .ok()
                .at("/outcomes/0/link"));
    }

    private String partner(Client inviter, String email, List<String> types, List<String> roles, Object access) {
        return Cast.token(inviter.post(
                        cast.at("collaborators"),
                        Map.of("types", types, "email", email, "roles", roles, "projectAccess", access))
                .ok()
                .at("/invitation/link"));
    }

    private Answer accept(Client who, String token) {
        return who.post("invitations/" + token + "/acceptance", Map.of());
    }

    private void demote(Client member, String... roles) {
        cast.olga
                .patch(cast.at("members/%s", member.id()), Map.of("roles", roles))
                .ok();
    }

    @Test
    void aPartnerWithoutAnAccountRegistersItsOrganizationOnTheWay() {
        String email = stage.address("Nina");
        String token = partner(
                cast.pia, email, List.of("ANNOTATION_PARTNER"), List.of("ANNOTATION_MANAGER"), List.of(cast.streets));
        Answer link = stage.nobody().get("invitations/" + token).says("200");
        assertThat(link.at("/kind") + " " + link.at("/needs") + " " + link.at("/account"))
                .isEqualTo("COLLABORATOR ORGANIZATION SIGNED_OUT");
        Map<String, Object> account = Map.of(
                "name",
                "Nina",
                "password",
                "correct horse battery",
                "organization",
                "New Partners",
                "workforceAccess",
                true);
        Answer accepted = stage.nobody()
                .post("invitations/" + stage.mailed(token) + "/acceptance", account)
                .says("200");
        assertThat(accepted.at("/workspaceId")).isEqualTo(cast.workspace.toString());
        UUID organization = UUID.fromString(accepted.at("/organizationId"));
        Client nina = stage.withSession(
                new Client.Identity(UUID.randomUUID(), "Nina", email, organization), accepted.cookie("KONTOR_SESSION"));
        assertThat(nina.get("workspaces/" + cast.workspace).texts("/roles"))
                .containsExactlyInAnyOrder("MEMBER", "ANNOTATION_MANAGER");
        assertThat(nina.get(cast.at("projects")).items("/name")).containsExactly("Streets");
        nina.get("organizations/" + organization).says("200");
        assertThat(cast.dev.get(cast.at("members?q=nina")).items()).hasSize(1);
    }

    @ParameterizedTest(name = "workforce access ticked by {0}: Dev sees {1} of theirs")
    @CsvSource(delimiter = '|', textBlock = """
        an administrator | 1
        a plain user     | 0
        """)
    void onlyAdministratorsGiveWorkforceAccess(String who, int seen) {
        Client person = stage.person("Nina", stage.organization("New Partners"), who.equals("an administrator"));
        String token = partner(cast.ada, person.email(), List.of("DATA_PARTNER"), List.of(), "FULL");
        person.post("invitations/" + token + "/acceptance", Map.of("workforceAccess", true))
                .says("200");
        assertThat(cast.dev.get(cast.at("members?q=nina")).items()).hasSize(seen);
    }

    @ParameterizedTest(name = "an invitation {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        that expired                       | 409 invitation-expired
        that was revoked                   | 409 invitation-revoked
        that never was                     | 404 not-found
        for somebody else                  | 403 invitation-for-another-address
        followed while signed out          | 202
        whose inviter may invite no more   | 409 invitation-waiting
        whose inviter was removed          | 409 invitation-waiting
        whose inviter is locked            | 409 invitation-waiting
        """)
    void whatDoesNotOpen(String how, String outcome) {
        String token = partner(cast.dev, cast.sam.email(), List.of("DATA_PARTNER"), List.of(), "FULL");
        var mine = WORKSPACE_INVITATION.TOKEN.eq(token);
        UUID id = stage.sql()
                .select(WORKSPACE_INVITATION.ID)
                .from(WORKSPACE_INVITATION)
                .where(mine)
                .fetchSingle(WORKSPACE_INVITATION.ID);
        switch (how) {
            case "that expired" ->
                stage.sql()
                        .update(WORKSPACE_INVITATION)
                        .set(WORKSPACE_INVITATION.EXPIRES_AT, Instant.now())
                        .where(mine)
                        .execute();
            case "that was revoked" ->
                cast.ada.delete(cast.at("invitations/%s", id)).says("204");
            case "whose inviter may invite no more" -> demote(cast.dev);
            case "whose inviter was removed" ->
                cast.olga.delete(cast.at("members/%s", cast.dev.id())).ok();
            case "whose inviter is locked" -> stage.lock(cast.dev);
            default -> assertThat(how).isNotEmpty();
        }
        Client who = how.equals("for somebody else") ? cast.otto : how.contains("signed out") ? cast.nobody : cast.sam;
        accept(who, how.equals("that never was") ? "nothing" : token).says(outcome);
        cast.sam.get("workspaces/" + cast.workspace).says("404 not-found");
    }

    @Test
    void aWaitingInvitationOpensForWhoeverRenewsIt() {
        String token = partner(cast.dev, cast.sam.email(), List.of("DATA_PARTNER"), List.of("DEVELOPER"), "FULL");
        demote(cast.dev);
        assertThat(cast.sam.get("invitations/" + token).at("/state")).isEqualTo("WAITING");
        UUID id = UUID.fromString(
                cast.ada.get(cast.at("invitations")).items("/id").getFirst());
        cast.pia
                .send("POST", cast.at("invitations/%s/renewal", id), null, Map.of())
                .says("404 not-found");
        cast.ada
                .send("POST", cast.at("invitations/%s/renewal", id), null, Map.of())
                .says("200");
        accept(cast.sam, token).says("200");
        assertThat(cast.sam.get("workspaces/" + cast.workspace).texts("/roles"))
                .containsExactlyInAnyOrder("MEMBER", "DEVELOPER");
    }

    @Test
    void whatTheInviterMayGiveNoMoreIsDropped() {
        String token = partner(
                cast.dev,
                cast.sam.email(),
                List.of("DATA_PARTNER", "ANNOTATION_PARTNER"),
                List.of("DEVELOPER", "ANNOTATION_MANAGER"),
                List.of(cast.streets, cast.crossings));
        demote(cast.dev, "PROJECT_MANAGER");
        cast.pia.delete("projects/%s/members/%s", cast.crossings, cast.dev.id()).says("204");
        Answer accepted = accept(cast.sam, token).says("200");
        assertThat(accepted.texts("/dropped")).containsExactlyInAnyOrder("DATA_PARTNER", "DEVELOPER", "Crossings");
        assertThat(cast.sam.get("workspaces/" + cast.workspace).texts("/roles"))
                .containsExactlyInAnyOrder("MEMBER", "ANNOTATION_MANAGER");
        assertThat(cast.sam.get(cast.at("projects")).items("/name")).containsExactly("Streets");
    }

    @Test
    void aRoleAboveTheInvitersPresentRankIsDropped() {
        Client nina = stage.person("Nina", cast.deliveryPartners);
        String token = member(cast.ada, nina.email(), cast.deliveryPartners, "PROJECT_MANAGER", "ANNOTATION_MANAGER");
        demote(cast.ada, "ANNOTATION_MANAGER");
        assertThat(accept(nina, token).says("200").texts("/dropped")).containsExactly("PROJECT_MANAGER");
        assertThat(nina.get("workspaces/" + cast.workspace).texts("/roles"))
                .containsExactlyInAnyOrder("MEMBER", "ANNOTATION_MANAGER");
    }

    @Test
    void aRoleWhoseTypeIsGoneIsDropped() {
        Client nina = stage.person("Nina", cast.deliveryPartners);
        String token = member(cast.ada, nina.email(), cast.deliveryPartners, "PROJECT_MANAGER", "ANNOTATION_MANAGER");
        cast.ada
                .patch(
                        cast.at("collaborators/%s", cast.deliveryPartners),
                        Map.of("types", List.of("ANNOTATION_PARTNER")))
                .ok();
        accept(nina, token).says("200");
        assertThat(nina.get("workspaces/" + cast.workspace).texts("/roles"))
                .containsExactlyInAnyOrder("MEMBER", "ANNOTATION_MANAGER");
    }

    @Test
    void anOrganizationThatIsACollaboratorAlreadyKeepsItsTypesAndAccess() {
        Client nina = stage.person("Nina", cast.labelPartners);
        String token = partner(cast.ada, nina.email(), List.of("DATA_PARTNER"), List.of("DEVELOPER"), "FULL");
        assertThat(accept(nina, token).says("200").texts("/dropped")).containsExactly("DEVELOPER");
        assertThat(cast.ada.get(cast.at("collaborators/%s", cast.labelPartners)).texts("/types"))
                .containsExactly("ANNOTATION_PARTNER");
        assertThat(nina.get(cast.at("projects")).items()).isEmpty();
    }

    @Test
    void theOwningOrganizationsPeopleAreNoPartners() {
        Client nina = stage.person("Nina", cast.acme);
        String token = partner(cast.ada, nina.email(), List.of("DATA_PARTNER"), List.of(), "FULL");
        accept(nina, token).says("409 owning-organization");
    }

    @Test
    void anInvitationIsAcceptedOnce() {
        String token = partner(cast.ada, cast.sam.email(), List.of("DATA_PARTNER"), List.of(), "FULL");
        accept(cast.sam, token).says("200");
        accept(cast.sam, token).says("409 invitation-accepted");
    }

    @Test
    void aSecondInvitationAddsItsRoles() {
        Client nina = stage.person("Nadia", cast.deliveryPartners);
        accept(nina, member(cast.ada, nina.email(), cast.deliveryPartners, "ANNOTATION_MANAGER"))
                .says("200");
        accept(nina, member(cast.ada, nina.email(), cast.deliveryPartners, "PROJECT_MANAGER"))
                .says("200");
        assertThat(nina.get("workspaces/" + cast.workspace).texts("/roles"))
                .containsExactlyInAnyOrder("MEMBER", "ANNOTATION_MANAGER", "PROJECT_MANAGER");
    }

    @Test
    void somebodyOfAnotherOrganizationDoesNotBecomeAMemberOfThisOne() {
        accept(cast.sam, member(cast.ada, cast.sam.email(), cast.acme)).says("409 other-organization");
    }

    @Test
    void aColleagueWithoutAnAccountIsBroughtInFirst() {
        String email = stage.address("Nina");
        String token = member(cast.ada, email, cast.acme, "ANNOTATION_MANAGER");
        Map<String, Object> account = Map.of("name", "Nina", "password", "correct horse battery");
        assertThat(stage.nobody().get("invitations/" + token).at("/waitsFor")).isEqualTo("Acme");
        stage.nobody().post("invitations/" + token + "/acceptance", account).says("409 organization-first");
        assertThat(cast.otto.get("organizations/" + cast.acme + "/bring-ins").items("/email"))
                .contains(email);
        String in = Cast.token(cast.otto
                .post("organizations/" + cast.acme + "/invitations", Map.of("email", email))
                .ok()
                .at("/link"));
        Answer joined = stage.nobody()
                .post("invitations/" + stage.mailed(in) + "/acceptance", account)
                .says("200");
        Client nina = stage.withSession(
                new Client.Identity(UUID.randomUUID(), "Nina", email, cast.acme), joined.cookie("KONTOR_SESSION"));
        assertThat(nina.get("workspaces/" + cast.workspace).texts("/roles"))
                .containsExactlyInAnyOrder("MEMBER", "ANNOTATION_MANAGER");
    }

    @Test
    void linksAreShownToThoseWhoCouldMakeThem() {
        member(cast.ada, stage.address("Nina"), cast.acme, "DEVELOPER");
        member(cast.ada, stage.address("Nora"), cast.acme, "ANNOTATION_MANAGER");
        member(cast.ada, stage.address("Nele"), cast.deliveryPartners);
        assertThat(open(cast.dev)).isEqualTo(2);
        assertThat(open(cast.ann)).isEqualTo(1);
        assertThat(open(cast.lena)).isZero();
        assertThat(open(cast.olga)).isEqualTo(3);
    }

    private long open(Client reader) {
        return reader.get(cast.at("invitations")).items("/state").stream()
                .filter("OPEN"::equals)
                .count();
    }
}
