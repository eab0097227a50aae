package dev.kontor.identity;

import static kontor.tables.Tables.ACCESS_KEY;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 10: access keys act for their user, as narrow as they were made, and never widen themselves. */
@Specification
class AccessKeyTest {
    @Autowired
    Stage stage;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    @Test
    void theSecretIsShownOnceAndStoredAsADigest() {
        Answer made = cast.ada.post("me/access-keys", Map.of("name", "Script")).says("201");
        String secret = made.at("/secret");
        assertThat(secret).startsWith("kontor_").hasSizeGreaterThan(40);
        assertThat(cast.ada.get("me/access-keys").text())
                .contains(made.at("/prefix"))
                .doesNotContain(secret);
        assertThat(stage.sql()
                        .selectFrom(ACCESS_KEY)
                        .where(ACCESS_KEY.ID.eq(made.id()))
                        .fetch()
                        .formatJSON())
                .doesNotContain(secret);
        stage.withKey(cast.ada, secret).get(cast.at("members")).says("200");
    }

    @Test
    void aKeySeesNoWorkspaceButItsOwn() {
        Client key = stage.withNewKey(cast.ada, List.of(UUID.randomUUID()), List.of());
        key.get("workspaces/" + cast.workspace).says("404 not-found");
        assertThat(key.get("workspaces").items()).isEmpty();
        assertThat(key.get("me").texts("/workspaces")).isEmpty();
        Client own = stage.withNewKey(cast.ada, List.of(cast.workspace), List.of());
        own.get("workspaces/" + cast.workspace).says("200");
        assertThat(own.get("workspaces").items("/id")).containsExactly(cast.workspace.toString());
    }

    @Test
    void aKeyForAWorkspaceDoesNotAdministerTheOrganization() {
        Client key = stage.withNewKey(cast.otto, List.of(cast.workspace), List.of());
        key.get("organizations/" + cast.acme).says("404 not-found");
        assertThat(key.get("me").texts("/can")).isEmpty();
    }

    @ParameterizedTest(name = "Ada''s key with {0}: {1} {2}: {3}")
    @CsvSource(delimiter = '|', textBlock = """
        WORKSPACE_VIEW                | GET   | workspaces/W         | 200
        WORKSPACE_VIEW                | GET   | workspaces/W/members | 403 key-too-narrow
        WORKSPACE_VIEW                | PATCH | workspaces/W         | 403 key-too-narrow
        WORKSPACE_VIEW, MEMBER_MANAGE | GET   | workspaces/W/members | 200
        WORKSPACE_VIEW                | GET   | projects/P           | 403 key-too-narrow
        PROJECT_VIEW                  | GET   | projects/P           | 200
        PROJECT_VIEW                  | PATCH | projects/P           | 403 key-too-narrow
        PROJECT_VIEW                  | GET   | workspaces/W         | 403 key-too-narrow
        MEMBER_MANAGE                 | GET   | workspaces/S         | 404 not-found
        """)
    void aKeyCarriesOnlyItsPermissions(String permissions, String method, String path, String outcome) {
        Client key = stage.withNewKey(cast.ada, List.of(), Cast.list(permissions));
        String real = path.replace("W", cast.workspace.toString())
                .replace("P", cast.streets.toString())
                .replace("S", cast.elsewhereWorkspace.toString());
        Answer answer = key.send(method, real, method.equals("GET") ? null : Map.of("description", "by key"), Map.of());
        assertThat(answer.said()).as(answer.text()).isEqualTo(outcome);
    }

    @Test
    void whatAnObjectMayBeDoneWithIsNarrowedToo() {
        Client key = stage.withNewKey(cast.ada, List.of(), List.of("WORKSPACE_VIEW", "AUDIT_VIEW"));
        assertThat(key.get("workspaces/" + cast.workspace).texts("/can"))
                .containsExactlyInAnyOrder("WORKSPACE_VIEW", "AUDIT_VIEW");
    }

    @Test
    void aKeyHoldsNothingThatItsUserDoesNotHold() {
        Client key = stage.withNewKey(cast.mo, List.of(cast.workspace), List.of("MEMBER_MANAGE"));
        key.get(cast.at("members")).says("403 forbidden");
    }

    @ParameterizedTest(name = "a key cannot {0} {1}")
    @CsvSource(delimiter = '|', textBlock = """
        POST   | me/access-keys               | {"name": "Another"}
        PUT    | me/password                  | {"current": "an old password", "password": "a new password"}
        PATCH  | me                           | {"name": "Other"}
        DELETE | session                      |
        GET    | me/sessions                  |
        POST   | invitations/TOKEN/acceptance | {}
        DELETE | me/access-keys/KEY           |
        """)
    void aKeyCannotWidenItself(String method, String path, String body) {
        String link = cast.olga
                .post(cast.at("members"), Map.of("emails", List.of(cast.sam.email()), "roles", List.of()))
                .at("/outcomes/0/link");
        Answer made = cast.sam.post("me/access-keys", Map.of("name", "Wide")).ok();
        Client key = stage.withKey(cast.sam, made.at("/secret"));
        String real = path.replace("TOKEN", Cast.token(link)).replace("KEY", made.at("/id"));
        key.send(method, real, body, Map.of()).says("403 browser-only");
    }

    @ParameterizedTest(name = "a key that {0} is none")
    @CsvSource({"expired", "was deleted", "was never made"})
    void onlyLivingKeysCount(String how) {
        Answer made = cast.ada
                .post(
                        "me/access-keys",
                        Map.of("name", "Old", "expiresAt", Instant.now().plusSeconds(60)))
                .ok();
        Client key = stage.withKey(cast.ada, how.equals("was never made") ? "kontor_nothing" : made.at("/secret"));
        if (how.equals("expired")) {
            key.get("me").says("200");
            stage.sql()
                    .update(ACCESS_KEY)
                    .set(ACCESS_KEY.EXPIRES_AT, Instant.now())
                    .where(ACCESS_KEY.ID.eq(made.id()))
                    .execute();
        } else if (how.equals("was deleted")) {
            key.get("me").says("200");
            cast.ada.delete("me/access-keys/%s", made.id()).says("204");
        }
        key.get("me").says("401 not-signed-in");
    }

    @Test
    void nobodyDeletesAnothersKey() {
        Answer made = cast.ada.post("me/access-keys", Map.of("name", "Ada's")).ok();
        cast.olga.delete("me/access-keys/%s", made.id()).says("404 not-found");
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        {}                                                        | 422 field-missing name
        {"name": ""}                                              | 422 bad-text name
        {"name": "K", "expiresAt": "2020-01-01T00:00:00Z"}        | 422 unacceptable expiresAt
        {"name": "K", "expiresAt": "tomorrow"}                    | 422 wrong-type expiresAt
        {"name": "K", "workspaces": []}                           | 422 unacceptable workspaces
        {"name": "K", "workspaces": ["x"]}                        | 422 wrong-type workspaces[0]
        {"name": "K", "permissions": ["FLY"]}                     | 422 unacceptable permissions
        {"name": "K", "permissions": []}                          | 422 unacceptable permissions
        {"name": "K", "secret": "mine"}                           | 422 unknown-field secret
        """)
    void badInputNamesTheField(String body, String outcome) {
        Answer answer = cast.ada.post("me/access-keys", body);
        assertThat(answer.saidAbout()).as(answer.text()).isEqualTo(outcome);
    }

    @Test
    void manyKeysAreEnough() {
        Client person = stage.stranger("Collector");
        Map<String, Object> wanted = new HashMap<>(Map.of("name", "One more"));
        for (int i = 0; i < 100; i++) {
            person.post("me/access-keys", wanted).ok();
        }
        person.post("me/access-keys", wanted).says("422 unacceptable");
    }
}
