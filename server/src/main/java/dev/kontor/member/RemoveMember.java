package dev.kontor.member;

import static dev.kontor.access.WorkspacePermission.MEMBER_MANAGE;
import static dev.kontor.access.WorkspacePermission.WORKSPACE_VIEW;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Refusal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** M-10: removes a member, or lets one leave; everything they could reach ends with the next request. */
@Component
class RemoveMember {
    private final Access access;
    private final Members members;
    private final Departure departure;
    private final Audit audit;

    RemoveMember(Access access, Members members, Departure departure, Audit audit) {
        this.access = access;
        this.members = members;
        this.departure = departure;
        this.audit = audit;
    }

    @Transactional
    public void remove(Actor actor, UUID workspaceId, UUID userId, @Nullable UUID handOverTo) {
        boolean leaving = actor.userId().equals(userId);
        WorkspacePermission permission = leaving ? WORKSPACE_VIEW : MEMBER_MANAGE;
        var grant = access.toNarrowFacts(actor, permission, workspaceId);
        Reach reach = access.reach(actor, permission, workspaceId);
        Member member = members.find(reach, userId).orElseThrow(Refusal.NOT_FOUND::refused);
        member.checkRemoval(actor.userId(), grant.roles());
        departure.leave(grant, reach, Set.of(userId), handOverTo);
        AuditKind kind = leaving ? AuditKind.MEMBER_LEFT : AuditKind.MEMBER_REMOVED;
        audit.record(actor, AuditEvent.inWorkspace(workspaceId, kind, "user", userId, member.name()));
    }
}
