package dev.kontor.organization;

import java.time.Instant;

/** An invitation was made or renewed: heard after the commit, to mail its link where a mail server is set (O-01). */
public record InvitationMade(String email, String inviter, String into, String token, Instant expiresAt) {}
