package dev.kontor.notification;

import static kontor.tables.Tables.MAIL;
import static kontor.tables.Tables.NOTIFICATION;
import static kontor.tables.Tables.REGISTRATION;
import static kontor.tables.Tables.UNTOLD_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Letters;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.TestMail;
import jakarta.mail.Message;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** O-06, C-03: mails about accounts wait where all mails do, and are tried again; no link waits with them. */
@Specification
class AccountMailTest {
    private static final int NOBODY_THERE = 1;
    private static final String RESET = "A new password for Kontor";

    @Autowired
    Stage stage;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    Mails mails;

    Cast cast;
    int port;

    @BeforeEach
    void acme() {
        port = sender.getPort();
        stage.sql()
                .update(MAIL)
                .set(MAIL.STATE, "DROPPED")
                .where(MAIL.STATE.eq("PENDING"))
                .execute();
        stage.sql()
                .update(NOTIFICATION)
                .set(NOTIFICATION.MAIL_DUE, false)
                .where(NOTIFICATION.MAIL_DUE.isTrue())
                .execute();
        cast = stage.cast();
        stage.eventually(() -> isQuiet() ? Optional.of(true) : Optional.empty());
    }

    /** What the cast was told is mailed, so that a mail that goes now is one that the test is about. */
    private boolean isQuiet() {
        return !stage.sql().fetchExists(UNTOLD_EVENT, UNTOLD_EVENT.ATTEMPTS.eq(0))
                && !stage.sql().fetchExists(MAIL, MAIL.STATE.eq("PENDING"));
    }

    @AfterEach
    void theMailServerIsBack() {
        sender.setPort(port);
    }

    private void forgot(String email) {
        stage.nobody().post("password-resets", Map.of("email", email)).says("202");
    }

    private void register(String organization, String email) {
        stage.nobody()
                .post(
                        "organizations",
                        Map.of("organization", organization, "name", "Nora", "email", email, "password", "long enough"))
                .says("202");
    }

    private void triedInVain(String email) {
        triedInVain(email, 1);
    }

    private void triedInVain(String email, int oftenerThan) {
        stage.eventually(() -> stage.sql()
                .select(MAIL.ID)
                .from(MAIL)
                .where(MAIL.ADDRESS.eq(email).and(MAIL.ATTEMPTS.gt(oftenerThan)))
                .and(MAIL.STATE.eq("PENDING").and(MAIL.PROBLEM.isNotNull()))
                .fetchOptional());
    }

    private int tries(String email) {
        return stage.sql()
                .select(MAIL.ATTEMPTS)
                .from(MAIL)
                .where(MAIL.ADDRESS.eq(email))
                .fetchSingle(MAIL.ATTEMPTS);
    }

    private List<String> states(String email) {
        return stage.sql()
                .select(MAIL.STATE)
                .from(MAIL)
                .where(MAIL.ADDRESS.eq(email))
                .fetch(MAIL.STATE);
    }

    private void becomes(String email, String state) {
        stage.eventually(() -> states(email).equals(List.of(state)) ? Optional.of(true) : Optional.empty());
    }

    private List<Message> received(String email) {
        return Arrays.stream(TestMail.server().getReceivedMessagesForDomain(email))
                .map(Message.class::cast)
                .toList();
    }

    private static List<String> letters(String email) {
        return Letters.all(email).stream().map(Letters.Letter::subject).toList();
    }

    @Test
    void aForgottenPasswordOutlivesAMailServerThatFails() {
        sender.setPort(NOBODY_THERE);
        forgot(cast.mo.email());
        forgot(cast.mo.email());
        triedInVain(cast.mo.email());
        sender.setPort(port);
        var letter = Letters.to(cast.mo.email(), RESET);
        becomes(cast.mo.email(), "SENT");
        assertThat(letters(cast.mo.email())).as("asked twice while one waited").containsOnlyOnce(RESET);
        stage.nobody()
                .post("password-resets/" + Cast.token(letter.link("/reset/")), Map.of("password", "a new password"))
                .says("204");
    }

    /** A mail server may be away for hours, and is tried once an hour then: who asks again waits no longer than who asks now. */
    @Test
    void askedForAgainItGoesAtOnce() {
        sender.setPort(NOBODY_THERE);
        forgot(cast.mo.email());
        stage.eventually(() -> stage.sql()
                .update(MAIL)
                .set(MAIL.DUE_AT, Instant.now().plus(Duration.ofHours(1)))
                .set(MAIL.CREATED_AT, Instant.now().minus(Duration.ofHours(2)))
                .where(MAIL.ADDRESS.eq(cast.mo.email()).and(MAIL.STATE.eq("PENDING")))
                .and(MAIL.PROBLEM.isNotNull())
                .returning(MAIL.ID)
                .fetchOptional());
        sender.setPort(port);
        forgot(cast.mo.email().toUpperCase(java.util.Locale.ROOT));
        Letters.to(cast.mo.email(), RESET);
        becomes(cast.mo.email(), "SENT");
        assertThat(letters(cast.mo.email())).containsOnlyOnce(RESET);
    }

    @Test
    void aRegistrationOutlivesAMailServerThatFails() {
        String email = stage.address("Nora");
        sender.setPort(NOBODY_THERE);
        register("Nora's", email);
        register("Known", cast.mo.email());
        triedInVain(email);
        triedInVain(cast.mo.email());
        sender.setPort(port);
        Letters.to(cast.mo.email(), "You have an account on Kontor already");
        String token = Cast.token(Letters.about(email, "is registered").link("/confirm/"));
        stage.nobody()
                .send("POST", "registrations/" + token + "/confirmation", null, Map.of())
                .says("201");
        becomes(email, "SENT");
        assertThat(Letters.all(email)).hasSize(1);
    }

    @Test
    void noLinkWaitsInTheDatabase() {
        String newcomer = stage.address("Newcomer");
        String nora = stage.address("Nora");
        sender.setPort(NOBODY_THERE);
        forgot(cast.mo.email());
        register("Nora's", nora);
        cast.otto
                .post("organizations/" + cast.acme + "/invitations", Map.of("email", newcomer))
                .ok();
        triedInVain(newcomer);
        assertThat(words(cast.mo.email())).isEqualTo("{}");
        assertThat(words(nora)).contains("registrationId").doesNotContain("/confirm/", "token");
        sender.setPort(port);
        Letters.about(newcomer, "invites you");
        becomes(newcomer, "SENT");
        assertThat(words(newcomer))
                .as("an invitation's link waits as long as its mail")
                .isEqualTo("{}");
    }

    private String words(String email) {
        return stage.sql()
                .select(MAIL.WORDS)
                .from(MAIL)
                .where(MAIL.ADDRESS.eq(email))
                .fetchSingle(MAIL.WORDS)
                .data();
    }

    @Test
    void whatWasAskedForTooLongAgoIsNotMailed() {
        sender.setPort(NOBODY_THERE);
        forgot(cast.mo.email());
        triedInVain(cast.mo.email());
        stage.sql()
                .update(MAIL)
                .set(MAIL.CREATED_AT, Instant.now().minus(Duration.ofHours(2)))
                .where(MAIL.ADDRESS.eq(cast.mo.email()))
                .execute();
        becomes(cast.mo.email(), "DROPPED");
        sender.setPort(port);
        assertThat(letters(cast.mo.email())).doesNotContain(RESET);
    }

    @Test
    void namesBeginNoHeaders() throws Exception {
        String email = stage.address("Nora");
        sender.setPort(NOBODY_THERE);
        register("Nora's", email);
        triedInVain(email);
        // no request gets such a name in: this is what stands behind that
        stage.sql()
                .update(REGISTRATION)
                .set(REGISTRATION.ORGANIZATION, "Acme\r\nBcc: everybody@example.org\r\n\r\n<script>")
                .where(REGISTRATION.EMAIL.eq(email))
                .execute();
        // one attempt may be under way with the words of before
        triedInVain(email, tries(email) + 1);
        sender.setPort(port);
        var letter = Letters.about(email, "is registered");
        assertThat(letter.subject())
                .isEqualTo("Confirm that Acme Bcc: everybody@example.org <script> is registered on Kontor");
        assertThat(letter.html()).contains("&lt;script&gt;").doesNotContain("<script>");
        Message mail = received(email).getFirst();
        assertThat(mail.getHeader("Bcc")).isNull();
        assertThat(mail.getAllRecipients()).hasSize(1);
        assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void aResetIsToldOnceAndMailedOnceEvenIfAThiefReadsIt() {
        Client mo = cast.mo;
        mo.put("me/notification-preferences/PASSWORD_RESET", Map.of("mail", true))
                .says("204");
        stage.sql()
                .execute(
                        "insert into notification_preference (user_id, kind, mail) values ({0}, {1}, false)",
                        org.jooq.impl.DSL.val(mo.id()), org.jooq.impl.DSL.val("PASSWORD_RESET_OFFERED"));
        String link = cast.otto
                .send("POST", "organizations/" + cast.acme + "/users/" + mo.id() + "/password-reset", null, Map.of())
                .says("201")
                .at("/link");
        Letters.to(mo.email(), "Somebody made a link to a new password for you");
        sender.setPort(NOBODY_THERE);
        stage.nobody()
                .post("password-resets/" + Cast.token(link), Map.of("password", Stage.PASSWORD))
                .says("204");
        var session = stage.nobody().post("session", Map.of("email", mo.email(), "password", Stage.PASSWORD));
        Client thief = stage.withSession(
                new Client.Identity(mo.id(), mo.name(), mo.email(), cast.acme),
                session.says("204").cookie("KONTOR_SESSION"));
        stage.eventually(() -> thief.get("me/notifications").items("/kind").contains("PASSWORD_RESET")
                ? Optional.of(true)
                : Optional.empty());
        thief.send("POST", "me/notifications/read", null, Map.of()).says("204");
        sender.setPort(port);
        Letters.to(mo.email(), "Your password was set anew");
        stage.eventually(() ->
                stage.sql().fetchExists(NOTIFICATION, NOTIFICATION.USER_ID.eq(mo.id()), NOTIFICATION.MAIL_DUE.isTrue())
                        ? Optional.empty()
                        : Optional.of(true));
        assertThat(letters(mo.email()))
                .filteredOn(subject -> subject.contains("password"))
                .containsExactly("Somebody made a link to a new password for you", "Your password was set anew");
    }

    /** Else the mail to one's own address would tell how long the one to somebody else's took (decision 12). */
    @Test
    void anAddressThatTakesLongKeepsNobodyWaiting() throws Exception {
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            sender.setPort(silent.getLocalPort());
            forgot(cast.mo.email());
            try (var held = silent.accept()) {
                sender.setPort(port);
                forgot(cast.ann.email());
                Letters.to(cast.ann.email(), RESET);
                assertThat(held.isConnected()).isTrue();
            }
        }
        Letters.to(cast.mo.email(), RESET);
    }

    @Test
    void whatBecameOfThemIsForgottenAfterAWhile() {
        String newcomer = stage.address("Newcomer");
        String unknown = stage.address("Nobody");
        forgot(unknown);
        cast.otto
                .post("organizations/" + cast.acme + "/invitations", Map.of("email", newcomer))
                .ok();
        becomes(unknown, "DROPPED");
        becomes(newcomer, "SENT");
        mails.sweep();
        assertThat(states(unknown)).hasSize(1);
        stage.sql()
                .update(MAIL)
                .set(MAIL.DONE_AT, Instant.now().minus(Duration.ofDays(8)))
                .where(MAIL.ADDRESS.in(unknown, newcomer))
                .execute();
        mails.sweep();
        assertThat(states(unknown)).isEmpty();
        assertThat(states(newcomer)).containsExactly("SENT");
    }
}
