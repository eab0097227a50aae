package dev.kontor.access;

import static dev.kontor.access.WorkspaceRole.*;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What an organization is to a workspace (section 4): which roles its people may hold, and who deals with it (K-04). */
public enum CollaborationType {
    OWNER(EnumSet.of(ADMIN, DEVELOPER, PROJECT_MANAGER, ANNOTATION_MANAGER), EnumSet.noneOf(WorkspaceRole.class)),
    DATA_PARTNER(EnumSet.of(DEVELOPER), EnumSet.of(ADMIN, DEVELOPER)),
    PRODUCER_PARTNER(EnumSet.of(PROJECT_MANAGER, ANNOTATION_MANAGER), EnumSet.of(ADMIN, DEVELOPER)),
    ANNOTATION_PARTNER(EnumSet.of(ANNOTATION_MANAGER), EnumSet.of(ADMIN, DEVELOPER, PROJECT_MANAGER));

    private final Set<WorkspaceRole> roles;
    private final Set<WorkspaceRole> dealers;

    CollaborationType(Set<WorkspaceRole> roles, Set<WorkspaceRole> dealers) {
        this.roles = Set.copyOf(roles);
        this.dealers = Set.copyOf(dealers);
    }

    /** M-05: the roles besides MEMBER that people may hold whose organization has these types. */
    public static Set<WorkspaceRole> roles(Collection<CollaborationType> types) {
        Set<WorkspaceRole> allowed = EnumSet.noneOf(WorkspaceRole.class);
        types.forEach(type -> allowed.addAll(type.roles));
        return allowed;
    }

    /** K-04: whether somebody with these roles invites, edits and removes collaborators of this type. */
    public boolean dealtWithBy(Collection<WorkspaceRole> holder) {
        return holder.stream().anyMatch(dealers::contains);
    }

    /** The same for the table in docs/permissions.md. */
    public Set<WorkspaceRole> dealers() {
        return dealers;
    }
}
