package dev.kontor.member;

import dev.kontor.access.CollaborationType;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.identity.User;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** M-07, M-08: makes known users of an organization members, all of them in a few statements. */
@Component
class JoinMembers {
    private final Members members;
    private final Audit audit;

    JoinMembers(Members members, Audit audit) {
        this.members = members;
        this.audit = audit;
    }

    /** Behind the workspace's lock. Who is a member already gains the roles, where the rank reaches (O-01, M-06). */
    @Transactional(propagation = Propagation.MANDATORY)
    public Map<UUID, AddMembers.Result> join(
            Grant<InWorkspace> grant,
            UUID organizationId,
            Collection<User> users,
            Set<CollaborationType> types,
            RoleSet roles) {
        Map<UUID, User> wanted = new HashMap<>();
        users.forEach(user -> wanted.put(user.id(), user));
        Set<UUID> added = members.insertAll(grant.id(), wanted.keySet(), organizationId, types, roles.roles());
        List<AuditEvent> events = new ArrayList<>();
        added.forEach(id -> events.add(event(grant, AuditKind.MEMBER_ADDED, Objects.requireNonNull(wanted.get(id)))
                .with("roles", roles.roles())));
        Map<UUID, AddMembers.Result> results = new HashMap<>();
        added.forEach(id -> results.put(id, AddMembers.Result.ADDED));
        Set<UUID> there = new HashSet<>(wanted.keySet());
        there.removeAll(added);
        there.forEach(id -> results.put(id, AddMembers.Result.ALREADY_MEMBER));
        Set<UUID> gaining = new HashSet<>();
        members.roles(grant.id(), there).forEach((id, before) -> {
            if (gains(grant, id, before, roles.roles())) {
                gaining.add(id);
                results.put(id, AddMembers.Result.ROLES_ADDED);
                events.add(event(grant, AuditKind.MEMBER_ROLES_CHANGED, Objects.requireNonNull(wanted.get(id)))
                        .with("before", before)
                        .with("after", union(before, roles.roles())));
            }
        });
        members.addRoles(grant.id(), gaining, roles.roles());
        audit.record(grant.actor(), events);
        return results;
    }

    /** M-11: nobody adds a role to themself; M-06: rank covers what the other one holds already. */
    private static boolean gains(
            Grant<InWorkspace> grant, UUID id, Set<WorkspaceRole> before, Set<WorkspaceRole> wanted) {
        return !before.containsAll(wanted)
                && !id.equals(grant.actor().userId())
                && WorkspaceRole.managedBy(grant.roles()).containsAll(before);
    }

    private static Set<WorkspaceRole> union(Set<WorkspaceRole> before, Set<WorkspaceRole> more) {
        Set<WorkspaceRole> union = EnumSet.noneOf(WorkspaceRole.class);
        union.addAll(before);
        union.addAll(more);
        return union;
    }

    private static AuditEvent event(Grant<InWorkspace> grant, AuditKind kind, User user) {
        return AuditEvent.inWorkspace(grant.id(), kind, "user", user.id(), user.name());
    }
}
