package dev.kontor.organization;

import java.util.UUID;

/** An administrator made a link with which a user's password can be set: heard after the commit, to tell them (O-06). */
public record PasswordResetOffered(UUID userId, String email, String name, String administrator) {}
