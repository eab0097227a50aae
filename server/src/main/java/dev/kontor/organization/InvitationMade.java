package dev.kontor.organization;

import java.time.Instant;
import java.util.UUID;

/**
 * An invitation that was made or renewed, as its mail tells of it.
 *
 * @param page where its links lead, without their secrets
 */
public record InvitationMade(UUID id, String email, String inviter, String into, String page, Instant expiresAt) {}
