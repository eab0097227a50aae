package dev.kontor.application;

import dev.kontor.access.DatasetLevel;
import dev.kontor.access.Person;
import dev.kontor.organization.InvitationMade;
import dev.kontor.organization.InvitationMail;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A link to a dataset as it is followed: for one address (an invitation), or for whoever has it (T-12).
 *
 * @param mailed whether it is one that only the mail to the address said
 */
record Link(UUID id, Offer offer, @Nullable String email, boolean mailed, Instant expiresAt) {
    static final String PAGE = "/join/";

    /** No link without an address gives more. */
    static final DatasetLevel MOST = DatasetLevel.EDITOR;

    /** ENDED: its maker could no longer make it (T-13). */
    enum State {
        OPEN,
        EXPIRED,
        ENDED
    }

    /**
     * As it is shown to its maker and to dataset admins.
     *
     * @param mail what became of the mail of an invitation; other links are not mailed
     * @param link of an invitation always, of other links only in the moment in which they are made
     */
    record View(
            UUID id,
            @Nullable String email,
            DatasetLevel level,
            Person maker,
            State state,
            Instant createdAt,
            Instant expiresAt,
            @Nullable InvitationMail mail,
            @Nullable String link,
            List<String> can) {
        View {
            can = List.copyOf(can);
        }
    }

    /** As a mail tells of an invitation. */
    static InvitationMade made(UUID id, String email, String inviter, Offer offer, Instant expiresAt) {
        return new InvitationMade(id, email, inviter, "the dataset " + offer.datasetName(), PAGE, expiresAt);
    }

    static String path(String secret) {
        return PAGE + secret;
    }
}
