package dev.kontor.identity;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.ORGANIZATION;
import static kontor.tables.Tables.REGISTRATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Letters;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Together;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** C-01, C-03: registering an organization creates its first user, who is its administrator and signed in at once. */
@Specification
class RegistrationTest {
    @Autowired
    Stage stage;

    private Map<String, Object> wanted(String email) {
        return new HashMap<>(
                Map.of("organization", "Acme", "name", "Otto", "email", email, "password", "correct horse battery"));
    }

    @Test
    void theFirstUserConfirmsTheAddressAndAdministersTheOrganization() {
        String email = stage.address("Otto");
        Answer asked = stage.nobody().post("organizations", wanted(email)).says("202");
        assertThat(asked.cookie("KONTOR_SESSION")).isEmpty();
        assertThat(asked.at("/userId")).isEmpty();
        var mail = Letters.to(email, "Confirm that Acme is registered on Kontor");
        String token = Cast.token(mail.link("/confirm/"));
        Answer page = stage.nobody().get("registrations/" + token).says("200");
        assertThat(page.at("/organization") + " " + page.at("/email")).isEqualTo("Acme " + email);
        assertThat(stage.sql().fetchCount(APP_USER, APP_USER.EMAIL.eq(email))).isZero();

        Answer confirmed = confirm(token).says("201");
        var identity = new Client.Identity(
                UUID.fromString(confirmed.at("/userId")),
                "Otto",
                email,
                UUID.fromString(confirmed.at("/organizationId")));
        Client otto = stage.withSession(identity, confirmed.cookie("KONTOR_SESSION"));
        Answer me = otto.get("me").says("200");
        assertThat(me.at("/user/email")).isEqualTo(email);
        assertThat(me.json().at("/user/proven").asBoolean()).isTrue();
        assertThat(me.at("/organization/name")).isEqualTo("Acme");
        assertThat(me.texts("/can")).containsExactlyInAnyOrder("ORGANIZATION_ADMINISTER", "WORKSPACE_CREATE");
        assertThat(me.texts("/workspaces")).isEmpty();
        assertThat(otto.get("organizations/" + identity.organizationId() + "/users")
                        .items("/email"))
                .containsExactly(email);
        confirm(token).says("404 not-found");
    }

    private Answer confirm(String token) {
        return stage.nobody().send("POST", "registrations/" + token + "/confirmation", null, Map.of());
    }

    @Test
    void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
        String email = stage.address("Otto");
        stage.nobody().post("organizations", wanted(email)).says("202");
        Answer confirmed = confirm(
                        Cast.token(Letters.about(email, "is registered").link("/confirm/")))
                .says("201");
        assertThat(confirmed.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("KONTOR_SESSION=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
    }

    @ParameterizedTest(
            name = "an address that has an account already, {0}: the same answer, and only its owner is told")
    @CsvSource({"as it is", "in capitals"})
    void anAddressHasOneAccount(String spelling) {
        Client otto = stage.stranger("Otto");
        var again = wanted(spelling.equals("in capitals") ? otto.email().toUpperCase(Locale.ROOT) : otto.email());
        String name = "Second " + UUID.randomUUID();
        again.put("organization", name);
        Answer known = stage.nobody().post("organizations", again).says("202");
        Answer unknown = stage.nobody()
                .post("organizations", wanted(stage.address("Nobody")))
                .says("202");
        assertThat(known.text()).isEqualTo(unknown.text());
        assertThat(known.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
        assertThat(Letters.to(otto.email(), "You have an account on Kontor already")
                        .text())
                .contains("/sign-in")
                .contains("/forgotten");
        assertThat(Letters.all(otto.email())).hasSize(1);
        assertThat(stage.sql().fetchCount(ORGANIZATION, ORGANIZATION.NAME.eq(name)))
                .isZero();
    }

    @Test
    void aLockedUserGetsNoMail() {
        Client lou = stage.stranger("Lou");
        stage.lock(lou);
        stage.nobody().post("organizations", wanted(lou.email())).says("202");
        String other = stage.address("Otto");
        stage.nobody().post("organizations", wanted(other)).says("202");
        Letters.about(other, "is registered");
        assertThat(Letters.all(lou.email())).isEmpty();
    }

    @ParameterizedTest(name = "a confirmation {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        that never was                             | 404 not-found
        that expired                               | 404 not-found
        of an address that got an account since    | 409 registration-refused
        """)
    void whatDoesNotConfirm(String how, String outcome) {
        String email = stage.address("Otto");
        stage.nobody().post("organizations", wanted(email)).says("202");
        String token = Cast.token(Letters.about(email, "is registered").link("/confirm/"));
        if (how.equals("that expired")) {
            stage.sql()
                    .update(REGISTRATION)
                    .set(REGISTRATION.EXPIRES_AT, Instant.now())
                    .where(REGISTRATION.EMAIL.eq(email))
                    .execute();
        }
        if (how.contains("since")) {
            stage.sql()
                    .update(APP_USER)
                    .set(APP_USER.EMAIL, email)
                    .where(APP_USER.ID.eq(stage.stranger("Otto").id()))
                    .execute();
        }
        confirm(how.equals("that never was") ? "nothing" : token).says(outcome);
    }

    @RepeatedTest(value = 3, name = "confirmed twice at once, there is one organization ({currentRepetition})")
    void confirmedTwiceAtOnce() throws Exception {
        String email = stage.address("Otto");
        stage.nobody().post("organizations", wanted(email)).says("202");
        String token = Cast.token(Letters.about(email, "is registered").link("/confirm/"));
        assertThat(Together.said(() -> confirm(token), () -> confirm(token)))
                .containsExactlyInAnyOrder("201", "404 not-found");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        {"name": "Otto", "email": "@", "password": "correct horse battery"}                       | 422 field-missing organization
        {"organization": "", "name": "O", "email": "@", "password": "correct horse battery"}      | 422 bad-text organization
        {"organization": "A", "name": "  ", "email": "@", "password": "correct horse battery"}    | 422 bad-text name
        {"organization": "A\\u0007", "name": "O", "email": "@", "password": "correct horse"}      | 422 bad-text organization
        {"organization": "A", "name": "O", "email": "no address", "password": "correct horse"}    | 422 bad-email email
        {"organization": "A", "name": "O", "email": "@", "password": "too short"}                 | 422 bad-password password
        {"organization": "A", "name": "O", "email": "@", "password": "@"}                         | 422 bad-password password
        {"organization": "A", "name": "O", "email": "@", "password": 1234567890123}               | 422 wrong-type password
        {"organization": "A", "name": "O", "email": "@", "password": "correct horse", "admin": 1} | 422 unknown-field admin
        {"organization": null, "name": "O", "email": "@", "password": "correct horse"}            | 422 field-missing organization
        {"organization": "A", "organization": "B", "name": "O", "email": "@", "password": "c"}    | 400 malformed
        ["A"]                                                                                     | 422 wrong-type
        {"organization":                                                                          | 400 malformed
        """)
    void badInputNamesTheField(String body, String outcome) {
        String email = stage.address("Otto");
        Answer answer = stage.nobody().post("organizations", body.replace("\"@\"", "\"" + email + "\""));
        assertThat(answer.saidAbout()).as(answer.text()).isEqualTo(outcome);
        assertThat(stage.sql().fetchCount(APP_USER, APP_USER.EMAIL.eq(email))).isZero();
    }

    @Test
    void namesAreAtMostEightyCharacters() {
        var wanted = wanted(stage.address("Otto"));
        wanted.put("organization", "ä".repeat(81));
        assertThat(stage.nobody().post("organizations", wanted).saidAbout()).isEqualTo("422 bad-text organization");
        wanted.put("organization", "ä".repeat(80));
        stage.nobody().post("organizations", wanted).says("202");
    }
}
