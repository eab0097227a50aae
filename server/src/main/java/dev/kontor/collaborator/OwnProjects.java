package dev.kontor.collaborator;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** K-08: a project created by an organization's own people joins its limited access at once. */
@Component
public class OwnProjects {
    private final Collaborators collaborators;

    OwnProjects(Collaborators collaborators) {
        this.collaborators = collaborators;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void add(Grant<InWorkspace> creator, UUID projectId) {
        collaborators.grantProjects(creator.id(), creator.actor().organizationId(), List.of(projectId));
    }
}
