package dev.kontor.organization;

import dev.kontor.web.Refusal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Where an invitation stands (O-01). WAITING: whoever made it could no longer make it. */
public enum InvitationState {
    OPEN,
    WAITING,
    ACCEPTED,
    REVOKED,
    EXPIRED;

    public static InvitationState of(
            @Nullable Instant acceptedAt, @Nullable Instant revokedAt, Instant expiresAt, Instant now) {
        if (acceptedAt != null) return ACCEPTED;
        if (revokedAt != null) return REVOKED;
        return expiresAt.isAfter(now) ? OPEN : EXPIRED;
    }

    /** Only an open invitation can be accepted. */
    public void checkOpen() {
        switch (this) {
            case OPEN -> {}
            case WAITING -> throw Refusal.INVITATION_WAITING.refused();
            case ACCEPTED -> throw Refusal.INVITATION_ACCEPTED.refused();
            case REVOKED -> throw Refusal.INVITATION_REVOKED.refused();
            case EXPIRED -> throw Refusal.INVITATION_EXPIRED.refused();
        }
    }
}
