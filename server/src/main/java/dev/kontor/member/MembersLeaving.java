package dev.kontor.member;

import dev.kontor.access.Actor;
import java.util.Set;
import java.util.UUID;

/**
 * These people are about to cease to be members (O-02). Heard in the same transaction, before it happens: what they
 * own passes to the heir.
 */
public record MembersLeaving(Actor actor, UUID workspaceId, Set<UUID> users, UUID heir) {
    public MembersLeaving {
        users = Set.copyOf(users);
    }
}
