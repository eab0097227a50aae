package dev.kontor.collaborator;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.access.Locks;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.access.Person;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.collaborator.Collaborations.Collaboration;
import dev.kontor.collaborator.Collaborations.Participant;
import dev.kontor.member.Departure;
import dev.kontor.organization.Organizations;
import dev.kontor.web.Refusal;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * O-04: an organization's administrators take one of its users, or the whole organization, out of a workspace. What
 * they own there passes to the workspace owner (O-02).
 */
@Component
class TakeOut {
    private final Access access;
    private final Locks locks;
    private final Collaborations collaborations;
    private final Organizations organizations;
    private final EndCollaboration end;
    private final Departure departure;
    private final Audit audit;

    TakeOut(
            Access access,
            Locks locks,
            Collaborations collaborations,
            Organizations organizations,
            EndCollaboration end,
            Departure departure,
            Audit audit) {
        this.access = access;
        this.locks = locks;
        this.collaborations = collaborations;
        this.organizations = organizations;
        this.end = end;
        this.departure = departure;
        this.audit = audit;
    }

    @Transactional
    public void organization(Actor actor, UUID organizationId, UUID workspaceId) {
        var grant = behindLocks(actor, organizationId, workspaceId);
        Collaboration collaboration = find(grant, workspaceId);
        if (collaboration.own()) {
            throw Refusal.OWNING_ORGANIZATION.refused();
        }
        String name = organizations.byId(organizationId).orElseThrow().name();
        end.end(actor, workspaceId, new Person.Organization(organizationId, name), collaboration.owner());
    }

    @Transactional
    public void user(Actor actor, UUID organizationId, UUID workspaceId, UUID userId) {
        var grant = behindLocks(actor, organizationId, workspaceId);
        Collaboration collaboration = find(grant, workspaceId);
        Participant user = collaborations.person(grant, workspaceId, userId).orElseThrow(Refusal.NOT_FOUND::refused);
        if (user.owner()) {
            throw Refusal.OWNER_CANNOT_LEAVE.refused();
        }
        departure.leave(actor, workspaceId, Set.of(userId), collaboration.owner());
        audit.record(actor, AuditEvent.inWorkspace(workspaceId, AuditKind.MEMBER_REMOVED, "user", userId, user.name()));
    }

    private Grant<InOrganization> behindLocks(Actor actor, UUID organizationId, UUID workspaceId) {
        var grant = access.toChangeFacts(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId);
        locks.alone(Locks.Scope.WORKSPACE, workspaceId);
        return grant;
    }

    private Collaboration find(Grant<InOrganization> grant, UUID workspaceId) {
        return collaborations.find(grant, workspaceId).orElseThrow(Refusal.NOT_FOUND::refused);
    }
}
