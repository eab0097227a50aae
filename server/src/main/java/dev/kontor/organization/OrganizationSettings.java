package dev.kontor.organization;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Who may register, and how long invitations live.
 *
 * @param registrationOpen whether anybody may register an organization (C-03); else by invitation only
 * @param invitationLife an invitation expires after so long (O-01)
 * @param confirmationLife a mailed link that confirms a registration works for so long
 * @param url where people reach this server, for links in mails
 * @param supportAddress where people turn to for help; shown on the sign-in page
 */
@ConfigurationProperties("kontor.organization")
public record OrganizationSettings(
        @DefaultValue("true") boolean registrationOpen,
        @DefaultValue("14d") Duration invitationLife,
        @DefaultValue("24h") Duration confirmationLife,
        @DefaultValue("http://localhost:8080") URI url,
        @Nullable String supportAddress) {
    public OrganizationSettings {
        if (invitationLife.isNegative() || invitationLife.isZero()) {
            throw new IllegalArgumentException("kontor.organization.invitation-life is positive");
        }
        if (confirmationLife.isNegative() || confirmationLife.isZero()) {
            throw new IllegalArgumentException("kontor.organization.confirmation-life is positive");
        }
    }

    /** The whole address of a path on this server, for mails. */
    public String at(String path) {
        return url.toString().replaceFirst("/$", "") + path;
    }
}
