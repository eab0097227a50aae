package dev.kontor.notification;

import static kontor.tables.Tables.MAIL;
import static kontor.tables.Tables.NOTIFICATION_PREFERENCE;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Cast;
import dev.kontor.testing.Client;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.TestMail;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.InternetAddress;
import java.io.IOException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** O-01, section 10: what is mailed where a mail server is set, and what becomes of it where that server fails. */
@Specification
class MailTest {
    @Autowired
    Stage stage;

    @Autowired
    JavaMailSenderImpl sender;

    @Autowired
    MailTexts texts;

    Cast cast;

    /** What tests before this one left to be mailed is a thousand times nothing to wait for. */
    @BeforeEach
    void acme() {
        stage.sql()
                .update(MAIL)
                .set(MAIL.STATE, "DROPPED")
                .where(MAIL.STATE.eq("PENDING"))
                .execute();
        cast = stage.cast();
    }

    private List<Message> mailsTo(String address) {
        return Arrays.stream(TestMail.server().getReceivedMessages())
                .map(Message.class::cast)
                .filter(mail -> isTo(mail, address))
                .toList();
    }

    private Message mailTo(String address) {
        return stage.eventually(() -> mailsTo(address).stream().findFirst());
    }

    private static boolean isTo(Message mail, String address) {
        try {
            return Arrays.stream(mail.getAllRecipients())
                    .anyMatch(to -> ((InternetAddress) to).getAddress().equals(address));
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The plain text and the page. */
    private static List<String> texts(Object content) throws MessagingException, IOException {
        if (content instanceof Multipart parts) {
            StringBuilder plain = new StringBuilder();
            StringBuilder html = new StringBuilder();
            for (int i = 0; i < parts.getCount(); i++) {
                BodyPart part = parts.getBodyPart(i);
                if (part.getContent() instanceof Multipart) {
                    return texts(part.getContent());
                }
                (part.isMimeType("text/html") ? html : plain).append(part.getContent());
            }
            return List.of(plain.toString(), html.toString());
        }
        return List.of(String.valueOf(content));
    }

    private String invite(String email) {
        return cast.otto
                .post("organizations/" + cast.acme + "/invitations", Map.of("email", email))
                .ok()
                .at("/link");
    }

    private Optional<String> state(String email) {
        return cast.otto.get("organizations/" + cast.acme + "/invitations?q=" + email).ok().items().stream()
                .map(i -> i.at("/mail/state").asString())
                .findFirst();
    }

    @Test
    void anInvitationsLinkIsMailedAsTextAndAsPage() throws Exception {
        String email = stage.address("Newcomer");
        String link = invite(email);
        Message mail = mailTo(email);
        assertThat(mail.getSubject()).isEqualTo("Otto invites you to Acme");
        assertThat(mail.getFrom()).containsExactly(new InternetAddress("kontor@harbour.test"));
        assertThat(texts(mail.getContent()))
                .hasSize(2)
                .allSatisfy(text -> assertThat(text)
                        .contains("http://localhost:8080/invite/")
                        .doesNotContain(link)
                        .contains("help@harbour.test"));
        stage.eventually(() -> state(email).filter("SENT"::equals));
        invite(email);
        stage.eventually(() -> mailsTo(email).size() == 2 ? Optional.of(true) : Optional.empty());
    }

    @Test
    void anInvitationIntoAWorkspaceIsMailedAndShowsIt() throws Exception {
        String email = stage.address("Newcomer");
        String link = cast.ada
                .post(cast.at("members"), Map.of("emails", List.of(email), "roles", List.of()))
                .ok()
                .at("/outcomes/0/link");
        assertThat(texts(mailTo(email).getContent()))
                .allSatisfy(text -> assertThat(text)
                        .contains("http://localhost:8080/invite/")
                        .doesNotContain(link));
        var shown = stage.eventually(() -> cast.ada.get(cast.at("invitations?q=%s", email)).ok().items().stream()
                .filter(i -> i.at("/mail/state").asString().equals("SENT"))
                .findFirst());
        assertThat(shown.at("/mail/attempts").asInt()).isEqualTo(1);
        assertThat(Instant.parse(shown.at("/mail/at").asString())).isBeforeOrEqualTo(Instant.now());
    }

    @Test
    void namesAreTextWhateverTheySay() throws Exception {
        Client hostile = stage.person("Eve", cast.acme, true);
        hostile.patch("me", Map.of("name", "Eve\"><img src=x onerror=alert(1)>"))
                .ok();
        String email = stage.address("Victim");
        hostile.post("organizations/" + cast.acme + "/invitations", Map.of("email", email))
                .ok();
        List<String> texts = texts(mailTo(email).getContent());
        assertThat(texts.getLast()).contains("Eve&quot;&gt;&lt;img").doesNotContain("<img");
        assertThat(texts.getFirst()).contains("Eve\"><img");
        assertThat(MailServer.oneLine("Eve\r\nBcc: everybody@example.org\u2028\u0000"))
                .isEqualTo("Eve Bcc: everybody@example.org");
        assertThat(mailTo(email).getHeader("Bcc")).isNull();
    }

    @Test
    void aMailServerThatFailsIsTriedAgainUntilItRecovers() {
        String email = stage.address("Newcomer");
        int port = sender.getPort();
        sender.setPort(1);
        try {
            invite(email);
            stage.eventually(() -> stage.sql()
                    .select(MAIL.ATTEMPTS)
                    .from(MAIL)
                    .where(MAIL.ADDRESS.eq(email).and(MAIL.ATTEMPTS.gt(2)))
                    .fetchOptional(MAIL.ATTEMPTS));
            assertThat(state(email)).contains("PENDING");
        } finally {
            sender.setPort(port);
        }
        mailTo(email);
        stage.eventually(() -> state(email).filter("SENT"::equals));
        assertThat(mailsTo(email)).hasSize(1);
    }

    @Test
    void whatIsGivenUpSaysSoAndIsResent() {
        String email = stage.address("Newcomer");
        int port = sender.getPort();
        sender.setPort(1);
        try {
            invite(email);
            // between two attempts: one that is under way would go by the count that it began with
            stage.eventually(() -> stage.sql()
                    .update(MAIL)
                    .set(MAIL.ATTEMPTS, 1_000)
                    .where(MAIL.ADDRESS.eq(email).and(MAIL.PROBLEM.isNotNull()))
                    .and(MAIL.DUE_AT.lt(Instant.now().plusSeconds(60)))
                    .returning(MAIL.ID)
                    .fetchOptional());
            stage.eventually(() -> state(email).filter("FAILED"::equals));
        } finally {
            sender.setPort(port);
        }
        invite(email);
        mailTo(email);
        stage.eventually(() -> state(email).filter("SENT"::equals));
    }

    @Test
    void anInvitationThatIsRevokedBeforeItsMailWentIsNotMailed() {
        String email = stage.address("Newcomer");
        int port = sender.getPort();
        sender.setPort(1);
        try {
            invite(email);
            UUID id = cast.otto.get("organizations/" + cast.acme + "/invitations?q=" + email).items("/id").stream()
                    .map(UUID::fromString)
                    .findFirst()
                    .orElseThrow();
            cast.otto
                    .delete("organizations/" + cast.acme + "/invitations/" + id)
                    .ok();
        } finally {
            sender.setPort(port);
        }
        stage.eventually(() -> stage.sql()
                .select(MAIL.STATE)
                .from(MAIL)
                .where(MAIL.ADDRESS.eq(email).and(MAIL.STATE.eq("DROPPED")))
                .fetchOptional(MAIL.STATE));
        assertThat(mailsTo(email)).isEmpty();
    }

    @Test
    void notificationsAreMailedAsTheirReaderChose() throws Exception {
        Client quiet = stage.person("Quinn", cast.acme);
        quiet.put("me/notification-preferences/ADDED_TO_WORKSPACE", Map.of("mail", false))
                .says("204");
        Client usual = stage.person("Uma", cast.acme);
        cast.ada
                .post(cast.at("members"), Map.of("emails", List.of(quiet.email(), usual.email()), "roles", List.of()))
                .ok();
        Message mail = mailTo(usual.email());
        assertThat(mail.getSubject()).isEqualTo("You were added to a workspace");
        assertThat(texts(mail.getContent()))
                .allSatisfy(text -> assertThat(text)
                        .contains("Ada added you to the workspace Acme vision")
                        .contains("http://localhost:8080/workspaces/" + cast.workspace)
                        .contains("help@harbour.test"));
        stage.eventually(() -> quiet.get("me/notifications").items("/kind").contains("ADDED_TO_WORKSPACE")
                ? Optional.of(true)
                : Optional.empty());
        cast.ada
                .patch(cast.at("members/%s", quiet.id()), Map.of("roles", List.of("DEVELOPER")))
                .ok();
        cast.ada.delete(cast.at("members/%s", quiet.id())).ok();
        assertThat(mailTo(quiet.email()).getSubject()).isEqualTo("You were removed from a workspace");
        assertThat(mailsTo(quiet.email())).hasSize(1);
    }

    @Test
    void preferencesAreOnesOwnAndLogged() {
        var before = cast.mo.get("me/notification-preferences").ok();
        assertThat(before.items("/kind")).hasSize(NotificationKind.values().length);
        cast.mo
                .put("me/notification-preferences/ROLES_CHANGED", Map.of("mail", true))
                .says("204");
        cast.mo
                .put("me/notification-preferences/ROLES_CHANGED", Map.of("mail", true))
                .says("204");
        assertThat(cast.mo.get("me/notification-preferences").items().stream()
                        .filter(p -> p.path("kind").asString().equals("ROLES_CHANGED"))
                        .map(p -> p.path("mail").asBoolean()))
                .containsExactly(true);
        assertThat(cast.mo
                        .put("me/notification-preferences/NONSENSE", Map.of("mail", true))
                        .said())
                .isEqualTo("422 wrong-type");
        assertThat(cast.mo
                        .put("me/notification-preferences/ROLES_CHANGED", Map.of())
                        .saidAbout())
                .isEqualTo("422 field-missing mail");
    }

    /** Whoever took a session over cannot silence what gives them away. */
    @Test
    void whatIsAboutTheSafetyOfAnAccountIsAlwaysMailed() throws Exception {
        Client mo = stage.person("Mona", cast.acme);
        mo.put("me/notification-preferences/PASSWORD_RESET_OFFERED", Map.of("mail", false))
                .says("422 always-mailed");
        // chosen before that was refused
        stage.sql()
                .insertInto(NOTIFICATION_PREFERENCE)
                .set(NOTIFICATION_PREFERENCE.USER_ID, mo.id())
                .set(NOTIFICATION_PREFERENCE.KIND, "PASSWORD_RESET_OFFERED")
                .set(NOTIFICATION_PREFERENCE.MAIL, false)
                .execute();
        cast.otto
                .send("POST", "organizations/" + cast.acme + "/users/" + mo.id() + "/password-reset", null, Map.of())
                .says("201");
        assertThat(mailTo(mo.email()).getSubject()).isEqualTo("Somebody made a link to a new password for you");
    }
}
