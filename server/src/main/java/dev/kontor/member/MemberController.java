package dev.kontor.member;

import static dev.kontor.access.WorkspacePermission.MEMBER_MANAGE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import dev.kontor.workspace.Workspaces;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The members of a workspace: whom one sees (M-03), and what one may do with them (M-06). */
@RestController
@RequestMapping("/api/v1/workspaces/{workspaceId}/members")
class MemberController {
    private final Access access;
    private final Members members;
    private final AddableOrganizations addable;
    private final AddMembers add;
    private final EditMemberRoles edit;
    private final RemoveMember remove;
    private final Departure departure;
    private final Workspaces workspaces;

    MemberController(
            Access access,
            Members members,
            AddableOrganizations addable,
            AddMembers add,
            EditMemberRoles edit,
            RemoveMember remove,
            Departure departure,
            Workspaces workspaces) {
        this.access = access;
        this.members = members;
        this.addable = addable;
        this.add = add;
        this.edit = edit;
        this.remove = remove;
        this.departure = departure;
        this.workspaces = workspaces;
    }

    record Contact(UUID id, String name, String email) {}

    /** A member as the reader sees them, with the roles that they may set. */
    record View(
            Contact user,
            Person.Organization organization,
            List<WorkspaceRole> roles,
            boolean owner,
            Instant joinedAt,
            boolean self,
            List<WorkspaceRole> assignable,
            List<String> can) {}

    record Roles(RoleSet roles) {}

    record Outcomes(List<AddMembers.Outcome> outcomes) {}

    /**
     * What the reader may add: roles at all, and per organization those that its types allow, and whether
     * all of its people may be added at once (K-11).
     */
    record Options(List<WorkspaceRole> roles, List<OrganizationOption> organizations) {}

    record OrganizationOption(UUID id, String name, List<WorkspaceRole> roles, boolean own, boolean everybody) {}

    /** What removing somebody takes from them, and to whom what they own passes. */
    record Removal(
            View member,
            List<RemovalImpact.Loss> takes,
            @Nullable Person handOverTo) {}

    @GetMapping
    Page<View> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @ModelAttribute Listing listing,
            @RequestParam(required = false) @Nullable WorkspaceRole role,
            @RequestParam(required = false) @Nullable UUID organization) {
        Reach reach = access.reach(actor, MEMBER_MANAGE, workspaceId);
        return members.list(reach, new MemberListing(listing, role, organization))
                .map(member -> view(reach, member));
    }

    @GetMapping("/options")
    Options options(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId) {
        Reach reach = access.reach(actor, MEMBER_MANAGE, workspaceId);
        Set<WorkspaceRole> managed = WorkspaceRole.managedBy(reach.standing().roles());
        List<OrganizationOption> organizations = addable.list(reach).stream()
                .map(c -> new OrganizationOption(
                        c.organization().id(),
                        c.organization().name(),
                        sorted(CollaborationType.roles(c.types()).stream()
                                .filter(managed::contains)
                                .toList()),
                        c.organization().id().equals(actor.organizationId()),
                        reach.sees(c.organization().id())))
                .toList();
        managed.remove(WorkspaceRole.MEMBER);
        return new Options(sorted(managed), organizations);
    }

    @PostMapping
    Outcomes add(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @RequestBody AddMembers.Wanted wanted) {
        return new Outcomes(add.add(actor, workspaceId, wanted));
    }

    /**
     * Reads a pasted list of addresses, up to 1,000,000 characters, and says what it understood; adds nobody.
     * For every member, since anybody may have somebody to invite.
     */
    @PostMapping("/addresses")
    AddressList read(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @RequestBody AddressList.Text pasted) {
        access.require(actor, WorkspacePermission.WORKSPACE_VIEW, workspaceId);
        return AddressList.read(pasted.text());
    }

    @GetMapping("/{userId}")
    View get(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @PathVariable UUID userId) {
        Reach reach = access.reach(actor, MEMBER_MANAGE, workspaceId);
        return view(reach, members.find(reach, userId).orElseThrow(Refusal.NOT_FOUND::refused));
    }

    @PatchMapping("/{userId}")
    View edit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @PathVariable UUID userId,
            @RequestBody Roles wanted) {
        Member member = edit.edit(actor, workspaceId, userId, wanted.roles().roles());
        return view(access.reach(actor, WorkspacePermission.WORKSPACE_VIEW, workspaceId), member);
    }

    @GetMapping("/{userId}/removal")
    Removal removal(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @PathVariable UUID userId) {
        boolean leaving = actor.userId().equals(userId);
        Reach reach = access.reach(actor, leaving ? WorkspacePermission.WORKSPACE_VIEW : MEMBER_MANAGE, workspaceId);
        Member member = members.find(reach, userId).orElseThrow(Refusal.NOT_FOUND::refused);
        Person heir =
                workspaces.find(reach).map(w -> Person.seenBy(reach, w.owner())).orElse(null);
        return new Removal(view(reach, member), departure.losses(workspaceId, Set.of(userId)), heir);
    }

    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @PathVariable UUID userId,
            @RequestParam(required = false) @Nullable UUID handOverTo) {
        remove.remove(actor, workspaceId, userId, handOverTo);
    }

    private static View view(Reach reach, Member m) {
        Actor actor = reach.actor();
        Set<WorkspaceRole> roles = reach.standing().roles();
        boolean self = actor.userId().equals(m.userId());
        boolean editable = m.editableBy(actor.userId(), roles);
        List<String> can = new ArrayList<>();
        boolean carried = actor.carries(MEMBER_MANAGE);
        if (editable && carried) can.add("MEMBER_EDIT_ROLES");
        if (!m.owner() && (self || editable && carried)) can.add("MEMBER_REMOVE");
        return new View(
                new Contact(m.userId(), m.name(), m.email()),
                m.organization(),
                sorted(m.roles()),
                m.owner(),
                m.joinedAt(),
                self,
                editable ? sorted(m.assignableBy(actor.userId(), roles)) : List.of(),
                can);
    }

    private static List<WorkspaceRole> sorted(Collection<WorkspaceRole> roles) {
        return roles.stream().sorted().toList();
    }
}
