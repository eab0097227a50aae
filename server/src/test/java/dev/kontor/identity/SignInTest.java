package dev.kontor.identity;

import static kontor.tables.Tables.SESSION;
import static kontor.tables.Tables.SIGN_IN_ATTEMPT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Signing in and out; who may not come in is not told why. */
@Specification
class SignInTest {
    private static final String PASSWORD = "correct horse battery";

    @Autowired
    Stage stage;

    String address;

    @BeforeAll
    void aNetworkAddressOfOurOwn() {
        address = "127.0.0.2";
    }

    private Client somebody() {
        return stage.registered("Acme", "Somebody", stage.address("Somebody"), PASSWORD);
    }

    private Answer signIn(String email, String password) {
        return signIn(stage.nobody().from(address), email, password);
    }

    private static Answer signIn(Client from, String email, String password) {
        return from.post("session", Map.of("email", email, "password", password));
    }

    @Test
    void theRightPasswordOpensASession() {
        Client person = somebody();
        Answer answer = signIn(person.email(), PASSWORD).says("204");
        stage.withSession(
                        new Client.Identity(person.id(), "", "", person.organizationId()),
                        answer.cookie("KONTOR_SESSION"))
                .get("me")
                .says("200");
        signIn(person.email().toUpperCase(Locale.ROOT), PASSWORD).says("204");
    }

    @Test
    void aWrongPasswordAnUnknownAddressAndALockedUserGetTheSameAnswer() {
        Client person = somebody();
        Client locked = somebody();
        stage.lock(locked);
        Answer wrong = signIn(person.email(), "not the password").says("401 wrong-credentials");
        assertThat(signIn(stage.address("Unknown"), PASSWORD).text()).isEqualTo(wrong.text());
        assertThat(signIn(locked.email(), PASSWORD).text()).isEqualTo(wrong.text());
        assertThat(wrong.cookie("KONTOR_SESSION")).isEmpty();
    }

    @Test
    void tenAttemptsOnAnAccountAreEnoughWhereverTheyComeFrom() {
        Client person = somebody();
        for (int i = 0; i < 10; i++) {
            signIn(person.email(), "not the password").says("401 wrong-credentials");
        }
        Answer refused = signIn(stage.nobody().from("127.0.0.3"), person.email(), PASSWORD)
                .says("429 too-many-attempts");
        assertThat(refused.headers().firstValueAsLong("Retry-After").orElse(0)).isBetween(1L, 901L);
        signIn(somebody().email(), PASSWORD).says("204");
        stage.sql()
                .update(SIGN_IN_ATTEMPT)
                .set(SIGN_IN_ATTEMPT.WINDOW_START, Instant.now().minus(Duration.ofMinutes(16)))
                .where(SIGN_IN_ATTEMPT.SUBJECT.eq("account:" + person.email()))
                .execute();
        signIn(person.email(), PASSWORD).says("204");
    }

    @Test
    void whoGuessesAtManyAccountsIsStoppedByTheirNetworkAddress() {
        Client person = somebody();
        stage.sql()
                .insertInto(SIGN_IN_ATTEMPT)
                .set(SIGN_IN_ATTEMPT.SUBJECT, "address:127.0.0.9")
                .set(SIGN_IN_ATTEMPT.WINDOW_START, Instant.now())
                .set(SIGN_IN_ATTEMPT.ATTEMPTS, 200)
                .execute();
        signIn(stage.nobody().from("127.0.0.9"), person.email(), PASSWORD).says("429 too-many-attempts");
        signIn(person.email(), PASSWORD).says("204");
    }

    @Test
    void aRightPasswordStartsTheCountAnew() {
        Client person = somebody();
        for (int i = 0; i < 2; i++) {
            for (int j = 0; j < 8; j++) {
                signIn(person.email(), "not the password").says("401 wrong-credentials");
            }
            signIn(person.email(), PASSWORD).says("204");
        }
    }

    @Test
    void signingOutEndsTheSessionWithTheNextRequest() {
        Client person = somebody();
        person.get("me").says("200");
        person.delete("session").says("204");
        person.get("me").says("401 not-signed-in");
    }

    @Test
    void aSessionIsSeenAndEndedByItsUserOnly() {
        Client person = somebody();
        Client other = somebody();
        signIn(person.email(), PASSWORD).says("204");
        List<String> sessions = person.get("me/sessions").items("/id");
        assertThat(sessions).hasSize(2);
        other.delete("me/sessions/%s", sessions.getFirst()).says("404 not-found");
        String second = person.get("me/sessions").items().stream()
                .filter(session -> !session.path("current").asBoolean())
                .map(session -> session.path("id").asString())
                .findFirst()
                .orElseThrow();
        person.delete("me/sessions/%s", second).says("204");
        assertThat(person.get("me/sessions").items()).hasSize(1);
    }

    @Test
    void aNewPasswordAsksForTheOldOneAndEndsOtherSessions() {
        Client person = somebody();
        Answer second = signIn(person.email(), PASSWORD).ok();
        Client elsewhere = stage.withSession(
                new Client.Identity(person.id(), "", "", person.organizationId()), second.cookie("KONTOR_SESSION"));
        person.put("me/password", Map.of("current", "not the password", "password", "another long one"))
                .says("403 wrong-password");
        elsewhere.get("me").says("200");
        person.put("me/password", Map.of("current", PASSWORD, "password", "short"))
                .says("422 bad-password");
        person.put("me/password", Map.of("current", PASSWORD, "password", "another long one"))
                .says("204");
        elsewhere.get("me").says("401 not-signed-in");
        person.get("me").says("200");
        signIn(person.email(), PASSWORD).says("401 wrong-credentials");
        signIn(person.email(), "another long one").says("204");
    }

    @ParameterizedTest(name = "a session that {0} is none")
    @CsvSource({"expired", "was never given"})
    void onlyLivingSessionsCount(String how) {
        Client person = somebody();
        if (how.equals("expired")) {
            stage.sql()
                    .update(SESSION)
                    .set(SESSION.EXPIRES_AT, Instant.now())
                    .where(SESSION.USER_ID.eq(person.id()))
                    .execute();
        } else {
            person = person.with("Cookie", "KONTOR_SESSION=" + Secret.random().text());
        }
        person.get("me").says("401 not-signed-in");
    }

    @Test
    void aRequestForgedByAnotherSiteIsRefused() {
        Client person = somebody();
        String cookie = "KONTOR_SESSION=" + signIn(person.email(), PASSWORD).cookie("KONTOR_SESSION");
        Client forged = stage.nobody().with("Cookie", cookie);
        forged.get("me").says("200");
        forged.patch("me", Map.of("name", "Forged")).says("403 csrf-token-missing");
        assertThat(forged.get("me").at("/user/name")).isEqualTo("Somebody");
    }

    @Test
    void aLockedUserIsOutWithTheNextRequest() {
        Client person = somebody();
        Client key = stage.withNewKey(person, List.of(), List.of());
        key.get("me").says("200");
        stage.lock(person);
        person.get("me").says("401 not-signed-in");
        key.get("me").says("401 not-signed-in");
    }
}
