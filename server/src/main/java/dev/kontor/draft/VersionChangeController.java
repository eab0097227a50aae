package dev.kontor.draft;

import dev.kontor.access.Actor;
import dev.kontor.branch.RefName;
import dev.kontor.web.Description;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** What is done with whole versions: a branch is switched to one, one is deleted. Needs the level EDITOR. */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}")
class VersionChangeController {
    private final SwitchVersion switchVersion;
    private final DeleteVersion delete;

    VersionChangeController(SwitchVersion switchVersion, DeleteVersion delete) {
        this.switchVersion = switchVersion;
        this.delete = delete;
    }

    /**
     * @param version to which: its id or number, a branch or a tag
     * @param message commits at once; without one the changes are left as a draft
     */
    record Wanted(
            String version,
            @Nullable Description message,
            @Nullable RefName tag) {}

    /** By a new draft or version that undoes what lies between; history stays. 409 while the branch has a draft. */
    @PostMapping("/branches/{branch}/switch")
    @ResponseStatus(HttpStatus.CREATED)
    SwitchVersion.Switched switchTo(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable String branch,
            @RequestBody Wanted wanted) {
        CommitDraft.Wanted commit =
                wanted.message() == null || wanted.message().text().isEmpty()
                        ? null
                        : new CommitDraft.Wanted(wanted.message().text(), wanted.tag());
        return switchVersion.to(actor, datasetId, new SwitchVersion.Wanted(branch, wanted.version(), commit));
    }

    /** 409 names what rests on it: a branch that ends with it or starts from it, a tag, a running download. */
    @DeleteMapping("/versions/{ref}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable String ref) {
        delete.delete(actor, datasetId, ref);
    }
}
