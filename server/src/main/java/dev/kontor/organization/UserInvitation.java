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

    /** Where it stands; an open one waits while its inviter could not make it (O-01). */
    public InvitationState state(Instant now) {
        InvitationState state = InvitationState.of(acceptedAt, revokedAt, expiresAt, now);
        return state == InvitationState.OPEN && !inviterCould ? InvitationState.WAITING : state;
    }
}
