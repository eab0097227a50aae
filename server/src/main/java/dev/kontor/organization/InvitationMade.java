package dev.kontor.organization;

import java.time.Instant;
import java.util.UUID;

/** An invitation was made or renewed: heard in the same transaction, which writes the mail with its
 * link as well, where a mail server is set (O-01). The link is relative to this server. */
public record InvitationMade(UUID id, String email, String inviter, String into, String link, Instant expiresAt) {}
