package dev.kontor.organization;

import dev.kontor.identity.User;

/** A user came into an organization. Heard in the same transaction: invitations that waited for it become memberships. */
public record UserJoined(User user) {}
