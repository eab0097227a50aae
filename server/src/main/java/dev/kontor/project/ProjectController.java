package dev.kontor.project;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.ProjectPermission;
import dev.kontor.access.ProjectVisibility;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.web.IfMatch;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Projects: lists of those one sees, one of them, its way into the trash and out again. */
@RestController
@RequestMapping("/api/v1")
class ProjectController {
    private final Access access;
    private final Projects projects;
    private final ProjectLists lists;
    private final DatasetOwners owners;
    private final CreateProject create;
    private final EditProject edit;
    private final TrashProject trash;

    ProjectController(
            Access access,
            Projects projects,
            ProjectLists lists,
            DatasetOwners owners,
            CreateProject create,
            EditProject edit,
            TrashProject trash) {
        this.access = access;
        this.projects = projects;
        this.lists = lists;
        this.owners = owners;
        this.create = create;
        this.edit = edit;
        this.trash = trash;
    }

    /** Whom closing a project or deleting it would hit: who owns datasets in it (O-12). */
    record Impact(List<DatasetOwners.Owner> owners) {}

    @GetMapping("/workspaces/{workspaceId}/projects")
    Page<Project> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @ModelAttribute Listing listing,
            @RequestParam(required = false) @Nullable ProjectVisibility visibility,
            @RequestParam(required = false) @Nullable Boolean archived,
            @RequestParam(defaultValue = "false") boolean trashed) {
        Reach reach = access.reach(actor, WorkspacePermission.WORKSPACE_VIEW, workspaceId);
        Access.carried(actor, ProjectPermission.PROJECT_VIEW);
        return lists.list(reach, new ProjectListing(listing, visibility, archived, trashed));
    }

    @PostMapping("/workspaces/{workspaceId}/projects")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Project> create(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @RequestBody NewProject wanted) {
        return tagged(HttpStatus.CREATED, find(actor, create.create(actor, workspaceId, wanted)));
    }

    @GetMapping("/projects/{projectId}")
    ResponseEntity<Project> get(@AuthenticationPrincipal Actor actor, @PathVariable UUID projectId) {
        return tagged(HttpStatus.OK, find(actor, projectId));
    }

    @PatchMapping("/projects/{projectId}")
    ResponseEntity<Project> edit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID projectId,
            @RequestBody ProjectChange change,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return tagged(HttpStatus.OK, edit.edit(actor, projectId, change, IfMatch.revision(ifMatch)));
    }

    /** For the dialogs before it is made PRIVATE or SHARED, or deleted. */
    @GetMapping("/projects/{projectId}/impact")
    Impact impact(@AuthenticationPrincipal Actor actor, @PathVariable UUID projectId) {
        return new Impact(owners.list(access.require(actor, ProjectPermission.PROJECT_EDIT, projectId)));
    }

    /** Into the trash. Workspace admins may say {@code despiteOthers}, having been told whose datasets are in it. */
    @DeleteMapping("/projects/{projectId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID projectId,
            @RequestParam(defaultValue = "false") boolean despiteOthers) {
        trash.trash(actor, projectId, despiteOthers);
    }

    /** Out of the trash. */
    @PostMapping("/projects/{projectId}/restoration")
    ResponseEntity<Project> restore(@AuthenticationPrincipal Actor actor, @PathVariable UUID projectId) {
        return tagged(HttpStatus.OK, trash.restore(actor, projectId));
    }

    private Project find(Actor actor, UUID projectId) {
        Project project = projects.get(actor, projectId);
        Access.carried(actor, ProjectPermission.PROJECT_VIEW);
        return project;
    }

    private static ResponseEntity<Project> tagged(HttpStatus status, Project project) {
        return IfMatch.tagged(status, project.revision(), project);
    }
}
