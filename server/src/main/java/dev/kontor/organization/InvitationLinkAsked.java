package dev.kontor.organization;

/**
 * Somebody who is not signed in wants to accept this invitation. Heard in the same transaction, which writes the mail to its
 * address: what that says is decided when it is sent.
 */
public record InvitationLinkAsked(InvitationMade invitation) {}
