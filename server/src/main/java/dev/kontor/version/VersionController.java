package dev.kontor.version;

import com.fasterxml.jackson.annotation.JsonRawValue;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.web.IfMatch;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The versions of a dataset; {@code ref} is a version's id or number, a branch, a tag, or {@code latest}. */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}/versions")
class VersionController {
    private final Access access;
    private final Spots spots;
    private final Versions versions;

    VersionController(Access access, Spots spots, Versions versions) {
        this.access = access;
        this.spots = spots;
        this.versions = versions;
    }

    /** JSON that is kept as it was checked. */
    @Schema(ref = "#/components/schemas/Catalog")
    record Raw(@JsonValue @JsonRawValue String json) {}

    /** Newest first: of all branches, or with {@code ref} those that led to it. */
    @GetMapping
    Page<Version> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @RequestParam(required = false) @Nullable String ref,
            Listing listing) {
        if (ref != null) {
            return versions.history(spots.version(actor, datasetId, ref), listing);
        }
        return versions.list(access.require(actor, DatasetPermission.DATASET_READ, datasetId), listing);
    }

    @GetMapping("/{ref}")
    Version get(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable String ref) {
        Spot spot = spots.find(actor, datasetId, ref);
        return Optional.ofNullable(spot.versionId())
                .flatMap(id -> versions.find(spot.grant(), id))
                .orElseThrow(Refusal.NOT_FOUND::refused);
    }

    /** The catalog in force there; {@code {}} where none was ever set. Its ETag is for setting it in a draft. */
    @GetMapping("/{ref}/catalog")
    ResponseEntity<Raw> catalog(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable String ref) {
        String catalog = spots.find(actor, datasetId, ref).catalog().orElse("{}");
        return IfMatch.tagged(HttpStatus.OK, IfMatch.revisionOf(catalog), new Raw(catalog));
    }
}
