package dev.kontor.acceptance;

import static kontor.tables.Tables.ORGANIZATION;
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

/** C-01: accepting another organization's invitation with an account that one has moves it, after saying so. */
@Specification
class ChangeOrganizationTest {
    private static final Map<String, Object> MOVE = Map.of("move", true);

    @Autowired
    Stage stage;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    /** Sam of Elsewhere invites somebody by their address. */
    private String invite(Client whom) {
        return Cast.token(cast.sam
                .post("organizations/" + cast.elsewhere + "/invitations", Map.of("email", whom.email()))
                .ok()
                .at("/link"));
    }

    private Answer accept(Client who, String token) {
        return who.post("invitations/" + token + "/acceptance", MOVE);
    }

    private Client moved(Client who, Answer accepted) {
        return stage.withSession(
                new Client.Identity(who.id(), who.name(), who.email(), cast.elsewhere),
                accepted.says("200").cookie("KONTOR_SESSION"));
    }

    @ParameterizedTest(name = "{0} follows an invitation of Elsewhere for {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Mo, plain member                     | Mo   | 200
        Pia, who owns projects               | Pia  | 200
        Rex, member of nothing               | Rex  | 200
        Olga, who owns a workspace           | Olga | 409 owns-workspace
        Otto, the last administrator         | Otto | 409 last-administrator
        Lars, of Label Partners              | Lars | 200
        Ada, somebody else                   | Mo   | 403 invitation-for-another-address
        Lou, who is locked                   | Lou  | 202
        nobody                               | Mo   | 202
        """)
    void whoMoves(String who, String whom, String outcome) {
        accept(cast.who(who), invite(cast.who(whom))).says(outcome);
    }

    @Test
    void aKeyDoesNotMove() {
        accept(stage.withNewKey(cast.mo, List.of(), List.of()), invite(cast.mo)).says("403 browser-only");
    }

    @Test
    void thePageSaysSoBeforehand() {
        Answer page = cast.mo.get("invitations/" + invite(cast.mo)).says("200");
        assertThat(page.at("/account") + " " + page.at("/leaves/organization")).isEqualTo("THIS Acme");
        assertThat(page.texts("/leaves/workspaces")).containsExactly("Acme vision");
        assertThat(page.at("/leaves/refused")).isEmpty();
        assertThat(cast.olga.get("invitations/" + invite(cast.olga)).at("/leaves/refused"))
                .contains("owns a workspace");
        assertThat(cast.otto.get("invitations/" + invite(cast.otto)).at("/leaves/refused"))
                .contains("unlocked administrator");
        assertThat(cast.ada.get("invitations/" + invite(cast.mo)).at("/leaves/organization"))
                .isEmpty();
    }

    @Test
    void nobodyMovesWithoutSayingSo() {
        String token = invite(cast.mo);
        cast.mo.post("invitations/" + token + "/acceptance", Map.of()).says("409 other-organization");
        cast.mo
                .post("invitations/" + token + "/acceptance", Map.of("move", false))
                .says("409 other-organization");
        cast.mo.get("workspaces/" + cast.workspace).says("200");
    }

    @Test
    void theyLeaveAsIfRemovedAndJoinAsNew() {
        Client key = stage.withNewKey(cast.pia, List.of(), List.of());
        Client pia = moved(cast.pia, accept(cast.pia, invite(cast.pia)));

        cast.pia.get("me").says("401 not-signed-in");
        key.get("me").says("401 not-signed-in");
        Answer me = pia.get("me").says("200");
        assertThat(me.at("/organization/name") + " " + me.at("/user/id")).isEqualTo("Elsewhere " + cast.pia.id());
        pia.get("workspaces/" + cast.workspace).says("404 not-found");
        assertThat(cast.ada.get("projects/" + cast.streets).at("/creator/name")).isEqualTo("Olga");
        assertThat(cast.otto.get("organizations/" + cast.acme + "/users?q=pia").items())
                .isEmpty();
        assertThat(cast.sam
                        .get("organizations/" + cast.elsewhere + "/users?q=pia")
                        .items("/name"))
                .containsExactly("Pia");
        assertThat(cast.otto
                        .get("organizations/" + cast.acme + "/activity?kind=user.moved-away")
                        .items("/actor/name"))
                .containsExactly("Pia");
    }

    @Test
    void joiningAsNewBringsWhatJoiningBrings() {
        // Elsewhere owns exactly one workspace (M-09)
        Client mo = moved(cast.mo, accept(cast.mo, invite(cast.mo)));
        assertThat(mo.get("workspaces/" + cast.elsewhereWorkspace).says("200").texts("/roles"))
                .containsExactly("MEMBER");
    }

    @Test
    void anOrganizationLeftWithoutUsersIsClosed() {
        Client lonely = stage.stranger("Lonely");
        UUID former = lonely.organizationId();
        String code = lonely.get("organizations/" + former).at("/code");
        String open = Cast.token(
                lonely.post("organizations/" + former + "/invitations", Map.of("email", stage.address("Nina")))
                        .ok()
                        .at("/link"));
        moved(lonely, accept(lonely, invite(lonely)));
        assertThat(stage.sql()
                        .fetchCount(ORGANIZATION, ORGANIZATION.ID.eq(former).and(ORGANIZATION.CLOSED_AT.isNotNull())))
                .isEqualTo(1);
        cast.otto
                .post("organizations/" + cast.acme + "/workforce-access", Map.of("code", code))
                .says("422 unknown-code");
        stage.nobody()
                .post(
                        "invitations/" + open + "/acceptance",
                        Map.of("name", "Nina", "password", "correct horse battery"))
                .says("409 invitation-revoked");
    }

    @Test
    void anAdministratorIsInvitedAsOne() {
        String token = Cast.token(cast.sam
                .post(
                        "organizations/" + cast.elsewhere + "/invitations",
                        Map.of("email", cast.mo.email(), "administrator", true))
                .ok()
                .at("/link"));
        moved(cast.mo, accept(cast.mo, token))
                .get("organizations/" + cast.elsewhere)
                .says("200");
    }

    @RepeatedTest(value = 5, name = "accepted twice at once, they move once ({currentRepetition})")
    void acceptedTwiceAtOnce() throws Exception {
        String token = invite(cast.mo);
        assertThat(Together.said(() -> accept(cast.mo, token), () -> accept(cast.mo, token)))
                .contains("200")
                .containsAnyOf("401 not-signed-in", "409 invitation-accepted", "409 already-in-organization");
    }

    @RepeatedTest(value = 5, name = "C-03: both administrators move at once, one stays ({currentRepetition})")
    void bothAdministratorsMoveAtOnce() throws Exception {
        cast.otto
                .patch("organizations/" + cast.acme + "/users/" + cast.mo.id(), Map.of("administrator", true))
                .ok();
        String mo = invite(cast.mo);
        String otto = invite(cast.otto);
        assertThat(Together.said(() -> accept(cast.mo, mo), () -> accept(cast.otto, otto)))
                .containsExactlyInAnyOrder("200", "409 last-administrator");
    }

    @RepeatedTest(value = 5, name = "removed while moving, they do one of both ({currentRepetition})")
    void removedWhileMoving() throws Exception {
        String token = invite(cast.mo);
        List<String> said = Together.said(
                () -> accept(cast.mo, token),
                () -> cast.otto.post("organizations/" + cast.acme + "/users/" + cast.mo.id() + "/removal", Map.of()));
        assertThat(said.get(1)).isEqualTo(said.get(0).equals("200") ? "404 not-found" : "204");
    }
}
