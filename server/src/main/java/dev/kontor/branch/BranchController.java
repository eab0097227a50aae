package dev.kontor.branch;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.version.Ref;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Branches of a dataset: read with its versions, changed from the level EDITOR on. The branch {@code main} stays. */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}/branches")
class BranchController {
    private final Access access;
    private final Branches branches;
    private final CreateBranch create;
    private final RenameBranch rename;
    private final DeleteBranch delete;

    BranchController(Access access, Branches branches, CreateBranch create, RenameBranch rename, DeleteBranch delete) {
        this.access = access;
        this.branches = branches;
        this.create = create;
        this.rename = rename;
        this.delete = delete;
    }

    /** @param from a version's id or number, a branch or a tag; the main branch if absent */
    record Wanted(RefName name, @Nullable String from) {}

    record Renamed(RefName name) {}

    /** The main branch first, then by name. */
    @GetMapping
    Page<Branch> list(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, Listing listing) {
        return branches.list(access.require(actor, DatasetPermission.DATASET_READ, datasetId), listing);
    }

    @GetMapping("/{branch}")
    Branch get(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable String branch) {
        return branches.find(access.require(actor, DatasetPermission.DATASET_READ, datasetId), branch)
                .orElseThrow(Refusal.NOT_FOUND::refused);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Branch create(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @RequestBody Wanted wanted) {
        return create.create(actor, datasetId, wanted.name(), wanted.from() == null ? Ref.MAIN : wanted.from());
    }

    @PatchMapping("/{branch}")
    Branch rename(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable String branch,
            @RequestBody Renamed wanted) {
        return rename.rename(actor, datasetId, branch, wanted.name());
    }

    /** With it go the versions that are its own; 409 names what rests on them. */
    @DeleteMapping("/{branch}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable String branch) {
        delete.delete(actor, datasetId, branch);
    }
}
