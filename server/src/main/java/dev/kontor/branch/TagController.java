package dev.kontor.branch;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.UUID;
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

/** Tags of a dataset: read with its versions, made and taken off from the level EDITOR on, never moved. */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}/tags")
class TagController {
    private final Access access;
    private final Tags tags;
    private final NameVersion name;

    TagController(Access access, Tags tags, NameVersion name) {
        this.access = access;
        this.tags = tags;
        this.name = name;
    }

    /** @param version its id or number, a branch or another tag */
    record Wanted(RefName name, String version) {}

    @GetMapping
    Page<Tag> list(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, Listing listing) {
        return tags.list(access.require(actor, DatasetPermission.DATASET_READ, datasetId), listing);
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Tag create(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @RequestBody Wanted wanted) {
        return name.tag(actor, datasetId, wanted.name(), wanted.version());
    }

    @DeleteMapping("/{tag}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable String tag) {
        name.untag(actor, datasetId, tag);
    }
}
