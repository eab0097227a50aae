package dev.kontor.dataset;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetLevel;
import dev.kontor.access.DatasetPermission;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who holds a level of their own on a dataset. */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}/members")
class DatasetMemberController {
    private final Access access;
    private final DatasetMembers members;
    private final SetLevel setLevel;

    DatasetMemberController(Access access, DatasetMembers members, SetLevel setLevel) {
        this.access = access;
        this.members = members;
        this.setLevel = setLevel;
    }

    record Wanted(DatasetLevel level) {}

    @GetMapping
    Page<DatasetMember> list(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, Listing listing) {
        return members.list(access.require(actor, DatasetPermission.DATASET_ADMINISTER, datasetId), listing);
    }

    @PutMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void set(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable UUID userId,
            @RequestBody Wanted wanted) {
        setLevel.set(actor, datasetId, userId, wanted.level());
    }

    @DeleteMapping("/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable UUID userId) {
        setLevel.remove(actor, datasetId, userId);
    }
}
