package dev.kontor.organization;

import java.util.UUID;

/** Somebody wants to register. Heard after the commit, to mail either a link that confirms it or that there is an account. */
public record RegistrationAsked(UUID registrationId) {}
