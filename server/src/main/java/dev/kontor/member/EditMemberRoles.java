package dev.kontor.member;

import static dev.kontor.access.WorkspacePermission.MEMBER_MANAGE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Refusal;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** M-06, M-11: sets a member's roles, by rank, for members one sees; of one's own only fewer. */
@Component
class EditMemberRoles {
    private final Access access;
    private final Members members;
    private final Audit audit;

    EditMemberRoles(Access access, Members members, Audit audit) {
        this.access = access;
        this.members = members;
        this.audit = audit;
    }

    @Transactional
    public Member edit(Actor actor, UUID workspaceId, UUID userId, Set<WorkspaceRole> wanted) {
        var grant = access.toNarrowFacts(actor, MEMBER_MANAGE, workspaceId);
        Reach reach = access.reach(actor, MEMBER_MANAGE, workspaceId);
        Member member = members.find(reach, userId).orElseThrow(Refusal.NOT_FOUND::refused);
        member.checkEdit(actor.userId(), grant.roles(), wanted);
        if (!member.roles().containsAll(wanted)) {
            access.writable(grant);
        }
        if (!member.roles().equals(wanted)) {
            members.setRoles(workspaceId, userId, wanted);
            audit.record(
                    actor,
                    AuditEvent.inWorkspace(workspaceId, AuditKind.MEMBER_ROLES_CHANGED, "user", userId, member.name())
                            .with("before", member.roles())
                            .with("after", wanted));
        }
        // read again without the bound of sight: giving up one's own roles may end it
        return new Member(
                workspaceId,
                userId,
                member.name(),
                member.email(),
                member.organization(),
                member.types(),
                wanted,
                member.owner(),
                member.joinedAt());
    }
}
