package dev.kontor.identity;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.ORGANIZATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
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
    void theFirstUserIsSignedInAndAdministersTheOrganization() {
        String email = stage.address("Otto");
        Answer registered = stage.nobody().post("organizations", wanted(email)).says("201");
        var identity = new Client.Identity(
                UUID.fromString(registered.at("/userId")),
                "Otto",
                email,
                UUID.fromString(registered.at("/organizationId")));
        Client otto = stage.withSession(identity, registered.cookie("KONTOR_SESSION"));
        Answer me = otto.get("me").says("200");
        assertThat(me.at("/user/email")).isEqualTo(email);
        assertThat(me.at("/organization/name")).isEqualTo("Acme");
        assertThat(me.texts("/can")).containsExactlyInAnyOrder("ORGANIZATION_ADMINISTER", "WORKSPACE_CREATE");
        assertThat(me.texts("/workspaces")).isEmpty();
        assertThat(otto.get("organizations/" + identity.organizationId() + "/users")
                        .items("/email"))
                .containsExactly(email);
    }

    @Test
    void theSessionsCookieIsOutOfReachOfScriptsAndOtherSites() {
        Answer registered = stage.nobody()
                .post("organizations", wanted(stage.address("Otto")))
                .ok();
        assertThat(registered.headers().allValues("Set-Cookie"))
                .anySatisfy(cookie -> assertThat(cookie)
                        .startsWith("KONTOR_SESSION=")
                        .contains("HttpOnly")
                        .contains("SameSite=Lax"));
    }

    @ParameterizedTest(name = "an address that has an account already, {0}: 409, and no organization is made")
    @CsvSource({"as it is", "in capitals"})
    void anAddressHasOneAccount(String spelling) {
        String email = stage.address("Otto");
        stage.nobody().post("organizations", wanted(email)).ok();
        var again = wanted(spelling.equals("in capitals") ? email.toUpperCase(Locale.ROOT) : email);
        String name = "Second " + UUID.randomUUID();
        again.put("organization", name);
        stage.nobody().post("organizations", again).says("409 registration-refused");
        assertThat(stage.sql().fetchCount(ORGANIZATION, ORGANIZATION.NAME.eq(name)))
                .isZero();
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
        stage.nobody().post("organizations", wanted).says("201");
    }
}
