package dev.kontor.acceptance;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.AUDIT_EVENT;
import static kontor.tables.Tables.MAIL;
import static kontor.tables.Tables.MAILED_LINK;
import static kontor.tables.Tables.USER_INVITATION;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Letters;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * O-01, decision 12: where there is mail, the link that an inviter can copy lets nobody register; it mails the way on. (That
 * the answers and their times are the same for every address: EnumerationTest.)
 */
@Specification
class CopiedLinkTest {
    private static final Map<String, Object> NINA =
            Map.of("name", "Nina", "password", "correct horse battery", "organization", "Nina's");

    @Autowired
    Stage stage;

    Cast cast;
    Client boss;
    UUID dataset;

    @BeforeAll
    void acme() {
        cast = stage.cast();
        boss = stage.person("Boss", cast.acme, true);
        cast.olga
                .post(cast.at("members"), Map.of("emails", List.of(boss.email()), "roles", List.of("DEVELOPER")))
                .ok();
        dataset = cast.pia
                .post("projects/" + cast.streets + "/datasets", Map.of("name", "Roads"))
                .ok()
                .id();
    }

    /** The path behind the link that whoever invites can copy. */
    private String copied(String into, String email) {
        return switch (into) {
            case "an organization" ->
                "invitations/"
                        + token(
                                cast.otto.post("organizations/" + cast.acme + "/invitations", Map.of("email", email)),
                                "/link");
            case "a workspace" ->
                "invitations/"
                        + token(
                                boss.post(cast.at("members"), Map.of("emails", List.of(email), "roles", List.of())),
                                "/outcomes/0/link");
            case "a workspace, as a partner" ->
                "invitations/"
                        + token(
                                cast.ada.post(
                                        cast.at("collaborators"),
                                        Map.of(
                                                "types",
                                                List.of("DATA_PARTNER"),
                                                "email",
                                                email,
                                                "projectAccess",
                                                List.of())),
                                "/invitation/link");
            default ->
                "dataset-links/"
                        + token(
                                cast.pia.post(
                                        "datasets/" + dataset + "/invitations",
                                        Map.of("emails", List.of(email), "level", "VIEWER")),
                                "/outcomes/0/link");
        };
    }

    private static String token(Answer made, String pointer) {
        return Cast.token(made.ok().at(pointer));
    }

    private Answer follow(Client who, String path) {
        return who.post(path + (path.startsWith("dataset") ? "/application" : "/acceptance"), NINA);
    }

    private static String mailed(Letters.Letter letter, String path) {
        return path.startsWith("dataset")
                ? "dataset-links/" + Cast.token(letter.link("/join/"))
                : "invitations/" + Cast.token(letter.link("/invite/"));
    }

    @ParameterizedTest(name = "invited into {0}, somebody new registers by the mailed link, and not by the copied one")
    @CsvSource(delimiter = '|', textBlock = """
        an organization
        a workspace
        a workspace, as a partner
        a dataset
        """)
    void onlyTheMailboxRegisters(String into) {
        String email = stage.address("Nina");
        String path = copied(into, email);
        assertThat(stage.nobody().get(path).ok().at("/provesAddress")).isEqualTo("false");
        Answer asked = follow(stage.nobody(), path).says("202");
        assertThat(asked.cookie("KONTOR_SESSION")).isEmpty();
        Letters.Letter letter = Letters.about(email, "Go on to");
        assertThat(letter.text()).contains("Go on here").doesNotContain("You have an account");
        assertThat(stage.sql().fetchCount(APP_USER, APP_USER.EMAIL.eq(email))).isZero();

        String mailed = mailed(letter, path);
        Answer view = stage.nobody().get(mailed).ok();
        assertThat(view.at("/provesAddress") + view.at("/known")).isEqualTo("truefalse");
        Answer accepted = follow(stage.nobody(), mailed).says("200");
        assertThat(accepted.cookie("KONTOR_SESSION")).isNotEmpty();
        assertThat(stage.sql().fetchCount(APP_USER, APP_USER.EMAIL.eq(email))).isEqualTo(1);
    }

    @ParameterizedTest(
            name = "invited into {0}, somebody with an account is told so by mail alone, and accepts by either")
    @CsvSource(delimiter = '|', textBlock = """
        an organization           | 409 other-organization
        a workspace               | 409 other-organization
        a workspace, as a partner | 200
        a dataset                 | 200
        """)
    void whoHasAnAccountSignsIn(String into, String outcome) {
        Client sam = stage.stranger("Sam");
        String path = copied(into, sam.email());
        follow(stage.nobody(), path).says("202");
        Letters.Letter letter = Letters.about(sam.email(), "Go on to");
        assertThat(letter.text())
                .contains("You have an account on Kontor already")
                .contains("/forgotten");
        String mailed = mailed(letter, path);
        assertThat(stage.nobody().get(mailed).ok().at("/known")).isEqualTo("true");
        follow(stage.nobody(), mailed).says("401 not-signed-in");
        assertThat(sam.get(path).ok().at("/account")).isEqualTo("THIS");
        assertThat(sam.get(mailed).ok().at("/account")).isEqualTo("THIS");
        follow(sam, path).says(outcome);
    }

    @Test
    void nothingOfItShowsToWhoeverInvites() {
        Client sam = stage.stranger("Sam");
        String unknown = stage.address("Nina");
        for (String email : List.of(sam.email(), unknown)) {
            String path = copied("a workspace, as a partner", email);
            Letters.about(email, "invites you");
            stage.eventually(() -> java.util.Optional.of(shown(email)).filter(text -> text.contains("SENT")));
            String before = shown(email);
            long events = events();
            follow(stage.nobody(), path).says("202");
            Letters.about(email, "Go on to");
            assertThat(shown(email)).isEqualTo(before);
            assertThat(events()).isEqualTo(events);
        }
    }

    private String shown(String email) {
        return cast.ada.get(cast.at("invitations?q=%s", email)).ok().text();
    }

    private long events() {
        return stage.sql().fetchCount(AUDIT_EVENT, AUDIT_EVENT.WORKSPACE_ID.eq(cast.workspace));
    }

    @Test
    void aLockedAccountIsNotWrittenTo() {
        Client lou = stage.stranger("Lou");
        String path = copied("a workspace, as a partner", lou.email());
        Letters.about(lou.email(), "invites you");
        stage.lock(lou);
        follow(stage.nobody(), path).says("202");
        stage.eventually(() -> stage.sql()
                .select(MAIL.STATE)
                .from(MAIL)
                .where(MAIL.ADDRESS.eq(lou.email()).and(MAIL.KIND.eq("INVITATION_LINK")))
                .and(MAIL.STATE.eq("DROPPED"))
                .fetchOptional());
        assertThat(Letters.all(lou.email())).hasSize(1);
    }

    @ParameterizedTest(name = "both links of an invitation that {0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        was revoked        | 409 invitation-revoked
        expired            | 409 invitation-expired
        was accepted       | 409 invitation-accepted
        waits              | 409 invitation-waiting
        was renewed        | 200
        """)
    void bothLinksLiveAsLongAsTheInvitation(String what, String outcome) {
        String email = stage.address("Nina");
        Client chief = stage.person("Chief", cast.acme, true);
        String invitations = "organizations/" + cast.acme + "/invitations";
        Answer made = chief.post(invitations, Map.of("email", email)).ok();
        String path = "invitations/" + Cast.token(made.at("/link"));
        String mailed = mailed(Letters.about(email, "invites you"), path);
        switch (what) {
            case "was revoked" ->
                cast.otto.delete(invitations + "/" + made.id()).says("204");
            case "expired" -> expire(made.id());
            case "was accepted" -> follow(stage.nobody(), mailed).says("200");
            case "waits" -> stage.lock(chief);
            default -> {
                expire(made.id());
                chief.post(invitations, Map.of("email", email)).ok();
            }
        }
        boolean works = outcome.equals("200");
        follow(stage.nobody(), path).says(works ? "202" : outcome);
        follow(stage.nobody(), mailed).says(outcome);
    }

    private void expire(UUID invitation) {
        stage.sql()
                .update(USER_INVITATION)
                .set(USER_INVITATION.EXPIRES_AT, Instant.now())
                .where(USER_INVITATION.ID.eq(invitation))
                .execute();
    }

    /** T-12: asked again, the link to the dataset is another one, and the one that was mailed before ends with it. */
    @Test
    void aMailedLinkToADatasetEndsWithItsInvitation() {
        String email = stage.address("Nina");
        String path = copied("a dataset", email);
        String mailed = mailed(Letters.about(email, "invites you"), path);
        copied("a dataset", email);
        follow(stage.nobody(), path).says("404 not-found");
        follow(stage.nobody(), mailed).says("404 not-found");
    }

    @Test
    void aColleagueWhomNobodyMayBringInIsToldSoWhoeverTheyAre() {
        for (String email : List.of(stage.stranger("Sam").email(), stage.address("Nina"))) {
            String token = token(
                    cast.ada.post(cast.at("members"), Map.of("emails", List.of(email), "roles", List.of())),
                    "/outcomes/0/link");
            follow(stage.nobody(), "invitations/" + token).says("409 organization-first");
        }
    }

    @Test
    void anAddressIsWrittenToSoOften() {
        String email = stage.address("Nina");
        String path = copied("a workspace, as a partner", email);
        for (int i = 0; i < 5; i++) {
            follow(stage.nobody(), path).says("202");
        }
        follow(stage.nobody(), path).says("429 too-many-attempts");
    }

    @Test
    void theMailedLinkIsKeptAsADigest() {
        String email = stage.address("Nina");
        String path = copied("an organization", email);
        String secret = mailed(Letters.about(email, "invites you"), path).split("/", 2)[1];
        assertThat(stage.sql()
                        .fetchCount(
                                MAILED_LINK, MAILED_LINK.DIGEST.eq(new dev.kontor.identity.Secret(secret).digest())))
                .isEqualTo(1);
        stage.eventually(() -> java.util.Optional.of(stage.sql()
                        .select(MAIL.WORDS)
                        .from(MAIL)
                        .where(MAIL.ADDRESS.eq(email))
                        .fetchSingle(MAIL.WORDS)
                        .data())
                .filter("{}"::equals));
    }
}
