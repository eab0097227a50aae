package dev.kontor.application;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Applications: one's own, and those that wait for one's word as dataset owner, workspace admin or project editor. */
@RestController
@RequestMapping("/api/v1")
class ApplicationController {
    private final Access access;
    private final ApplicationLists lists;
    private final DecideApplication decide;

    ApplicationController(Access access, ApplicationLists lists, DecideApplication decide) {
        this.access = access;
        this.lists = lists;
        this.decide = decide;
    }

    /** The types that the applicant's organization gets, where it is no collaborator yet. */
    record Joining(@Nullable List<CollaborationType> types) {
        Set<CollaborationType> chosen() {
            Set<CollaborationType> chosen = types == null ? Set.of() : Set.copyOf(types);
            if (chosen.contains(CollaborationType.OWNER)) {
                throw Refusal.OWNER_NOT_ASSIGNABLE.refused();
            }
            return chosen;
        }
    }

    @GetMapping("/me/applications")
    Page<Application.View> own(@AuthenticationPrincipal Actor actor, Listing listing) {
        return lists.own(actor, listing);
    }

    @DeleteMapping("/me/applications/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@AuthenticationPrincipal Actor actor, @PathVariable UUID id) {
        decide.withdraw(actor, id);
    }

    @GetMapping("/datasets/{datasetId}/applications")
    Page<Application.View> ofDataset(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, Listing listing) {
        return lists.ofDataset(access.require(actor, DatasetPermission.DATASET_INVITE, datasetId), listing);
    }

    @PostMapping("/datasets/{datasetId}/applications/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approveLevel(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable UUID id) {
        decide.approveLevel(actor, datasetId, id);
    }

    @PostMapping("/datasets/{datasetId}/applications/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rejectLevel(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable UUID id) {
        decide.rejectLevel(actor, datasetId, id);
    }

    /** Those who wait to be let into the workspace. */
    @GetMapping("/workspaces/{workspaceId}/applications")
    Page<Application.View> toWorkspace(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, Listing listing) {
        return lists.toWorkspace(access.require(actor, WorkspacePermission.WORKSPACE_EDIT, workspaceId), listing);
    }

    @GetMapping("/workspaces/{workspaceId}/applications/{id}")
    Application.View toWorkspace(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @PathVariable UUID id) {
        return lists.toWorkspace(access.require(actor, WorkspacePermission.WORKSPACE_EDIT, workspaceId), id)
                .orElseThrow(Refusal.NOT_FOUND::refused);
    }

    /** T-14: the applicant becomes a member, chosen in the project of the dataset and nowhere else. */
    @PostMapping("/workspaces/{workspaceId}/applications/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approveJoining(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @PathVariable UUID id,
            @RequestBody Joining joining) {
        decide.approveJoining(actor, workspaceId, id, joining.chosen());
    }

    @PostMapping("/workspaces/{workspaceId}/applications/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rejectJoining(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @PathVariable UUID id) {
        decide.rejectJoining(actor, workspaceId, id);
    }

    /** O-14: the applicant, who is a member of the workspace, is chosen for the project. */
    @PostMapping("/projects/{projectId}/applications/{id}/approval")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void approveChoosing(@AuthenticationPrincipal Actor actor, @PathVariable UUID projectId, @PathVariable UUID id) {
        decide.approveChoosing(actor, projectId, id);
    }

    @PostMapping("/projects/{projectId}/applications/{id}/rejection")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void rejectChoosing(@AuthenticationPrincipal Actor actor, @PathVariable UUID projectId, @PathVariable UUID id) {
        decide.rejectChoosing(actor, projectId, id);
    }
}
