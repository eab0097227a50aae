package dev.kontor.collaborator;

import dev.kontor.access.Actor;
import java.util.Set;
import java.util.UUID;

/**
 * K-08: an organization loses these projects. Heard in the same transaction: memberships and grants of its people in
 * them end, and what they own there passes to the heir.
 */
public record ProjectsWithdrawn(Actor actor, UUID workspaceId, UUID organizationId, Set<UUID> projects, UUID heir) {
    public ProjectsWithdrawn {
        projects = Set.copyOf(projects);
    }
}
