package dev.kontor.office;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.access.Person;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.identity.User;
import dev.kontor.identity.Users;
import dev.kontor.member.Departure;
import dev.kontor.member.RemovalImpact;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Workspaces as an organization's administrators see them, who need not be in any (C-04). */
@RestController
@RequestMapping("/api/v1/organizations/{organizationId}")
class OfficeController {
    private final Access access;
    private final OwnWorkspaces workspaces;
    private final PossibleOwners possible;
    private final NameOwner nameOwner;
    private final UserMemberships memberships;
    private final Users users;
    private final Departure departure;

    OfficeController(
            Access access,
            OwnWorkspaces workspaces,
            PossibleOwners possible,
            NameOwner nameOwner,
            UserMemberships memberships,
            Users users,
            Departure departure) {
        this.access = access;
        this.workspaces = workspaces;
        this.possible = possible;
        this.nameOwner = nameOwner;
        this.memberships = memberships;
        this.users = users;
        this.departure = departure;
    }

    record NewOwner(UUID userId) {}

    /** Who may be named; those who are no members become one with it. */
    record Candidates(List<PossibleOwners.Candidate> users) {}

    /**
     * A user's place in a workspace, and what they would leave there. {@code mayName}: whether the reader may say who
     * takes over, because they manage members there themselves (O-02). {@code candidates} for who could own it instead.
     */
    record Holding(
            UserMemberships.Place workspace,
            Person.Organization organization,
            List<WorkspaceRole> roles,
            boolean owner,
            List<RemovalImpact.Loss> takes,
            boolean mayName,
            List<PossibleOwners.Candidate> candidates) {}

    record Holdings(List<Holding> memberships) {}

    /** The workspaces that the organization owns; opening one takes being its member. */
    @GetMapping("/workspaces")
    Page<OwnWorkspaces.Entry> workspaces(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId, @ModelAttribute Listing listing) {
        return workspaces.list(administrator(actor, organizationId), listing);
    }

    @GetMapping("/workspaces/{workspaceId}/projects")
    Page<OwnWorkspaces.ProjectSums> projects(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @PathVariable UUID workspaceId,
            @ModelAttribute Listing listing) {
        var grant = administrator(actor, organizationId);
        find(grant, workspaceId);
        return workspaces.projects(grant, workspaceId, listing);
    }

    @GetMapping("/workspaces/{workspaceId}/owner-candidates")
    Candidates candidates(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId, @PathVariable UUID workspaceId) {
        var grant = administrator(actor, organizationId);
        return new Candidates(possible.of(
                organizationId, workspaceId, find(grant, workspaceId).owner().id()));
    }

    /** Only in place of an owner who is locked or removed. */
    @PutMapping("/workspaces/{workspaceId}/owner")
    OwnWorkspaces.Entry nameOwner(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @PathVariable UUID workspaceId,
            @RequestBody NewOwner wanted) {
        return nameOwner.name(actor, organizationId, workspaceId, wanted.userId());
    }

    /** Where a user is a member, as what, and what removing them would hit. */
    @GetMapping("/users/{userId}/holdings")
    Holdings holdings(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId, @PathVariable UUID userId) {
        var grant = administrator(actor, organizationId);
        User user = users.byId(userId)
                .filter(found -> found.organizationId().equals(organizationId))
                .orElseThrow(Refusal.NOT_FOUND::refused);
        return new Holdings(memberships.of(user.id()).stream()
                .map(membership -> holding(grant, user, membership))
                .toList());
    }

    private Holding holding(Grant<InOrganization> grant, User user, UserMemberships.Membership membership) {
        UUID workspaceId = membership.workspace().id();
        boolean mayName = access.standing(grant.actor().userId(), workspaceId)
                .filter(standing -> WorkspacePermission.MEMBER_MANAGE.heldBy(standing.roles()))
                .isPresent();
        return new Holding(
                membership.workspace(),
                membership.organization(),
                membership.roles(),
                membership.owner(),
                departure.losses(workspaceId, Set.of(user.id())),
                mayName,
                membership.owner() ? possible.of(user.organizationId(), workspaceId, user.id()) : List.of());
    }

    private Grant<InOrganization> administrator(Actor actor, UUID organizationId) {
        return access.require(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId);
    }

    private OwnWorkspaces.Entry find(Grant<InOrganization> grant, UUID workspaceId) {
        return workspaces.find(grant, workspaceId).orElseThrow(Refusal.NOT_FOUND::refused);
    }
}
