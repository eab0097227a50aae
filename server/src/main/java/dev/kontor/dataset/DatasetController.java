package dev.kontor.dataset;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.ProjectPermission;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.web.IfMatch;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Datasets of a project and of a workspace; lists sort by name or created, either way round. */
@RestController
@RequestMapping("/api/v1")
class DatasetController {
    private final Access access;
    private final Datasets datasets;
    private final DatasetLists lists;
    private final CreateDataset create;
    private final EditDataset edit;
    private final DeleteDataset delete;
    private final TransferDataset transfer;

    DatasetController(
            Access access,
            Datasets datasets,
            DatasetLists lists,
            CreateDataset create,
            EditDataset edit,
            DeleteDataset delete,
            TransferDataset transfer) {
        this.access = access;
        this.datasets = datasets;
        this.lists = lists;
        this.create = create;
        this.edit = edit;
        this.delete = delete;
        this.transfer = transfer;
    }

    @GetMapping("/workspaces/{workspaceId}/datasets")
    Page<Dataset> ofWorkspace(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, Listing listing) {
        return lists.ofWorkspace(access.reach(actor, WorkspacePermission.WORKSPACE_VIEW, workspaceId), listing);
    }

    @GetMapping("/projects/{projectId}/datasets")
    Page<Dataset> ofProject(@AuthenticationPrincipal Actor actor, @PathVariable UUID projectId, Listing listing) {
        return lists.ofProject(access.require(actor, ProjectPermission.PROJECT_VIEW, projectId), listing);
    }

    @PostMapping("/projects/{projectId}/datasets")
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Dataset> create(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID projectId, @RequestBody NewDataset wanted) {
        return tagged(HttpStatus.CREATED, create.create(actor, projectId, wanted));
    }

    @GetMapping("/datasets/{datasetId}")
    ResponseEntity<Dataset> get(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId) {
        return tagged(HttpStatus.OK, datasets.get(actor, datasetId));
    }

    @PatchMapping("/datasets/{datasetId}")
    ResponseEntity<Dataset> edit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @RequestBody DatasetChange change,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return tagged(HttpStatus.OK, edit.edit(actor, datasetId, change, IfMatch.revision(ifMatch)));
    }

    @DeleteMapping("/datasets/{datasetId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @RequestParam(defaultValue = "") String name) {
        delete.delete(actor, datasetId, name);
    }

    record NewOwner(UUID userId) {}

    /** T-02: passes it on to a member who sees the project; the owner until now stays as dataset admin. */
    @PutMapping("/datasets/{datasetId}/ownership")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transfer(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @RequestBody NewOwner wanted) {
        transfer.transfer(actor, datasetId, wanted.userId());
    }

    private static ResponseEntity<Dataset> tagged(HttpStatus status, Dataset dataset) {
        return IfMatch.tagged(status, dataset.revision(), dataset);
    }
}
