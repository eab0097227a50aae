package dev.kontor.collaborator;

import static dev.kontor.access.WorkspacePermission.COLLABORATOR_MANAGE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.invitation.CollaboratorProject;
import dev.kontor.invitation.ProjectAccess;
import dev.kontor.invitation.WorkspaceInvitation;
import dev.kontor.invitation.WorkspaceInvitations;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

/** The collaborators of a workspace: whom one sees (K-03), and what one may do with them (K-04). */
@RestController
@RequestMapping("/api/v1/workspaces/{workspaceId}/collaborators")
class CollaboratorController {
    private final Access access;
    private final Collaborators collaborators;
    private final GrantableProjects grantable;
    private final PickableOrganizations pickable;
    private final WorkspaceInvitations invitations;
    private final InviteCollaborator invite;
    private final EditCollaborator edit;
    private final RemoveCollaborator remove;
    private final CollaboratorImpact impact;

    CollaboratorController(
            Access access,
            Collaborators collaborators,
            GrantableProjects grantable,
            PickableOrganizations pickable,
            WorkspaceInvitations invitations,
            InviteCollaborator invite,
            EditCollaborator edit,
            RemoveCollaborator remove,
            CollaboratorImpact impact) {
        this.access = access;
        this.collaborators = collaborators;
        this.grantable = grantable;
        this.pickable = pickable;
        this.invitations = invitations;
        this.invite = invite;
        this.edit = edit;
        this.remove = remove;
        this.impact = impact;
    }

    /**
     * A collaborator as the reader sees it; {@code projectAccess} is {@code "FULL"} or the projects that one sees;
     * {@code autoInviteAllowed} is false where the organization's administrators refuse it (O-04).
     */
    record View(
            Person.Organization organization,
            List<CollaborationType> types,

            @Schema(oneOf = {ProjectAccess.Full.class, Limited.class})
            Object projectAccess,

            boolean autoInvite,
            boolean autoInviteAllowed,
            int members,
            boolean self,
            long revision,
            List<String> can) {}

    record Limited(List<CollaboratorProject> projects) {}

    /** What the reader may invite: types, organizations to pick, projects to grant, and roles of a first person per type. */
    record Options(
            List<CollaborationType> types,
            List<Person.Organization> organizations,
            List<CollaboratorProject> projects,
            boolean mayGrantFull,
            Map<CollaborationType, List<WorkspaceRole>> roles) {}

    record Invited(@Nullable View collaborator, WorkspaceInvitation.@Nullable View invitation) {}

    @GetMapping
    Page<View> list(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @ModelAttribute Listing listing) {
        Reach reach = access.reach(actor, COLLABORATOR_MANAGE, workspaceId);
        return collaborators.list(reach, listing).map(c -> view(reach, c));
    }

    @GetMapping("/options")
    Options options(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId) {
        Reach reach = access.reach(actor, COLLABORATOR_MANAGE, workspaceId);
        Set<WorkspaceRole> roles = reach.standing().roles();
        Set<WorkspaceRole> managed = WorkspaceRole.managedBy(roles);
        List<CollaborationType> types = Arrays.stream(CollaborationType.values())
                .filter(type -> type.dealtWithBy(roles))
                .toList();
        Map<CollaborationType, List<WorkspaceRole>> first = new TreeMap<>();
        types.forEach(type -> first.put(
                type,
                CollaborationType.roles(Set.of(type)).stream()
                        .filter(managed::contains)
                        .sorted()
                        .toList()));
        return new Options(
                types,
                pickable.list(reach),
                grantable.list(reach),
                reach.standing().fullAccess(),
                first);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Invited invite(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @RequestBody InviteCollaborator.Wanted wanted) {
        var invited = invite.invite(actor, workspaceId, wanted);
        Reach reach = access.reach(actor, COLLABORATOR_MANAGE, workspaceId);
        return new Invited(
                invited.organization()
                        .flatMap(id -> collaborators.find(reach, id))
                        .map(c -> view(reach, c))
                        .orElse(null),
                invited.invitation()
                        .flatMap(id -> invitations.find(reach, id))
                        .map(i -> invitations.view(reach, i))
                        .orElse(null));
    }

    @GetMapping("/{organizationId}")
    View get(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @PathVariable UUID organizationId) {
        Reach reach = access.reach(actor, COLLABORATOR_MANAGE, workspaceId);
        return view(reach, collaborators.find(reach, organizationId).orElseThrow(Refusal.NOT_FOUND::refused));
    }

    @PatchMapping("/{organizationId}")
    View edit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @PathVariable UUID organizationId,
            @RequestBody EditCollaborator.Change change) {
        edit.edit(actor, workspaceId, organizationId, change);
        return get(actor, workspaceId, organizationId);
    }

    /** What a change or a removal would hit: new types, withdrawn projects, or, with neither, removing it. */
    @GetMapping("/{organizationId}/impact")
    CollaboratorImpact.View impact(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @PathVariable UUID organizationId,
            @RequestParam(required = false) @Nullable Set<CollaborationType> types,
            @RequestParam(required = false) @Nullable Set<UUID> withdraw) {
        Reach reach = access.reach(actor, COLLABORATOR_MANAGE, workspaceId);
        Collaborator collaborator = collaborators.find(reach, organizationId).orElseThrow(Refusal.NOT_FOUND::refused);
        return impact.of(reach, collaborator, types, withdraw);
    }

    @DeleteMapping("/{organizationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @PathVariable UUID organizationId,
            @RequestParam(required = false) @Nullable UUID handOverTo) {
        remove.remove(actor, workspaceId, organizationId, handOverTo);
    }

    private static View view(Reach reach, Collaborator c) {
        Actor actor = reach.actor();
        Set<WorkspaceRole> roles = reach.standing().roles();
        List<String> can = new ArrayList<>();
        if (actor.carries(COLLABORATOR_MANAGE)) {
            if (c.dealtWithBy(actor.organizationId(), roles)) {
                can.addAll(List.of("COLLABORATOR_EDIT_TYPES", "COLLABORATOR_EDIT_ACCESS", "COLLABORATOR_REMOVE"));
            }
            if (c.boundBy(roles)) {
                can.add("COLLABORATOR_AUTO_INVITE");
            }
        }
        return new View(
                c.organization(),
                c.types().stream().sorted().toList(),
                c.fullAccess() ? "FULL" : new Limited(c.projects()),
                c.autoInvite(),
                c.autoInviteAllowed(),
                c.members(),
                c.organization().id().equals(actor.organizationId()),
                c.revision(),
                can);
    }
}
