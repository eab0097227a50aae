package dev.kontor.collaborator;

import static dev.kontor.access.WorkspacePermission.COLLABORATOR_MANAGE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.Locks;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.invitation.OpenInvitations;
import dev.kontor.member.Departure;
import dev.kontor.member.Member;
import dev.kontor.member.Members;
import dev.kontor.web.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** K-07 to K-10: changes a collaborator's types, project access and auto-invite, with what follows, in one step. */
@Component
class EditCollaborator {
    private final Access access;
    private final Collaborators collaborators;
    private final Members members;
    private final OpenInvitations invitations;
    private final GrantableProjects grantable;
    private final Departure departure;
    private final Audit audit;
    private final Locks locks;
    private final ApplicationEventPublisher events;

    EditCollaborator(
            Access access,
            Collaborators collaborators,
            Members members,
            OpenInvitations invitations,
            GrantableProjects grantable,
            Departure departure,
            Audit audit,
            Locks locks,
            ApplicationEventPublisher events) {
        this.access = access;
        this.collaborators = collaborators;
        this.members = members;
        this.invitations = invitations;
        this.grantable = grantable;
        this.departure = departure;
        this.audit = audit;
        this.locks = locks;
        this.events = events;
    }

    /** What is to change; what is absent stays. */
    record Change(
            @Nullable TypeSet types,
            @Nullable ProjectAccessChange projectAccess,
            @Nullable Boolean autoInvite,
            @Nullable UUID handOverTo) {

        /** whether it takes away from the organization, and gives it nothing. */
        boolean onlyNarrows(Collaborator before) {
            return (types == null || before.types().containsAll(types.types()))
                    && (projectAccess == null || projectAccess.onlyNarrows(before.fullAccess()))
                    && (autoInvite == null || !autoInvite || before.autoInvite());
        }
    }

    @Transactional
    public void edit(Actor actor, UUID workspaceId, UUID organizationId, Change change) {
        if (change.autoInvite() != null) {
            // whoever comes into the organization meanwhile finds it either on or off (K-10)
            locks.shared(Locks.Scope.ORGANIZATION, organizationId);
        }
        var grant = access.toNarrowFacts(actor, COLLABORATOR_MANAGE, workspaceId);
        Reach reach = access.reach(actor, COLLABORATOR_MANAGE, workspaceId);
        Collaborator collaborator = collaborators.find(reach, organizationId).orElseThrow(Refusal.NOT_FOUND::refused);
        if (!change.onlyNarrows(collaborator)) {
            access.writable(grant);
        }
        if (change.types() != null || change.projectAccess() != null) {
            collaborator.checkDealing(actor.organizationId(), grant.roles());
        } else {
            collaborator.checkTypesBound(grant.roles());
        }
        if (change.types() != null && !change.types().types().equals(collaborator.types())) {
            setTypes(grant, collaborator, change.types().types());
        }
        if (change.projectAccess() != null) {
            setAccess(grant, reach, collaborator, change.projectAccess(), change.handOverTo());
        }
        if (change.autoInvite() != null && change.autoInvite() != collaborator.autoInvite()) {
            collaborators.setAutoInvite(grant, organizationId, change.autoInvite());
            audit.record(
                    actor,
                    event(grant, AuditKind.COLLABORATOR_AUTO_INVITE_CHANGED, collaborator)
                            .with("on", change.autoInvite()));
        }
    }

    /** K-07: roles that the new types do not allow are stripped first; then the schema lets the types go. */
    private void setTypes(Grant<InWorkspace> grant, Collaborator collaborator, Set<CollaborationType> types) {
        Collaborator.checkTypes(grant.roles(), types);
        UUID organizationId = collaborator.organization().id();
        Set<WorkspaceRole> allowed = CollaborationType.roles(types);
        // roles that both the old and the new types allow fit at every moment in between
        for (Member member : members.ofOrganization(grant.id(), organizationId)) {
            Set<WorkspaceRole> kept = new HashSet<>(member.roles());
            if (kept.retainAll(allowed)) {
                members.setRoles(grant.id(), member.userId(), kept);
                audit.record(
                        grant.actor(),
                        AuditEvent.inWorkspace(
                                        grant.id(),
                                        AuditKind.MEMBER_ROLES_STRIPPED,
                                        "user",
                                        member.userId(),
                                        member.name())
                                .with("before", member.roles())
                                .with("after", Set.copyOf(kept)));
            }
        }
        invitations.stripRoles(grant, organizationId, allowed);
        collaborators.setTypes(grant, organizationId, types);
        audit.record(
                grant.actor(),
                event(grant, AuditKind.COLLABORATOR_TYPES_CHANGED, collaborator)
                        .with("before", collaborator.types())
                        .with("after", types));
    }

    private void setAccess(
            Grant<InWorkspace> grant,
            Reach reach,
            Collaborator collaborator,
            ProjectAccessChange change,
            @Nullable UUID handOverTo) {
        if ((change.full() || collaborator.fullAccess()) && !reach.standing().fullAccess()) {
            throw Refusal.FULL_ACCESS_ABOVE_OWN.refused();
        }
        grantable.check(reach, change.grant());
        grantable.check(reach, change.withdraw());
        UUID organizationId = collaborator.organization().id();
        boolean narrowed = collaborator.fullAccess() && !change.full();
        Set<UUID> lost = narrowed ? grantable.but(reach, change.grant()) : change.withdraw();
        collaborators.setFullAccess(grant, organizationId, change.full());
        collaborators.grantProjects(
                grant.id(), organizationId, narrowed ? grantable.allBut(grant.id(), lost) : change.grant());
        if (!change.full() && !lost.isEmpty()) {
            UUID heir = departure.heir(reach, handOverTo);
            collaborators.withdrawProjects(grant, organizationId, lost);
            events.publishEvent(new ProjectsWithdrawn(grant.actor(), grant.id(), organizationId, lost, heir));
        }
        audit.record(
                grant.actor(),
                event(grant, AuditKind.COLLABORATOR_ACCESS_CHANGED, collaborator)
                        .with("full", change.full())
                        .with("granted", change.grant())
                        .with("withdrawn", lost));
    }

    private static AuditEvent event(Grant<InWorkspace> grant, AuditKind kind, Collaborator collaborator) {
        return AuditEvent.inWorkspace(
                grant.id(),
                kind,
                "organization",
                collaborator.organization().id(),
                collaborator.organization().name());
    }
}
