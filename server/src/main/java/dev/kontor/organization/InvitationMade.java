package dev.kontor.organization;

import java.time.Instant;
import java.util.UUID;

/** An invitation that was made or renewed, as its mail tells of it. */
public record InvitationMade(UUID id, String email, String inviter, String into, String link, Instant expiresAt) {}
