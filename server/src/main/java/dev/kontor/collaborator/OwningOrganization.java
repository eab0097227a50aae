package dev.kontor.collaborator;

import dev.kontor.access.CollaborationType;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.member.Members;
import dev.kontor.workspace.WorkspaceCreated;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** a new workspace begins with its organization as OWNER, and with its owner as ADMIN. */
@Component
class OwningOrganization {
    private final Collaborators collaborators;
    private final Members members;

    OwningOrganization(Collaborators collaborators, Members members) {
        this.collaborators = collaborators;
        this.members = members;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(WorkspaceCreated created) {
        UUID organization = created.owner().organizationId();
        Set<CollaborationType> types = Set.of(CollaborationType.OWNER);
        collaborators.insert(created.workspaceId(), organization, types, true);
        members.insert(
                created.workspaceId(), created.owner().userId(), organization, types, Set.of(WorkspaceRole.ADMIN));
    }
}
