package dev.kontor.organization;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A colleague's invitation into an organization (C-06, O-01). */
public record UserInvitation(
        UUID id,
        String token,
        UUID organizationId,
        String organizationName,
        String email,
        boolean administrator,
        UUID inviterId,
        String inviterName,
        boolean inviterCould,
        Instant createdAt,
        Instant expiresAt,
        InvitationMail mail,
        @Nullable Instant acceptedAt,
        @Nullable Instant revokedAt) {

    public static final String PAGE = "/invite/";

    /** The link that can be copied, relative to the server. */
    public String link() {
        return PAGE + token;
    }

    /** Whether it was found by a link that only a mail to its address said. */
    public boolean isMailed(String found) {
        return !token.equals(found);
    }

    /** As its mail tells of it. */
    public InvitationMade made() {
        return new InvitationMade(id, email, inviterName, organizationName, PAGE, expiresAt);
    }

    /** Where it stands; an open one waits while its inviter could not make it (O-01). */
    public InvitationState state(Instant now) {
        InvitationState state = InvitationState.of(acceptedAt, revokedAt, expiresAt, now);
        return state == InvitationState.OPEN && !inviterCould ? InvitationState.WAITING : state;
    }
}
