package dev.kontor.workspace;

import dev.kontor.access.Access;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.Standing;
import dev.kontor.web.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** O-02: how people cease to be members, one or many: what they own passes on, the rest ends with the membership. */
@Component
class Departure {
    private final Members members;
    private final Workspaces workspaces;
    private final WorkspaceInvitations invitations;
    private final Access access;
    private final ApplicationEventPublisher events;
    private final List<RemovalImpact> impacts;

    Departure(
            Members members,
            Workspaces workspaces,
            WorkspaceInvitations invitations,
            Access access,
            ApplicationEventPublisher events,
            List<RemovalImpact> impacts) {
        this.members = members;
        this.workspaces = workspaces;
        this.invitations = invitations;
        this.access = access;
        this.events = events;
        this.impacts = impacts;
    }

    void leave(Grant<InWorkspace> grant, Set<UUID> users, @Nullable UUID handOverTo) {
        UUID heir = heir(grant.id(), users, handOverTo);
        events.publishEvent(new MembersLeaving(grant.actor(), grant.id(), users, heir));
        members.delete(grant.id(), users);
        invitations.revokeTo(grant.id(), users);
    }

    /** Whom their things pass to: the member who was named, else the workspace owner. */
    UUID heir(UUID workspaceId, Set<UUID> leaving, @Nullable UUID named) {
        if (named == null) {
            return workspaces.owner(workspaceId);
        }
        boolean fit = !leaving.contains(named)
                && access.standing(named, workspaceId)
                        .filter(Standing::fullAccess)
                        .isPresent();
        if (!fit) {
            throw Refusal.UNKNOWN_MEMBER.on("handOverTo");
        }
        return named;
    }

    List<RemovalImpact.Loss> losses(UUID workspaceId, Set<UUID> users) {
        List<RemovalImpact.Loss> losses = new ArrayList<>();
        impacts.forEach(impact -> losses.addAll(impact.ofLeaving(workspaceId, users)));
        return losses;
    }

    List<RemovalImpact.Loss> losses(UUID workspaceId, UUID organizationId, Set<UUID> projects) {
        List<RemovalImpact.Loss> losses = new ArrayList<>();
        impacts.forEach(impact -> losses.addAll(impact.ofWithdrawing(workspaceId, organizationId, projects)));
        return losses;
    }
}
