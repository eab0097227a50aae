package dev.kontor.member;

import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.Reach;
import dev.kontor.invitation.OpenInvitations;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** O-02: how people cease to be members, one or many: what they own passes on, the rest ends with the membership. */
@Component
public class Departure {
    private final Members members;
    private final Heirs heirs;
    private final OpenInvitations invitations;
    private final ApplicationEventPublisher events;
    private final List<RemovalImpact> impacts;

    Departure(
            Members members,
            Heirs heirs,
            OpenInvitations invitations,
            ApplicationEventPublisher events,
            List<RemovalImpact> impacts) {
        this.members = members;
        this.heirs = heirs;
        this.invitations = invitations;
        this.events = events;
        this.impacts = impacts;
    }

    public void leave(Grant<InWorkspace> grant, Reach reach, Set<UUID> users, @Nullable UUID handOverTo) {
        leave(grant.actor(), grant.id(), users, heirs.heir(reach, users, handOverTo));
    }

    /** The same by somebody who need not be a member: an administrator of their organization (O-04). Behind the lock. */
    public void leave(Actor actor, UUID workspaceId, Set<UUID> users, UUID heir) {
        events.publishEvent(new MembersLeaving(actor, workspaceId, users, heir));
        members.delete(workspaceId, users);
        invitations.revokeTo(workspaceId, users);
    }

    /** Whom things pass to when an organization loses projects. */
    public UUID heir(Reach reach, @Nullable UUID handOverTo) {
        return heirs.heir(reach, Set.of(), handOverTo);
    }

    public List<RemovalImpact.Loss> losses(UUID workspaceId, Set<UUID> users) {
        List<RemovalImpact.Loss> losses = new ArrayList<>();
        impacts.forEach(impact -> losses.addAll(impact.ofLeaving(workspaceId, users)));
        losses.add(new RemovalImpact.Loss("invitations", invitations.pendingTo(workspaceId, users)));
        return losses;
    }

    public List<RemovalImpact.Loss> losses(UUID workspaceId, UUID organizationId, Set<UUID> projects) {
        List<RemovalImpact.Loss> losses = new ArrayList<>();
        impacts.forEach(impact -> losses.addAll(impact.ofWithdrawing(workspaceId, organizationId, projects)));
        return losses;
    }
}
