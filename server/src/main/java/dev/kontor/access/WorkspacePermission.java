package dev.kontor.access;

import static dev.kontor.access.WorkspaceRole.*;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who may do what in a workspace (section 5): a row is a permission, a column a role, a blank a no. */
public enum WorkspacePermission implements Permission {
    // spotless:off
    WORKSPACE_VIEW      (MEMBER, ANNOTATION_MANAGER, PROJECT_MANAGER, DEVELOPER, ADMIN, OWNER),
    MEMBER_MANAGE       (        ANNOTATION_MANAGER, PROJECT_MANAGER, DEVELOPER, ADMIN, OWNER),
    COLLABORATOR_MANAGE (                            PROJECT_MANAGER, DEVELOPER, ADMIN, OWNER),
    PROJECT_CREATE      (                            PROJECT_MANAGER,            ADMIN, OWNER),
    WORKSPACE_EDIT      (                                                        ADMIN, OWNER),
    AUDIT_VIEW          (                                                        ADMIN, OWNER),
    WORKSPACE_OWN       (                                                               OWNER);
    // spotless:on

    private final Set<WorkspaceRole> holders;

    WorkspacePermission(WorkspaceRole... holders) {
        this.holders = EnumSet.copyOf(List.of(holders));
    }

    public boolean heldBy(Collection<WorkspaceRole> roles) {
        return roles.stream().anyMatch(holders::contains);
    }

    /** Of all these, the ones that somebody with these roles holds. */
    public static List<WorkspacePermission> heldWith(Collection<WorkspaceRole> roles) {
        return Arrays.stream(values())
                .filter(permission -> permission.heldBy(roles))
                .toList();
    }

    public Set<WorkspaceRole> holders() {
        return Set.copyOf(holders);
    }
}
