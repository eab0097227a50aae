package dev.kontor.identity;

/** Somebody asked for a link to a new password, who may or may not own the address, which may or may not be known. */
public record PasswordResetAsked(String email) {}
