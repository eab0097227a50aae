package dev.kontor.organization;

import static kontor.tables.Tables.USER_INVITATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C-06, O-01: organization administrators invite colleagues by a link; whoever follows it joins the organization. */
@Specification
class InviteUserTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    private String invitations() {
        return "organizations/" + cast.acme + "/invitations";
    }

    private Answer invite(String email) {
        return cast.otto.post(invitations(), Map.of("email", email)).ok();
    }

    private Answer accept(Client person, String token, Map<String, Object> body) {
        return person.post("invitations/" + token + "/acceptance", body);
    }

    private static final Map<String, Object> NINA = Map.of("name", "Nina", "password", "correct horse battery");

    @ParameterizedTest(name = "{0} invites a colleague into Acme: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Otto, its administrator | 201
        Olga, workspace owner   | 404 not-found
        Ada, workspace admin    | 404 not-found
        Lena, of Label Partners | 404 not-found
        Sam, from elsewhere     | 404 not-found
        Lou, who is locked      | 401 not-signed-in
        nobody                  | 401 not-signed-in
        """)
    void administratorsInvite(String who, String outcome) {
        cast.who(who)
                .post(invitations(), Map.of("email", stage.address("Nina")))
                .says(outcome);
    }

    @ParameterizedTest(name = "{0} reads Acme, its users and invitations: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        Otto, its administrator | 200
        Olga, workspace owner   | 404 not-found
        Petra, another one's    | 404 not-found
        """)
    void onlyAdministratorsRead(String who, String outcome) {
        cast.who(who).get("organizations/" + cast.acme).says(outcome);
        cast.who(who).get("organizations/" + cast.acme + "/users").says(outcome);
        cast.who(who).get(invitations()).says(outcome);
    }

    @Test
    void theColleagueRegistersThroughTheLink() {
        String email = stage.address("Nina");
        String token = Cast.token(invite(email).at("/link"));
        Answer link = stage.nobody().get("invitations/" + token).says("200");
        assertThat(link.at("/kind") + link.at("/state") + link.at("/needs")).isEqualTo("ORGANIZATIONOPENACCOUNT");
        Answer accepted = accept(stage.nobody(), stage.mailed(token), NINA).says("200");
        assertThat(accepted.at("/organizationId")).isEqualTo(cast.acme.toString());
        Client nina = stage.withSession(
                new Client.Identity(UUID.randomUUID(), "Nina", email, cast.acme), accepted.cookie("KONTOR_SESSION"));
        Answer me = nina.get("me").says("200");
        assertThat(me.at("/organization/name")).isEqualTo("Acme");
        assertThat(me.json().path("administrator").asBoolean()).isFalse();
        assertThat(me.json().path("user").path("proven").asBoolean()).isTrue();
        accept(stage.nobody(), token, NINA).says("409 invitation-accepted");
    }

    @Test
    void anAdministratorIsInvitedAsOne() {
        String email = stage.address("Nina");
        Answer invited = cast.otto
                .post(invitations(), Map.of("email", email, "administrator", true))
                .ok();
        Answer accepted = accept(stage.nobody(), stage.mailed(Cast.token(invited.at("/link"))), NINA)
                .ok();
        Client nina = stage.withSession(
                new Client.Identity(UUID.randomUUID(), "Nina", email, cast.acme), accepted.cookie("KONTOR_SESSION"));
        nina.get("organizations/" + cast.acme).says("200");
    }

    @ParameterizedTest(name = "an invitation that {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        expired                             | 409 invitation-expired
        was revoked                         | 409 invitation-revoked
        never was                           | 404 not-found
        is followed by somebody else        | 403 invitation-for-another-address
        is for the address of an account    | 401 not-signed-in
        comes without a password            | 422 field-missing
        comes with the address as password  | 422 bad-password
        """)
    void whatDoesNotOpen(String how, String outcome) {
        String email = how.contains("account") ? cast.sam.email() : stage.address("Nina");
        Answer invited = invite(email);
        String token = how.equals("never was") ? "nothing" : stage.mailed(Cast.token(invited.at("/link")));
        if (how.equals("expired")) {
            stage.sql()
                    .update(USER_INVITATION)
                    .set(USER_INVITATION.EXPIRES_AT, Instant.now())
                    .where(USER_INVITATION.ID.eq(invited.id()))
                    .execute();
        }
        if (how.equals("was revoked")) {
            cast.otto.delete(invitations() + "/" + invited.id()).says("204");
        }
        Map<String, Object> body = how.contains("without")
                ? Map.of("name", "Nina")
                : how.contains("address as") ? Map.of("name", "Nina", "password", email) : NINA;
        accept(how.contains("somebody else") ? cast.sam : stage.nobody(), token, body)
                .says(outcome);
    }

    @Test
    void anAccountOfAnotherOrganizationIsNotMovedUnasked() {
        String token = Cast.token(invite(cast.sam.email()).at("/link"));
        accept(cast.sam, token, Map.of()).says("409 other-organization");
    }

    @Test
    void aSecondInvitationRenewsTheFirst() {
        String email = stage.address("Nina");
        Answer first = invite(email);
        stage.sql()
                .update(USER_INVITATION)
                .set(USER_INVITATION.EXPIRES_AT, Instant.now())
                .where(USER_INVITATION.ID.eq(first.id()))
                .execute();
        Answer second = invite(email);
        assertThat(second.at("/link")).isEqualTo(first.at("/link"));
        assertThat(second.at("/state")).isEqualTo("OPEN");
    }

    @Test
    void whoBelongsToTheOrganizationIsNotInvitedAgain() {
        cast.otto.post(invitations(), Map.of("email", cast.mo.email())).says("409 already-in-organization");
    }

    @Test
    void whetherAnAddressIsKnownElsewhereIsNotTold() {
        Answer known = invite(cast.lena.email());
        Answer unknown = invite(stage.address("Nina"));
        assertThat(known.json().propertyNames()).isEqualTo(unknown.json().propertyNames());
        assertThat(known.at("/state")).isEqualTo(unknown.at("/state"));
    }

    @Test
    void aRevokedInvitationIsRevokedOnce() {
        Answer invited = invite(stage.address("Nina"));
        cast.otto.delete(invitations() + "/" + invited.id()).says("204");
        cast.otto.delete(invitations() + "/" + invited.id()).says("409 invitation-revoked");
        cast.otto.delete(invitations() + "/" + UUID.randomUUID()).says("404 not-found");
    }
}
