package dev.kontor.collaborator;

import static dev.kontor.access.WorkspacePermission.COLLABORATOR_MANAGE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Reach;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.invitation.OpenInvitations;
import dev.kontor.member.Departure;
import dev.kontor.member.Member;
import dev.kontor.member.Members;
import dev.kontor.web.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** K-12: removes a collaborator: all its members leave, invitations of its people are revoked. */
@Component
class RemoveCollaborator {
    private final Access access;
    private final Collaborators collaborators;
    private final Members members;
    private final OpenInvitations invitations;
    private final Departure departure;
    private final Audit audit;

    RemoveCollaborator(
            Access access,
            Collaborators collaborators,
            Members members,
            OpenInvitations invitations,
            Departure departure,
            Audit audit) {
        this.access = access;
        this.collaborators = collaborators;
        this.members = members;
        this.invitations = invitations;
        this.departure = departure;
        this.audit = audit;
    }

    @Transactional
    public void remove(Actor actor, UUID workspaceId, UUID organizationId, @Nullable UUID handOverTo) {
        var grant = access.toChangeFacts(actor, COLLABORATOR_MANAGE, workspaceId);
        Reach reach = access.reach(actor, COLLABORATOR_MANAGE, workspaceId);
        Collaborator collaborator = collaborators.find(reach, organizationId).orElseThrow(Refusal.NOT_FOUND::refused);
        collaborator.checkDealing(actor.organizationId(), grant.roles());
        List<Member> leaving = members.ofOrganization(grant, organizationId);
        // rank holds here too: whoever cannot remove one of them cannot remove their organization
        leaving.forEach(member -> Member.checkRank(grant.roles(), member.roles()));
        Set<UUID> users = leaving.stream().map(Member::userId).collect(Collectors.toSet());
        departure.leave(grant, reach, users, handOverTo);
        invitations.revokeOf(grant, organizationId);
        collaborators.delete(grant, organizationId);
        String name = collaborator.organization().name();
        leaving.forEach(m -> audit.record(
                actor, AuditEvent.inWorkspace(workspaceId, AuditKind.MEMBER_REMOVED, "user", m.userId(), m.name())));
        audit.record(
                actor,
                AuditEvent.inWorkspace(
                                workspaceId, AuditKind.COLLABORATOR_REMOVED, "organization", organizationId, name)
                        .with("members", users.size()));
    }
}
