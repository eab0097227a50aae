package dev.kontor.acceptance;

import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.access.WorkspaceStates;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.collaborator.Collaborators;
import dev.kontor.identity.User;
import dev.kontor.invitation.Inviters;
import dev.kontor.invitation.OpenInvitations;
import dev.kontor.invitation.WorkspaceInvitation;
import dev.kontor.member.Members;
import dev.kontor.organization.Organizations;
import dev.kontor.web.Refusal;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** How an accepted invitation becomes a membership, checked again against the present (O-01). */
@Component
class Joining {
    private final OpenInvitations open;
    private final Inviters inviters;
    private final WorkspaceStates states;
    private final Collaborators collaborators;
    private final Members members;
    private final Organizations organizations;
    private final Audit audit;

    Joining(
            OpenInvitations open,
            Inviters inviters,
            WorkspaceStates states,
            Collaborators collaborators,
            Members members,
            Organizations organizations,
            Audit audit) {
        this.open = open;
        this.inviters = inviters;
        this.states = states;
        this.collaborators = collaborators;
        this.members = members;
        this.organizations = organizations;
        this.audit = audit;
    }

    /** M-07: of an invitation that waited for its owner to come into the organization; it goes on waiting where it does not hold. */
    void joinIfItHolds(WorkspaceInvitation invitation, User user) {
        boolean there = collaborators
                .types(invitation.workspaceId(), user.organizationId())
                .isPresent();
        if (there && states.writable(invitation.workspaceId()) && inviters.could(invitation)) {
            join(invitation, user);
        }
    }

    /** In the caller's transaction, behind the workspace's lock; says what could not be kept of the invitation. */
    List<String> join(WorkspaceInvitation invitation, User user) {
        states.checkWritable(invitation.workspaceId());
        Inviters.Worth worth = inviters.worth(invitation).orElseThrow(Refusal.INVITATION_WAITING::refused);
        List<String> dropped = new ArrayList<>(worth.dropped());
        Set<CollaborationType> types = invitation.kind() == WorkspaceInvitation.Kind.COLLABORATOR
                ? collaborator(invitation, user, worth)
                : collaborators
                        .types(invitation.workspaceId(), user.organizationId())
                        .orElseThrow(Refusal.INVITATION_WAITING::refused);
        Set<WorkspaceRole> roles = EnumSet.noneOf(WorkspaceRole.class);
        roles.addAll(worth.roles());
        roles.retainAll(CollaborationType.roles(types));
        worth.roles().stream().filter(role -> !roles.contains(role)).forEach(role -> dropped.add(role.name()));
        if (!open.accept(invitation.id(), user.id(), user.organizationId())) {
            throw Refusal.INVITATION_ACCEPTED.refused();
        }
        member(invitation, user, types, roles);
        Actor actor = user.actor();
        audit.record(
                actor,
                AuditEvent.inWorkspace(
                                invitation.workspaceId(), AuditKind.MEMBER_JOINED, "user", user.id(), user.name())
                        .with("roles", roles)
                        .with("inviter", invitation.inviter().id())
                        .with("dropped", dropped));
        return dropped;
    }

    /** Who is a member already gains the roles (O-01). */
    private void member(
            WorkspaceInvitation invitation, User user, Set<CollaborationType> types, Set<WorkspaceRole> roles) {
        UUID workspaceId = invitation.workspaceId();
        if (!members.insert(workspaceId, user.id(), user.organizationId(), types, roles) && !roles.isEmpty()) {
            Set<WorkspaceRole> union = members.roles(workspaceId, user.id());
            union.addAll(roles);
            members.setRoles(workspaceId, user.id(), union);
        }
    }

    /** K-05: the organization becomes a collaborator; one that is one already keeps its types and access. */
    private Set<CollaborationType> collaborator(WorkspaceInvitation invitation, User user, Inviters.Worth worth) {
        UUID workspaceId = invitation.workspaceId();
        var existing = collaborators.types(workspaceId, user.organizationId());
        if (existing.isPresent()) {
            if (existing.get().contains(CollaborationType.OWNER)) {
                throw Refusal.OWNING_ORGANIZATION.refused();
            }
            return existing.get();
        }
        collaborators.insert(workspaceId, user.organizationId(), worth.types(), worth.fullAccess());
        collaborators.grantProjects(workspaceId, user.organizationId(), worth.projects());
        String name = organizations.byId(user.organizationId()).orElseThrow().name();
        audit.record(
                user.actor(),
                AuditEvent.inWorkspace(
                                workspaceId, AuditKind.COLLABORATOR_ADDED, "organization", user.organizationId(), name)
                        .with("types", worth.types())
                        .with("access", worth.fullAccess() ? "FULL" : worth.projects()));
        return worth.types();
    }
}
