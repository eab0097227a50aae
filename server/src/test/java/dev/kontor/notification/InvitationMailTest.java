package dev.kontor.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Client;
import dev.kontor.testing.Letters;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** O-01: where a mail server is set, an invitation's link is mailed to the address that it was made for. */
@Specification
class InvitationMailTest {
    @Autowired
    Stage stage;

    @Test
    void theLinkIsMailedToTheInvitedAddress() {
        Client olga = stage.stranger("Olga");
        String address = stage.address("Mo");
        String link = olga.post("organizations/" + olga.organizationId() + "/invitations", Map.of("email", address))
                .says("201")
                .at("/link");
        assertThat(Letters.about(address, "Olga invites you to Olga's organization")
                        .text())
                .contains("http://localhost:8080" + link);
    }
}
