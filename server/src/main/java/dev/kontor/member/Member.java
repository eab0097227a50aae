package dev.kontor.member;

import dev.kontor.access.CollaborationType;
import dev.kontor.access.Person;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.web.Refusal;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/** A user's place in a workspace, and the rules of rank that hold for changing it (M-05, M-06, M-11). */
public record Member(
        UUID workspaceId,
        UUID userId,
        String name,
        String email,
        Person.Organization organization,
        Set<CollaborationType> types,
        Set<WorkspaceRole> roles,
        boolean owner,
        Instant joinedAt) {
    public Member {
        types = Set.copyOf(types);
        roles = Set.copyOf(roles);
    }

    /** M-06: rank covers every role that is touched. */
    public static void checkRank(Collection<WorkspaceRole> editor, Collection<WorkspaceRole> touched) {
        Set<WorkspaceRole> beyond = beyond(touched, WorkspaceRole.managedBy(editor));
        if (!beyond.isEmpty()) {
            throw Refusal.RANK.refused(beyond);
        }
    }

    /** M-05: the organization's types allow these roles. */
    public static void checkTypes(Collection<CollaborationType> types, Collection<WorkspaceRole> roles) {
        Set<WorkspaceRole> beyond = beyond(roles, CollaborationType.roles(types));
        if (!beyond.isEmpty()) {
            throw Refusal.ROLE_NOT_ALLOWED_BY_TYPE.refused(beyond);
        }
    }

    /** Whether somebody with these roles may set other ones for this member: nobody adds to their own. */
    void checkEdit(UUID editorId, Collection<WorkspaceRole> editor, Set<WorkspaceRole> wanted) {
        if (owner && !wanted.contains(WorkspaceRole.ADMIN)) {
            throw Refusal.OWNER_STAYS_ADMIN.refused();
        }
        if (editorId.equals(userId)) {
            if (!roles.containsAll(wanted)) {
                throw Refusal.OWN_ROLES.refused();
            }
            return;
        }
        checkRank(editor, roles);
        checkRank(editor, wanted);
        checkTypes(types, wanted);
    }

    /** M-06, A-08: whether somebody with these roles may remove this member; leaving is always allowed, but for the owner. */
    void checkRemoval(UUID removerId, Collection<WorkspaceRole> remover) {
        if (owner) {
            throw Refusal.OWNER_CANNOT_LEAVE.refused();
        }
        if (!removerId.equals(userId)) {
            checkRank(remover, roles);
        }
    }

    /** The roles that the reader may set here: what their rank and the organization's types both allow. */
    Set<WorkspaceRole> assignableBy(UUID editorId, Collection<WorkspaceRole> editor) {
        if (editorId.equals(userId)) {
            return roles;
        }
        Set<WorkspaceRole> assignable = WorkspaceRole.managedBy(editor);
        assignable.retainAll(CollaborationType.roles(types));
        return assignable;
    }

    boolean editableBy(UUID editorId, Collection<WorkspaceRole> editor) {
        return editorId.equals(userId)
                ? !roles.isEmpty()
                : WorkspaceRole.managedBy(editor).containsAll(roles);
    }

    private static Set<WorkspaceRole> beyond(Collection<WorkspaceRole> roles, Collection<WorkspaceRole> bound) {
        Set<WorkspaceRole> beyond = EnumSet.noneOf(WorkspaceRole.class);
        beyond.addAll(roles);
        beyond.removeAll(bound);
        return beyond;
    }
}
