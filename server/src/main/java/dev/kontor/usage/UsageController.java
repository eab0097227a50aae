package dev.kontor.usage;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.access.ProjectPermission;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.usage.Usages.OfProject;
import dev.kontor.usage.Usages.OfWorkspace;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is stored where, in bytes, beside the quotas of the plan (O-08). Of a project for all who see it, of a workspace for
 * its admins, of all that an organization owns for its administrators (C-05), who get names and sums alone (C-02).
 */
@RestController
@RequestMapping("/api/v1")
class UsageController {
    private final Access access;
    private final Usages usages;

    UsageController(Access access, Usages usages) {
        this.access = access;
        this.usages = usages;
    }

    @GetMapping("/projects/{projectId}/usage")
    OfProject ofProject(@AuthenticationPrincipal Actor actor, @PathVariable UUID projectId) {
        return usages.of(access.require(actor, ProjectPermission.PROJECT_VIEW, projectId));
    }

    @GetMapping("/workspaces/{workspaceId}/usage")
    OfWorkspace ofWorkspace(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId) {
        return usages.ofWorkspace(access.require(actor, WorkspacePermission.WORKSPACE_EDIT, workspaceId));
    }

    /** Largest first; those in the trash still count. */
    @GetMapping("/workspaces/{workspaceId}/usage/projects")
    Page<OfProject> projects(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @ModelAttribute Listing listing) {
        return usages.projects(access.require(actor, WorkspacePermission.WORKSPACE_EDIT, workspaceId), listing);
    }

    /** The workspaces that the organization owns, largest first. */
    @GetMapping("/organizations/{organizationId}/usage")
    Page<OfWorkspace> workspaces(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId, @ModelAttribute Listing listing) {
        return usages.workspaces(
                access.require(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId), listing);
    }

    /** The projects of one of them, largest first. */
    @GetMapping("/organizations/{organizationId}/usage/{workspaceId}")
    Page<OfProject> projectsOfOwn(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @PathVariable UUID workspaceId,
            @ModelAttribute Listing listing) {
        return usages.projectsOfOwn(
                access.require(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId),
                workspaceId,
                listing);
    }
}
