package dev.kontor.collaborator;

import dev.kontor.access.Access;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.invitation.OpenInvitations;
import dev.kontor.member.Departure;
import dev.kontor.member.Member;
import dev.kontor.member.Members;
import dev.kontor.member.RemovalImpact;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What changing or removing a collaborator would hit (K-07, K-08, K-12), for the dialog that says so beforehand. */
@Component
class CollaboratorImpact {
    private final Members members;
    private final GrantableProjects grantable;
    private final OpenInvitations invitations;
    private final Departure departure;

    CollaboratorImpact(Members members, GrantableProjects grantable, OpenInvitations invitations, Departure departure) {
        this.members = members;
        this.grantable = grantable;
        this.invitations = invitations;
        this.departure = departure;
    }

    record Strip(Person member, List<WorkspaceRole> roles) {}

    /** Members who leave or lose sight of a withdrawn project, roles that are stripped, open invitations that are revoked or narrowed, and other losses. */
    record View(int members, List<Strip> roleStrips, int invitations, List<RemovalImpact.Loss> takes) {}

    View of(
            Reach reach,
            Collaborator collaborator,
            @Nullable Set<CollaborationType> types,
            @Nullable Set<UUID> withdraw) {
        UUID organizationId = collaborator.organization().id();
        var grant = Access.require(reach, WorkspacePermission.COLLABORATOR_MANAGE);
        if (types != null) {
            Set<WorkspaceRole> allowed = CollaborationType.roles(types);
            List<Strip> strips = members.ofOrganization(grant.id(), organizationId).stream()
                    .filter(member -> !allowed.containsAll(member.roles()))
                    .map(member -> strip(reach, member, allowed))
                    .toList();
            return new View(0, strips, invitations.pendingOf(grant.id(), organizationId), List.of());
        }
        if (withdraw != null) {
            grantable.check(reach, withdraw);
            int people = grantable.seenBy(reach, organizationId, withdraw);
            return new View(people, List.of(), 0, departure.losses(reach.workspaceId(), organizationId, withdraw));
        }
        Set<UUID> users = members.ofOrganization(grant.id(), organizationId).stream()
                .map(Member::userId)
                .collect(Collectors.toSet());
        return new View(
                users.size(),
                List.of(),
                invitations.pendingOf(grant.id(), organizationId),
                departure.losses(reach.workspaceId(), users).stream()
                        .filter(loss -> !loss.kind().equals("invitations"))
                        .toList());
    }

    private static Strip strip(Reach reach, Member member, Set<WorkspaceRole> allowed) {
        Set<WorkspaceRole> lost = new TreeSet<>(member.roles());
        lost.removeAll(allowed);
        var known = new Person.Known(member.userId(), member.name(), member.organization(), member.roles());
        return new Strip(Person.seenBy(reach, known), List.copyOf(lost));
    }
}
