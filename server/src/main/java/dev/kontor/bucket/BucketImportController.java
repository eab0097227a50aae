package dev.kontor.bucket;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.bucket.BucketImport.State;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Imports from the bucket of a dataset's authentication info (T-10): starting, how far they are, cancelling. */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}")
class BucketImportController {
    private final Access access;
    private final BucketImports imports;
    private final StartBucketImport start;

    BucketImportController(Access access, BucketImports imports, StartBucketImport start) {
        this.access = access;
        this.imports = imports;
        this.start = start;
    }

    /**
     * An import.
     *
     * @param looked objects that were looked at so far: {@code staged} changed the draft, {@code unchanged} were there
     *     already, {@code refused} were not taken
     * @param refusals of the first hundred of those
     * @param reason the code of the refusal that stopped it; null where none did
     */
    record View(
            UUID id,
            long draft,
            String bucket,
            String prefix,
            String folder,
            State state,
            @Nullable String reason,
            @Nullable String detail,
            long looked,
            long staged,
            long unchanged,
            long refused,
            List<BucketImport.Refusal> refusals,
            Instant startedAt,
            @Nullable Instant endedAt,
            List<String> can) {}

    /** In the background, under a prefix of the bucket into a folder of the draft; what is there unchanged is not fetched again. */
    @PostMapping("/drafts/{number}/bucket-imports")
    @ResponseStatus(HttpStatus.CREATED)
    View start(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @RequestBody StartBucketImport.Wanted wanted) {
        return get(actor, datasetId, start.start(actor, datasetId, number, wanted));
    }

    /** Newest first. */
    @GetMapping("/bucket-imports")
    Page<View> list(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @ModelAttribute Listing listing) {
        return imports.list(grant(actor, datasetId), listing).map(BucketImportController::view);
    }

    @GetMapping("/bucket-imports/{importId}")
    View get(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable UUID importId) {
        return view(imports.find(grant(actor, datasetId), importId).orElseThrow(Refusal.NOT_FOUND::refused));
    }

    /** Ends it; what is in the draft by then stays there. */
    @DeleteMapping("/bucket-imports/{importId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable UUID importId) {
        start.cancel(actor, datasetId, importId);
    }

    private Grant<InDataset> grant(Actor actor, UUID datasetId) {
        return access.require(actor, DatasetPermission.DATASET_CHANGE, datasetId);
    }

    private static View view(BucketImport one) {
        return new View(
                one.id(),
                one.draft(),
                one.bucket(),
                one.prefix(),
                one.folder(),
                one.state(),
                one.reason(),
                one.detail(),
                one.counts().looked(),
                one.counts().staged(),
                one.counts().unchanged(),
                one.counts().refused(),
                one.refusals(),
                one.startedAt(),
                one.endedAt(),
                one.state() == State.RUNNING ? List.of("IMPORT_CANCEL") : List.of());
    }
}
