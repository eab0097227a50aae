package dev.kontor.member;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.web.Refusal;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Roles as they are given: MEMBER goes without saying, OWNER is never given. */
public record RoleSet(Set<WorkspaceRole> roles) {
    public RoleSet {
        roles = Set.copyOf(roles);
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static RoleSet of(List<WorkspaceRole> roles) {
        Set<WorkspaceRole> set = EnumSet.noneOf(WorkspaceRole.class);
        set.addAll(roles);
        if (set.contains(WorkspaceRole.OWNER)) {
            throw Refusal.UNACCEPTABLE.refused("OWNER is not a role that is given; ownership is transferred (A-08).");
        }
        set.remove(WorkspaceRole.MEMBER);
        return new RoleSet(set);
    }
}
