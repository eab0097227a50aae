package dev.kontor.collaborator;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.access.Person;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.collaborator.Collaborations.Collaboration;
import dev.kontor.collaborator.Collaborations.Participant;
import dev.kontor.collaborator.Collaborations.Place;
import dev.kontor.invitation.OpenInvitations;
import dev.kontor.member.Departure;
import dev.kontor.member.Member;
import dev.kontor.member.Members;
import dev.kontor.member.RemovalImpact;
import dev.kontor.organization.Organizations;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** O-04: where an organization works, for its administrators, and how they take people or all of it out again. */
@RestController
@RequestMapping("/api/v1/organizations/{organizationId}")
class CollaborationController {
    private final Access access;
    private final Collaborations collaborations;
    private final AutoInviteRefusals refusals;
    private final TakeOut takeOut;
    private final Members members;
    private final OpenInvitations invitations;
    private final Departure departure;
    private final Organizations organizations;
    private final Audit audit;

    CollaborationController(
            Access access,
            Collaborations collaborations,
            AutoInviteRefusals refusals,
            TakeOut takeOut,
            Members members,
            OpenInvitations invitations,
            Departure departure,
            Organizations organizations,
            Audit audit) {
        this.access = access;
        this.collaborations = collaborations;
        this.refusals = refusals;
        this.takeOut = takeOut;
        this.members = members;
        this.invitations = invitations;
        this.departure = departure;
        this.organizations = organizations;
        this.audit = audit;
    }

    /** A workspace and the organization that owns it; {@code autoInvite} is what its admins switched on (K-10). */
    record View(
            Place workspace,
            Person.Organization organization,
            List<CollaborationType> types,
            boolean autoInvite,
            int members,
            List<String> can) {}

    record Someone(UUID id, String name, String email, List<WorkspaceRole> roles, boolean owner, List<String> can) {}

    /** Whether workspaces may add people of this organization as they join it (K-10). */
    record AutoInvite(boolean allowed) {}

    /** How many people leave, how many invitations are revoked, and what else goes. */
    record Impact(int members, int invitations, List<RemovalImpact.Loss> takes) {}

    @GetMapping("/collaborations")
    Page<View> list(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId, @ModelAttribute Listing listing) {
        return collaborations
                .list(administrator(actor, organizationId), listing)
                .map(CollaborationController::view);
    }

    @GetMapping("/collaborations/{workspaceId}/members")
    Page<Someone> members(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @PathVariable UUID workspaceId,
            @ModelAttribute Listing listing) {
        var grant = administrator(actor, organizationId);
        find(grant, workspaceId);
        return collaborations.people(grant, workspaceId, listing).map(CollaborationController::someone);
    }

    /** What taking out one user, or with none named the whole organization, would hit. */
    @GetMapping("/collaborations/{workspaceId}/impact")
    Impact impact(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @PathVariable UUID workspaceId,
            @RequestParam(required = false) @Nullable UUID user) {
        var grant = administrator(actor, organizationId);
        find(grant, workspaceId);
        if (user != null) {
            if (collaborations.person(grant, workspaceId, user).isEmpty()) {
                throw Refusal.NOT_FOUND.refused();
            }
            return new Impact(1, 0, departure.losses(workspaceId, Set.of(user)));
        }
        Set<UUID> users = members.ofOrganization(workspaceId, organizationId).stream()
                .map(Member::userId)
                .collect(Collectors.toSet());
        int revoked = invitations.pendingOf(workspaceId, organizationId);
        List<RemovalImpact.Loss> takes = departure.losses(workspaceId, users).stream()
                .filter(loss -> !loss.kind().equals("invitations"))
                .toList();
        return new Impact(users.size(), revoked, takes);
    }

    @DeleteMapping("/collaborations/{workspaceId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeOut(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId, @PathVariable UUID workspaceId) {
        takeOut.organization(actor, organizationId, workspaceId);
    }

    @DeleteMapping("/collaborations/{workspaceId}/members/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void takeOutMember(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @PathVariable UUID workspaceId,
            @PathVariable UUID userId) {
        takeOut.user(actor, organizationId, workspaceId, userId);
    }

    @GetMapping("/auto-invite")
    AutoInvite autoInvite(@AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId) {
        return new AutoInvite(!refusals.exists(administrator(actor, organizationId)));
    }

    @PutMapping("/auto-invite")
    @Transactional
    public AutoInvite setAutoInvite(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId, @RequestBody AutoInvite wanted) {
        var grant = access.toChangeFacts(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId);
        boolean changed = wanted.allowed() ? refusals.delete(grant) : refusals.insert(grant);
        if (changed) {
            String name = organizations.byId(organizationId).orElseThrow().name();
            audit.record(
                    actor,
                    AuditEvent.inOrganization(
                                    organizationId,
                                    AuditKind.ORGANIZATION_AUTO_INVITE_CHANGED,
                                    "organization",
                                    organizationId,
                                    name)
                            .with("allowed", wanted.allowed()));
        }
        return wanted;
    }

    private Grant<InOrganization> administrator(Actor actor, UUID organizationId) {
        return access.require(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId);
    }

    private Collaboration find(Grant<InOrganization> grant, UUID workspaceId) {
        return collaborations.find(grant, workspaceId).orElseThrow(Refusal.NOT_FOUND::refused);
    }

    private static View view(Collaboration c) {
        return new View(
                c.workspace(),
                c.organization(),
                c.types().stream().sorted().toList(),
                c.autoInvite(),
                c.members(),
                c.own() ? List.of() : List.of("COLLABORATION_END"));
    }

    private static Someone someone(Participant p) {
        return new Someone(
                p.id(),
                p.name(),
                p.email(),
                p.roles().stream().sorted().toList(),
                p.owner(),
                p.owner() ? List.of() : List.of("MEMBER_REMOVE"));
    }
}
