package dev.kontor.workspace;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Locks;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.IfMatch;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Workspaces: creating, reading, editing. */
@RestController
@RequestMapping("/api/v1/workspaces")
class WorkspaceController {
    private final Access access;
    private final Workspaces workspaces;
    private final CreateWorkspace create;
    private final Audit audit;
    private final Locks locks;

    WorkspaceController(Access access, Workspaces workspaces, CreateWorkspace create, Audit audit, Locks locks) {
        this.access = access;
        this.workspaces = workspaces;
        this.create = create;
        this.audit = audit;
        this.locks = locks;
    }

    /**
     * A workspace as its reader sees it, with their own roles in it and what they may do.
     *
     * @param trialEndsAt when a trial ends; {@code purgeAt} when a deactivated workspace is purged, or a dying one deleted
     * @param logo changes with the logo, which is read at {@code logo} below the workspace; null where there is none
     */
    record View(
            UUID id,
            String name,
            String description,
            Person.Organization organization,
            Person owner,
            String plan,
            String state,
            @Nullable Instant trialEndsAt,
            @Nullable Instant purgeAt,
            Instant createdAt,
            boolean implicitMembers,
            long revision,
            @Nullable String logo,
            Workspace.Counts counts,
            List<WorkspaceRole> roles,
            List<String> can) {}

    @GetMapping
    Page<Workspaces.Entry> list(@AuthenticationPrincipal Actor actor) {
        return new Page<>(workspaces.of(actor), null);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<View> create(@AuthenticationPrincipal Actor actor, @RequestBody NewWorkspace wanted) {
        UUID id = create.create(actor, wanted);
        return IfMatch.tagged(HttpStatus.CREATED, 0, read(actor, id));
    }

    @GetMapping("/{workspaceId}")
    ResponseEntity<View> get(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId) {
        View view = read(actor, workspaceId);
        return IfMatch.tagged(HttpStatus.OK, view.revision(), view);
    }

    @PatchMapping("/{workspaceId}")
    @Transactional
    public ResponseEntity<View> edit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @RequestBody WorkspaceChange change,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        if (change.implicitMembers() != null) {
            workspaces
                    .organization(workspaceId)
                    .ifPresent(organization -> locks.shared(Locks.Scope.ORGANIZATION, organization));
        }
        var grant = access.toTakeAway(actor, WorkspacePermission.WORKSPACE_EDIT, workspaceId);
        if (!change.onlyNarrows()) {
            access.writable(grant);
        }
        if (!workspaces.edit(grant, change, IfMatch.revision(ifMatch))) {
            throw Refusal.CHANGED_MEANWHILE.refused();
        }
        View view = read(actor, workspaceId);
        audit.record(
                actor,
                AuditEvent.inWorkspace(workspaceId, AuditKind.WORKSPACE_EDITED, "workspace", workspaceId, view.name()));
        return IfMatch.tagged(HttpStatus.OK, view.revision(), view);
    }

    private View read(Actor actor, UUID workspaceId) {
        Reach reach = access.reach(actor, WorkspacePermission.WORKSPACE_VIEW, workspaceId);
        Workspace w = workspaces.find(reach).orElseThrow(Refusal.NOT_FOUND::refused);
        var roles = reach.standing().roles();
        return new View(
                w.id(),
                w.name(),
                w.description(),
                w.organization(),
                Person.seenBy(reach, w.owner()),
                w.plan(),
                w.state(),
                w.trialEndsAt(),
                w.purgeAt(),
                w.createdAt(),
                w.implicitMembers(),
                w.revision(),
                w.logo(),
                w.counts(),
                roles.stream().sorted().toList(),
                actor.carried(WorkspacePermission.heldWith(roles)));
    }
}
