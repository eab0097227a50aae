package dev.kontor.access;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * All that an actor sees in one workspace, as a handful of facts read by one statement: every project; every public
 * one; every public one of those named for their organization; these ones; and whose people they may see. Lists are
 * filtered by it ({@link Sight}).
 *
 * @param everyNamed how many projects are named for the organization, counted up to 100; 0 where that gives no sight
 * @param granted by dataset; null for whoever holds more of them than are worth reading beforehand
 */
public record Reach(
        Actor actor,
        Standing standing,
        boolean all,
        boolean everyPublic,
        int everyNamed,
        Set<UUID> ones,
        Set<UUID> seenOrganizations,
        @Nullable Map<UUID, DatasetLevel> granted) {
    public Reach {
        ones = Set.copyOf(ones);
        seenOrganizations = Set.copyOf(seenOrganizations);
        granted = granted == null ? null : Map.copyOf(granted);
    }

    public UUID workspaceId() {
        return standing.workspaceId();
    }

    /** O-04, K-03: whether people of that organization are visible by workforce access. */
    public boolean sees(UUID organizationId) {
        return seenOrganizations.contains(organizationId);
    }

    /** M-03: whether this actor sees that person, who holds these roles in the workspace (none, if not a member). */
    public boolean seesPerson(UUID userId, UUID organizationId, Set<WorkspaceRole> roles) {
        return userId.equals(actor.userId())
                || sees(organizationId)
                || all && roles.stream().anyMatch(WorkspaceRole.POWERFUL::contains);
    }

    /** K-03: whether this actor sees that organization as a collaborator. */
    public boolean seesCollaborator(UUID organizationId) {
        return all || sees(organizationId);
    }
}
