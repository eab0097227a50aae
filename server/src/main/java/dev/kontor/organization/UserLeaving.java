package dev.kontor.organization;

import dev.kontor.access.Actor;
import dev.kontor.identity.User;
import java.util.Map;
import java.util.UUID;

/**
 * A user is about to leave the organization: removed, or moving to another one. Heard in the same transaction, behind
 * the organization's lock: memberships end and what they own passes on (C-06, O-02).
 *
 * @param moving whether they go of their own accord, which nobody does who owns a workspace (C-01)
 * @param heirs by workspace, whom what they own there passes to; else the workspace owner
 * @param owners by workspace that they own, who owns it from now on
 */
public record UserLeaving(Actor actor, User user, boolean moving, Map<UUID, UUID> heirs, Map<UUID, UUID> owners) {
    public UserLeaving {
        heirs = Map.copyOf(heirs);
        owners = Map.copyOf(owners);
    }
}
