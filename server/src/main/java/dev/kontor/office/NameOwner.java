package dev.kontor.office;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Locks;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.member.Departure;
import dev.kontor.office.OwnWorkspaces.OwnerState;
import dev.kontor.web.Refusal;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** where a workspace's owner is locked or removed, an administrator of the owning organization names a new one. */
@Component
class NameOwner {
    private final Access access;
    private final Locks locks;
    private final OwnWorkspaces workspaces;
    private final Succession succession;
    private final Departure departure;
    private final Audit audit;

    NameOwner(
            Access access,
            Locks locks,
            OwnWorkspaces workspaces,
            Succession succession,
            Departure departure,
            Audit audit) {
        this.access = access;
        this.locks = locks;
        this.workspaces = workspaces;
        this.succession = succession;
        this.departure = departure;
        this.audit = audit;
    }

    @Transactional
    public OwnWorkspaces.Entry name(Actor actor, UUID organizationId, UUID workspaceId, UUID userId) {
        var grant = access.toChangeFacts(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId);
        locks.alone(Locks.Scope.WORKSPACE, workspaceId);
        var workspace = workspaces.find(grant, workspaceId).orElseThrow(Refusal.NOT_FOUND::refused);
        if (workspace.owner().state() == OwnerState.ACTIVE) {
            throw Refusal.OWNER_IS_ACTIVE.refused();
        }
        UUID former = workspace.owner().id();
        succession.pass(actor, organizationId, workspaceId, former, userId);
        if (workspace.owner().state() == OwnerState.REMOVED) {
            departure.leave(actor, workspaceId, Set.of(former), userId);
            audit.record(
                    actor,
                    AuditEvent.inWorkspace(
                            workspaceId,
                            AuditKind.MEMBER_REMOVED,
                            "user",
                            former,
                            workspace.owner().name()));
        }
        return workspaces.find(grant, workspaceId).orElseThrow();
    }
}
