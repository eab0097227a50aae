package dev.kontor.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What a person is in a workspace (section 5). Everybody holds MEMBER; OWNER comes from the workspace alone. */
public enum WorkspaceRole {
    MEMBER,
    ANNOTATION_MANAGER,
    PROJECT_MANAGER,
    DEVELOPER,
    ADMIN,
    OWNER;

    /** Roles that are given and taken; the other two are not. */
    public static final Set<WorkspaceRole> ASSIGNABLE =
            Set.copyOf(EnumSet.of(ANNOTATION_MANAGER, PROJECT_MANAGER, DEVELOPER, ADMIN));

    /** M-03: whoever holds one of these is seen by workspace admins, whatever the organization. */
    public static final Set<WorkspaceRole> POWERFUL = Set.copyOf(EnumSet.of(DEVELOPER, PROJECT_MANAGER));

    /** the roles of somebody who becomes the owner, given those they hold. */
    public static Set<WorkspaceRole> ofOwner(Set<WorkspaceRole> held) {
        Set<WorkspaceRole> roles = EnumSet.of(ADMIN);
        roles.addAll(held);
        return roles;
    }

    /** M-06: how far each role reaches when members are added, edited and removed. */
    public Set<WorkspaceRole> manages() {
        return switch (this) {
            case MEMBER -> Set.of();
            case ANNOTATION_MANAGER -> EnumSet.of(MEMBER, ANNOTATION_MANAGER);
            case PROJECT_MANAGER -> EnumSet.of(MEMBER, ANNOTATION_MANAGER, PROJECT_MANAGER);
            case DEVELOPER -> EnumSet.of(MEMBER, ANNOTATION_MANAGER, PROJECT_MANAGER, DEVELOPER);
            case ADMIN, OWNER -> EnumSet.of(MEMBER, ANNOTATION_MANAGER, PROJECT_MANAGER, DEVELOPER, ADMIN);
        };
    }

    /** M-06: the roles that these together may give and take. */
    public static Set<WorkspaceRole> managedBy(Collection<WorkspaceRole> roles) {
        Set<WorkspaceRole> managed = EnumSet.noneOf(WorkspaceRole.class);
        roles.forEach(role -> managed.addAll(role.manages()));
        return managed;
    }
}
