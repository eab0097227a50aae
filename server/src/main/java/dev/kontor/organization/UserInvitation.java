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
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant acceptedAt,
        @Nullable Instant revokedAt) {

    public InvitationState state(Instant now) {
        return InvitationState.of(acceptedAt, revokedAt, expiresAt, now);
    }
}
