package dev.kontor.organization;

import java.util.UUID;

/**
 * Somebody wants to register. Heard in the same transaction, which writes the mail: whether it confirms the registration
 * or says that there is an account is decided when it is sent.
 */
public record RegistrationAsked(UUID registrationId, String email) {}
