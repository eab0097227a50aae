package dev.kontor.acceptance;

import dev.kontor.acceptance.Entrances.Entrance;
import dev.kontor.acceptance.WaitingMembers.Waiting;
import dev.kontor.access.Locks;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.member.Members;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * K-10, M-09, O-10: people of an organization become plain members by themselves; never those who were removed, and in
 * a workspace that is not writable only once it is.
 */
@Component
class AutomaticMembership {
    private final Entrances entrances;
    private final WaitingMembers waiting;
    private final Members members;
    private final Users users;
    private final Locks locks;
    private final Audit audit;

    AutomaticMembership(
            Entrances entrances, WaitingMembers waiting, Members members, Users users, Locks locks, Audit audit) {
        this.entrances = entrances;
        this.waiting = waiting;
        this.members = members;
        this.users = users;
        this.locks = locks;
        this.audit = audit;
    }

    /** In the caller's transaction, behind the workspaces' locks. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void admit(User user, List<Entrance> open) {
        open.stream()
                .filter(entrance -> !members.left(entrance.workspaceId(), user.id()))
                .forEach(entrance -> admit(user, entrance));
    }

    private void admit(User user, Entrance entrance) {
        if (!entrance.writable()) {
            waiting.insert(entrance.workspaceId(), user);
            return;
        }
        if (members.insert(entrance.workspaceId(), user.id(), user.organizationId(), entrance.types(), Set.of())) {
            audit.record(
                    user.actor(),
                    AuditEvent.inWorkspace(
                                    entrance.workspaceId(), AuditKind.MEMBER_ADMITTED, "user", user.id(), user.name())
                            .with("rule", entrance.rule()));
        }
    }

    /** Whose waiting is over; what opened the workspace to them must still hold. */
    @Transactional
    public void admit(Waiting one) {
        locks.shared(Locks.Scope.ORGANIZATION, one.organizationId());
        locks.alone(Locks.Scope.WORKSPACE, one.workspaceId());
        Optional<User> user = users.byId(one.userId())
                .filter(u -> u.lockedAt() == null && u.organizationId().equals(one.organizationId()));
        user.ifPresent(u -> admit(u, entrances.of(one.organizationId(), Set.of(one.workspaceId()))));
        boolean stillWaits = user.isPresent()
                && entrances.of(one.organizationId(), Set.of(one.workspaceId())).stream()
                        .anyMatch(entrance -> !entrance.writable());
        if (!stillWaits) {
            waiting.delete(one);
        }
    }
}
