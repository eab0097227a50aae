package dev.kontor.access;

import static dev.kontor.access.WorkspaceRole.MEMBER;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** A member's place in a workspace at this moment: own roles, and the types of the organization. */
public record Standing(
        UUID workspaceId,
        UUID organizationId,
        Set<WorkspaceRole> roles,
        Set<CollaborationType> types,
        boolean fullAccess,
        WorkspaceState state) {
    public Standing {
        roles = Set.copyOf(roles);
        types = Set.copyOf(types);
    }

    public static Standing of(
            UUID workspaceId,
            UUID organizationId,
            String[] roles,
            String[] types,
            boolean fullAccess,
            boolean owner,
            String state) {
        return new Standing(
                workspaceId,
                organizationId,
                roles(roles, owner),
                types(types),
                fullAccess,
                WorkspaceState.valueOf(state));
    }

    private static Set<WorkspaceRole> roles(String[] held, boolean owner) {
        Set<WorkspaceRole> roles = EnumSet.of(MEMBER);
        Arrays.stream(held).map(WorkspaceRole::valueOf).forEach(roles::add);
        if (owner) {
            roles.add(WorkspaceRole.OWNER);
        }
        return roles;
    }

    private static Set<CollaborationType> types(String[] held) {
        Set<CollaborationType> types = EnumSet.noneOf(CollaborationType.class);
        Arrays.stream(held).map(CollaborationType::valueOf).forEach(types::add);
        return types;
    }

    /** whether the workspace takes what is new, and not only what takes away. */
    public boolean writable() {
        return state.writable();
    }

    /** Whether the member belongs to the organization that owns the workspace. */
    public boolean house() {
        return types.contains(CollaborationType.OWNER);
    }

    public boolean admin() {
        return roles.contains(WorkspaceRole.ADMIN);
    }

    /** O-11: holds a role above MEMBER. */
    public boolean aboveMember() {
        return roles.stream().anyMatch(WorkspaceRole.ASSIGNABLE::contains);
    }
}
