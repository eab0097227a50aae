package dev.kontor.member;

import dev.kontor.access.Actor;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Refusal;
import dev.kontor.workspace.Workspaces;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Passing a workspace on, for whoever was found to be allowed to: its owner, or an administrator of the owning
 * organization in place of one who is locked or removed.
 */
@Component
public class Ownership {
    private final Workspaces workspaces;
    private final Members members;
    private final OwnershipCandidates candidates;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    Ownership(
            Workspaces workspaces,
            Members members,
            OwnershipCandidates candidates,
            Audit audit,
            ApplicationEventPublisher events) {
        this.workspaces = workspaces;
        this.members = members;
        this.candidates = candidates;
        this.audit = audit;
        this.events = events;
    }

    /** Only to an unlocked member from the owning organization; the former owner stays ADMIN. Within the lock. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void pass(Actor actor, UUID workspaceId, UUID heirId) {
        String name = candidates.name(workspaceId, heirId).orElseThrow(() -> Refusal.UNKNOWN_MEMBER.on("userId"));
        members.setRoles(workspaceId, heirId, WorkspaceRole.ofOwner(members.roles(workspaceId, heirId)));
        UUID former = workspaces.owner(workspaceId);
        workspaces.setOwner(workspaceId, heirId);
        audit.record(
                actor,
                AuditEvent.inWorkspace(workspaceId, AuditKind.WORKSPACE_OWNERSHIP_TRANSFERRED, "user", heirId, name)
                        .with("before", former));
        events.publishEvent(new OwnershipTransferred(workspaceId, former, heirId, actor.userId()));
    }
}
