package dev.kontor.notification;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMailUtil;
import dev.kontor.testing.Specification;
import dev.kontor.testing.TestMail;
import jakarta.mail.Message;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** O-01: where a mail server is set, an invitation's link is mailed to the address that it was made for. */
@Specification
class InvitationMailTest {
    private static final JsonMapper JSON = JsonMapper.shared();

    @LocalServerPort
    int port;

    @Test
    void theLinkIsMailedToTheInvitedAddress() throws Exception {
        String unique = UUID.randomUUID().toString().substring(0, 8);
        HttpClient client = HttpClient.newHttpClient();
        var registered =
                client.send(post("organizations", """
                    {"organization": "Acme %1$s", "name": "Olga", "email": "olga-%1$s@acme.test", "password": "a long password"}
                    """.formatted(unique)).build(), BodyHandlers.ofString());
        assertThat(registered.statusCode()).isEqualTo(201);
        String organization =
                JSON.readTree(registered.body()).get("organizationId").asString();
        String cookies = registered.headers().allValues("Set-Cookie").stream()
                .map(cookie -> cookie.split(";")[0])
                .reduce((a, b) -> a + "; " + b)
                .orElseThrow();
        String token = Arrays.stream(cookies.split("; "))
                .filter(c -> c.startsWith("XSRF-TOKEN="))
                .findFirst()
                .orElseThrow()
                .substring(11);

        String address = "mo-" + unique + "@acme.test";
        var invited = client.send(
                post("organizations/" + organization + "/invitations", "{\"email\": \"" + address + "\"}")
                        .header("Cookie", cookies)
                        .header("X-XSRF-TOKEN", token)
                        .build(),
                BodyHandlers.ofString());
        assertThat(invited.statusCode()).isEqualTo(201);
        JsonNode invitation = JSON.readTree(invited.body());

        Message mail = mailTo(address);
        assertThat(mail.getSubject()).isEqualTo("Olga invites you to Acme " + unique);
        assertThat(GreenMailUtil.getBody(mail))
                .contains("http://localhost:8080" + invitation.get("link").asString());
    }

    private Message mailTo(String address) throws Exception {
        for (int wanted = 1; TestMail.server().waitForIncomingEmail(20_000, wanted); wanted++) {
            Optional<Message> found = Arrays.stream(TestMail.server().getReceivedMessages())
                    .map(Message.class::cast)
                    .filter(message -> to(message).equals(address))
                    .findFirst();
            if (found.isPresent()) {
                return found.get();
            }
        }
        throw new AssertionError("No mail came to " + address);
    }

    private static String to(Message message) {
        return GreenMailUtil.getAddressList(recipients(message));
    }

    private static jakarta.mail.Address[] recipients(Message message) {
        try {
            return message.getRecipients(Message.RecipientType.TO);
        } catch (jakarta.mail.MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private HttpRequest.Builder post(String path, String body) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/" + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }
}
