package dev.kontor.identity;

/**
 * Somebody asked for a link to a new password, who may or may not own the address, which may or may not be known. Heard
 * in the same transaction, which writes the mail, where a mail server is set.
 */
public record PasswordResetAsked(String email) {}
