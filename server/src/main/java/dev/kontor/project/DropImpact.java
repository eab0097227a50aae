package dev.kontor.project;

import dev.kontor.member.RemovalImpact.Loss;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** What a module takes from people who are taken off a project (K-08), for the dialog that says so beforehand. */
public interface DropImpact {
    /** At most: whoever still sees the project in another way keeps what they hold. */
    List<Loss> ofDropping(UUID workspaceId, UUID projectId, Set<UUID> users);
}
