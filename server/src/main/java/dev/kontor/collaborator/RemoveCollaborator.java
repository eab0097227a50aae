package dev.kontor.collaborator;

import static dev.kontor.access.WorkspacePermission.COLLABORATOR_MANAGE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Reach;
import dev.kontor.member.Heirs;
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

/** K-12: removes a collaborator, by whoever deals with its types and could remove each of its members. */
@Component
class RemoveCollaborator {
    private final Access access;
    private final Collaborators collaborators;
    private final Members members;
    private final Heirs heirs;
    private final EndCollaboration end;

    RemoveCollaborator(Access access, Collaborators collaborators, Members members, Heirs heirs, EndCollaboration end) {
        this.access = access;
        this.collaborators = collaborators;
        this.members = members;
        this.heirs = heirs;
        this.end = end;
    }

    @Transactional
    public void remove(Actor actor, UUID workspaceId, UUID organizationId, @Nullable UUID handOverTo) {
        var grant = access.toNarrowFacts(actor, COLLABORATOR_MANAGE, workspaceId);
        Reach reach = access.reach(actor, COLLABORATOR_MANAGE, workspaceId);
        Collaborator collaborator = collaborators.find(reach, organizationId).orElseThrow(Refusal.NOT_FOUND::refused);
        collaborator.checkDealing(actor.organizationId(), grant.roles());
        List<Member> leaving = members.ofOrganization(workspaceId, organizationId);
        // rank holds here too: whoever cannot remove one of them cannot remove their organization
        leaving.forEach(member -> Member.checkRank(grant.roles(), member.roles()));
        Set<UUID> users = leaving.stream().map(Member::userId).collect(Collectors.toSet());
        UUID heir = heirs.heir(reach, users, handOverTo);
        end.end(actor, workspaceId, collaborator.organization(), heir);
    }
}
