package dev.kontor.identity;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.AUDIT_EVENT;
import static kontor.tables.Tables.PASSWORD_RESET;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Letters;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.TestDatabase;
import dev.kontor.testing.Together;
import dev.kontor.web.Email;
import java.sql.DriverManager;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** O-06: a forgotten password is set anew by a one-time link: mailed, from an administrator, or from the operator. */
@Specification
class PasswordResetTest {
    private static final Map<String, Object> NEW = Map.of("password", "correct horse battery");

    @Autowired
    Stage stage;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
    }

    private Answer ask(String email) {
        return stage.nobody().post("password-resets", Map.of("email", email));
    }

    private Answer offer(Client who, Client whom) {
        return who.send(
                "POST", "organizations/" + cast.acme + "/users/" + whom.id() + "/password-reset", null, Map.of());
    }

    private Answer use(String token) {
        return stage.nobody().post("password-resets/" + token, NEW);
    }

    private Answer signIn(Client person) {
        return stage.nobody().post("session", Map.of("email", person.email(), "password", "correct horse battery"));
    }

    @Test
    void theLinkIsMailedPlainAndAsHtml() {
        ask(cast.mo.email()).says("202");
        var mail = Letters.to(cast.mo.email(), "A new password for Kontor");
        String link = mail.link("/reset/");
        assertThat(mail.html()).contains("href=\"" + link + "\"").contains("Hello Mo,");

        String token = Cast.token(link);
        Answer page = stage.nobody().get("password-resets/" + token).says("200");
        assertThat(page.at("/name") + " " + page.at("/email")).isEqualTo("Mo " + cast.mo.email());

        use(token).says("204");
        signIn(cast.mo).says("204");
        assertThat(Letters.to(cast.mo.email(), "Your password was set anew").text())
                .contains("Hello Mo,");
    }

    @Test
    void aNewPasswordEndsEverySessionAndTheLink() {
        Client key = stage.withNewKey(cast.mo, List.of(), List.of());
        String token = Cast.token(offer(cast.otto, cast.mo).says("201").at("/link"));
        use(token).says("204");
        cast.mo.get("me").says("401 not-signed-in");
        key.get("me").says("200");
        use(token).says("404 not-found");
        stage.nobody().get("password-resets/" + token).says("404 not-found");
    }

    @ParameterizedTest(name = "{0} makes a link for {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
        Otto, its administrator | Mo   | 201
        Otto, its administrator | Olga | 201
        Otto, its administrator | Otto | 409 own-account
        Otto, its administrator | Lou  | 409 user-locked
        Otto, its administrator | Lars | 404 not-found
        Olga, workspace owner   | Mo   | 404 not-found
        Lena, another one's     | Mo   | 404 not-found
        Sam, from elsewhere     | Mo   | 404 not-found
        nobody                  | Mo   | 401 not-signed-in
        """)
    void administratorsMakeLinks(String who, String whom, String outcome) {
        offer(cast.who(who), cast.who(whom)).says(outcome);
    }

    @Test
    void aKeyWithoutThePermissionMakesNoLink() {
        offer(stage.withNewKey(cast.otto, List.of(), List.of("WORKSPACE_VIEW")), cast.mo)
                .says("403 key-too-narrow");
    }

    @Test
    void theUserIsToldAndTheLogSaysBoth() {
        use(Cast.token(offer(cast.otto, cast.mo).says("201").at("/link"))).says("204");
        assertThat(Letters.to(cast.mo.email(), "Somebody made a link to a new password for you")
                        .text())
                .contains("Otto made a one-time link");
        assertThat(stage.sql()
                        .select(AUDIT_EVENT.KIND)
                        .from(AUDIT_EVENT)
                        .where(AUDIT_EVENT.OBJECT_ID.eq(cast.mo.id().toString()))
                        .and(AUDIT_EVENT.KIND.like("user.password%"))
                        .orderBy(AUDIT_EVENT.ID)
                        .fetch(AUDIT_EVENT.KIND))
                .containsExactly("user.password-reset-offered", "user.password-reset");
    }

    @Test
    void onlyAMailedLinkProvesTheAddress() {
        unproven(cast.mo);
        use(Cast.token(offer(cast.otto, cast.mo).at("/link"))).says("204");
        assertThat(proven(cast.mo)).isFalse();
        ask(cast.mo.email()).says("202");
        use(Cast.token(Letters.to(cast.mo.email(), "A new password for Kontor").link("/reset/")))
                .says("204");
        assertThat(proven(cast.mo)).isTrue();
    }

    private void unproven(Client person) {
        stage.sql()
                .update(APP_USER)
                .set(APP_USER.PROVEN, false)
                .where(APP_USER.ID.eq(person.id()))
                .execute();
    }

    private boolean proven(Client person) {
        return stage.sql()
                .select(APP_USER.PROVEN)
                .from(APP_USER)
                .where(APP_USER.ID.eq(person.id()))
                .fetchSingle()
                .value1();
    }

    @ParameterizedTest(name = "a link {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        as it is                    | 204
        that expired                | 404 not-found
        that was replaced           | 404 not-found
        that never was              | 404 not-found
        of a user locked meanwhile  | 404 not-found
        with too short a password   | 422 bad-password password
        with the address            | 422 bad-password password
        """)
    void whatDoesNotOpen(String how, String outcome) {
        String token = Cast.token(offer(cast.otto, cast.mo).at("/link"));
        switch (how) {
            case "that expired" ->
                stage.sql()
                        .update(PASSWORD_RESET)
                        .set(PASSWORD_RESET.EXPIRES_AT, Instant.now())
                        .where(PASSWORD_RESET.USER_ID.eq(cast.mo.id()))
                        .execute();
            case "that was replaced" -> offer(cast.otto, cast.mo).says("201");
            case "of a user locked meanwhile" -> stage.lock(cast.mo);
            default -> assertThat(how).isNotEmpty();
        }
        String password = how.contains("short")
                ? "too short"
                : how.contains("address") ? cast.mo.email() : "correct horse battery";
        Answer answer = stage.nobody()
                .post(
                        "password-resets/" + (how.equals("that never was") ? "nothing" : token),
                        Map.of("password", password));
        assertThat(answer.saidAbout()).as(answer.text()).isEqualTo(outcome);
    }

    @RepeatedTest(value = 3, name = "a link is used twice at once, it works once ({currentRepetition})")
    void aLinkIsUsedOnce() throws Exception {
        String token = Cast.token(offer(cast.otto, cast.mo).at("/link"));
        assertThat(Together.said(() -> use(token), () -> use(token))).containsExactlyInAnyOrder("204", "404 not-found");
    }

    @Test
    void lockedUsersGetNoMail() {
        ask(cast.lou.email()).says("202");
        ask(cast.mo.email()).says("202");
        Letters.to(cast.mo.email(), "A new password for Kontor");
        assertThat(Letters.all(cast.lou.email()))
                .extracting(Letters.Letter::subject)
                .doesNotContain("A new password for Kontor");
    }

    @Test
    void anAddressIsWrittenToSoOftenAndNoMore() {
        String unknown = stage.address("Nobody");
        for (String email : List.of(unknown, cast.mo.email())) {
            for (int i = 0; i < 5; i++) {
                ask(email).says("202");
            }
            ask(email).says("429 too-many-attempts");
        }
    }

    @Test
    void theOperatorMakesALinkFromTheShell() throws Exception {
        var postgres = TestDatabase.postgres();
        try (var connection = DriverManager.getConnection(postgres.url(), postgres.user(), postgres.password())) {
            OperatorResets resets = new OperatorResets(connection);
            assertThat(resets.find(new Email(stage.address("Nobody")))).isEmpty();
            var account = resets.find(new Email(cast.mo.email().toUpperCase())).orElseThrow();
            assertThat(account.organization()).isEqualTo("Acme");
            use(Cast.token(resets.make(account).path())).says("204");
        }
        signIn(cast.mo).says("204");
        assertThat(cast.otto
                        .get("organizations/" + cast.acme + "/activity?kind=user.password-reset-offered")
                        .items("/actor/name"))
                .containsExactly("the operator");
    }
}
