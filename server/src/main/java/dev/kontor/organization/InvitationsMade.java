package dev.kontor.organization;

import java.util.List;

/**
 * Invitations were made or renewed in one step: heard in the same transaction, which writes the mails with their links as
 * well, where a mail server is set (O-01).
 */
public record InvitationsMade(List<InvitationMade> all) {
    public InvitationsMade {
        all = List.copyOf(all);
    }
}
