package dev.kontor.collaborator;

import dev.kontor.access.Actor;
import dev.kontor.access.Person;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.invitation.OpenInvitations;
import dev.kontor.member.Departure;
import dev.kontor.member.Member;
import dev.kontor.member.Members;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** K-12: how an organization ceases to be a collaborator: all its members leave, invitations of its people are revoked. */
@Component
class EndCollaboration {
    private final Collaborators collaborators;
    private final Members members;
    private final OpenInvitations invitations;
    private final Departure departure;
    private final Audit audit;

    EndCollaboration(
            Collaborators collaborators,
            Members members,
            OpenInvitations invitations,
            Departure departure,
            Audit audit) {
        this.collaborators = collaborators;
        this.members = members;
        this.invitations = invitations;
        this.departure = departure;
        this.audit = audit;
    }

    /** Behind the workspace's lock, when it has been checked that the actor may. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void end(Actor actor, UUID workspaceId, Person.Organization organization, UUID heir) {
        List<Member> leaving = members.ofOrganization(workspaceId, organization.id());
        Set<UUID> users = leaving.stream().map(Member::userId).collect(Collectors.toSet());
        departure.leave(actor, workspaceId, users, heir);
        invitations.revokeOf(workspaceId, organization.id());
        collaborators.delete(workspaceId, organization.id());
        List<AuditEvent> events = new ArrayList<>();
        leaving.forEach(m -> events.add(
                AuditEvent.inWorkspace(workspaceId, AuditKind.MEMBER_REMOVED, "user", m.userId(), m.name())));
        events.add(AuditEvent.inWorkspace(
                        workspaceId,
                        AuditKind.COLLABORATOR_REMOVED,
                        "organization",
                        organization.id(),
                        organization.name())
                .with("members", users.size()));
        audit.record(actor, events);
    }
}
