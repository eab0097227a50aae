package dev.kontor.collaborator;

import dev.kontor.access.CollaborationType;
import dev.kontor.access.Person;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.invitation.CollaboratorProject;
import dev.kontor.web.Refusal;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** An organization's place in a workspace, and who may deal with it (K-01, K-04, K-05). */
record Collaborator(
        Person.Organization organization,
        Set<CollaborationType> types,
        boolean fullAccess,
        List<CollaboratorProject> projects,
        boolean autoInvite,
        boolean autoInviteAllowed,
        int members,
        long revision) {
    Collaborator {
        types = Set.copyOf(types);
        projects = List.copyOf(projects);
    }

    /** K-01, K-04: OWNER is never assigned; of the others, one's roles deal with each. */
    static void checkTypes(Collection<WorkspaceRole> roles, Collection<CollaborationType> types) {
        if (types.contains(CollaborationType.OWNER)) {
            throw Refusal.OWNER_NOT_ASSIGNABLE.refused();
        }
        List<CollaborationType> beyond =
                types.stream().filter(type -> !type.dealtWithBy(roles)).sorted().toList();
        if (!beyond.isEmpty()) {
            throw Refusal.COLLABORATION_TYPE_ABOVE_OWN.refused(beyond);
        }
    }

    /** K-04: the same bound for changing and removing one that is there; nobody changes their own organization's. */
    void checkDealing(UUID ownOrganization, Collection<WorkspaceRole> roles) {
        if (types.contains(CollaborationType.OWNER)) {
            throw Refusal.OWNING_ORGANIZATION.refused();
        }
        if (organization.id().equals(ownOrganization)) {
            throw Refusal.OWN_ORGANIZATION.refused();
        }
        checkTypes(roles, types);
    }

    /** K-04: auto-invite has the bound of types alone; the owning organization's people come in by M-09. */
    void checkTypesBound(Collection<WorkspaceRole> roles) {
        if (types.contains(CollaborationType.OWNER)) {
            throw Refusal.OWNING_ORGANIZATION.refused();
        }
        checkTypes(roles, types);
    }

    boolean boundBy(Collection<WorkspaceRole> roles) {
        return types.stream().allMatch(type -> type.dealtWithBy(roles));
    }

    boolean dealtWithBy(UUID ownOrganization, Collection<WorkspaceRole> roles) {
        return !organization.id().equals(ownOrganization) && boundBy(roles);
    }
}
