package dev.kontor.project;

import dev.kontor.access.Actor;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * O-12, O-13: a project went into the trash, where it can be restored until that moment. These people own datasets in
 * it: whoever deleted it was told of them, and they are told of it.
 */
public record ProjectTrashed(
        Actor actor, UUID workspaceId, UUID projectId, String name, Set<UUID> datasetOwners, Instant purgedAfter) {
    public ProjectTrashed {
        datasetOwners = Set.copyOf(datasetOwners);
    }
}
