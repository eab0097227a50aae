package dev.kontor.office;

import dev.kontor.access.Access;
import dev.kontor.access.Locks;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.member.Departure;
import dev.kontor.member.Heirs;
import dev.kontor.office.UserMemberships.Membership;
import dev.kontor.organization.UserLeaving;
import dev.kontor.web.Refusal;
import dev.kontor.workspace.Workspaces;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** C-06, O-02: whoever leaves an organization leaves every workspace, and what they own there passes on. */
@Component
class LeaveWorkspaces {
    private final UserMemberships memberships;
    private final Access access;
    private final Locks locks;
    private final Workspaces workspaces;
    private final Succession succession;
    private final Heirs heirs;
    private final Departure departure;
    private final Audit audit;

    LeaveWorkspaces(
            UserMemberships memberships,
            Access access,
            Locks locks,
            Workspaces workspaces,
            Succession succession,
            Heirs heirs,
            Departure departure,
            Audit audit) {
        this.memberships = memberships;
        this.access = access;
        this.locks = locks;
        this.workspaces = workspaces;
        this.succession = succession;
        this.heirs = heirs;
        this.departure = departure;
        this.audit = audit;
    }

    /** Nobody is added to a workspace meanwhile: that takes the organization's lock, which the caller holds alone. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(UserLeaving leaving) {
        UUID userId = leaving.user().id();
        Set<UUID> ids =
                memberships.of(userId).stream().map(m -> m.workspace().id()).collect(Collectors.toSet());
        locks.alone(Locks.Scope.WORKSPACE, ids);
        List<Membership> held = memberships.of(userId);
        if (leaving.moving() && held.stream().anyMatch(Membership::owner)) {
            throw Refusal.OWNS_WORKSPACE.refused();
        }
        if (!ids.containsAll(leaving.heirs().keySet())
                || !ids.containsAll(leaving.owners().keySet())) {
            throw Refusal.NOT_A_MEMBER_THERE.refused();
        }
        held.forEach(membership -> leave(leaving, membership));
    }

    private void leave(UserLeaving leaving, Membership membership) {
        UUID workspaceId = membership.workspace().id();
        if (membership.owner()) {
            UUID next = leaving.owners().get(workspaceId);
            if (next == null) {
                return;
            }
            UUID organizationId = leaving.user().organizationId();
            succession.pass(
                    leaving.actor(), organizationId, workspaceId, leaving.user().id(), next);
        }
        UUID userId = leaving.user().id();
        departure.leave(leaving.actor(), workspaceId, Set.of(userId), heir(leaving, workspaceId));
        AuditKind kind = leaving.moving() ? AuditKind.MEMBER_LEFT : AuditKind.MEMBER_REMOVED;
        audit.record(
                leaving.actor(),
                AuditEvent.inWorkspace(
                        workspaceId, kind, "user", userId, leaving.user().name()));
    }

    /** The member named by somebody entitled in that workspace, else its owner. The office alone entitles to nothing. */
    private UUID heir(UserLeaving leaving, UUID workspaceId) {
        UUID named = leaving.heirs().get(workspaceId);
        if (named == null) {
            return workspaces.owner(workspaceId);
        }
        if (!mayName(leaving, workspaceId)) {
            throw Refusal.HEIR_NOT_YOURS.refused();
        }
        var reach = access.reach(leaving.actor(), WorkspacePermission.MEMBER_MANAGE, workspaceId);
        return heirs.heir(reach, Set.of(leaving.user().id()), named);
    }

    private boolean mayName(UserLeaving leaving, UUID workspaceId) {
        return access.standing(leaving.actor().userId(), workspaceId)
                .filter(standing -> WorkspacePermission.MEMBER_MANAGE.heldBy(standing.roles()))
                .isPresent();
    }
}
