package dev.kontor.exchange;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.exchange.Import.Counts;
import dev.kontor.exchange.Import.Phase;
import dev.kontor.exchange.Import.Problem;
import dev.kontor.exchange.Import.State;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Labels read from files in the usual formats (O-19) into a draft: starting, how far it is, what was wrong, cancelling. */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}/drafts/{number}/imports")
class ImportController {
    private final Access access;
    private final Imports imports;
    private final ImportRows rows;
    private final StartImport start;

    ImportController(Access access, Imports imports, ImportRows rows, StartImport start) {
        this.access = access;
        this.imports = imports;
        this.rows = rows;
        this.start = start;
    }

    /**
     * @param handled of {@code total}: bytes while it reads, then paths
     * @param unknown categories and attributes that the catalog does not declare; they were accepted
     * @param problems the first thousand of those counted; of a list, none
     */
    record View(
            UUID id,
            Format format,
            State state,
            Phase phase,
            @Nullable String reason,
            @Nullable String detail,
            long handled,
            long total,
            Counts counts,
            List<String> types,
            List<String> unknown,
            List<Problem> problems,
            Instant startedAt,
            @Nullable Instant endedAt,
            List<String> can) {}

    /**
     * A text or an archive (zip or tar, also with gzip), with files or without. Files of up to 4 MiB are read before the
     * answer, larger ones in the background. A file that is broken changes nothing.
     *
     * @param format told from the file where nobody says
     * @param folder where the paths in the file begin
     * @param declare whether the draft's catalog is to declare the types and categories that the file uses
     * @param boxes whether boxes around areas and keypoints of COCO are labels as well
     */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    View start(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @RequestParam(required = false) @Nullable Format format,
            @RequestParam(defaultValue = "") String folder,
            @RequestParam(defaultValue = "false") boolean declare,
            @RequestParam(defaultValue = "false") boolean boxes,
            HttpServletRequest request)
            throws IOException {
        UUID id = start.start(
                actor,
                datasetId,
                number,
                new StartImport.Wanted(format, folder, declare, boxes),
                request.getContentLengthLong(),
                request.getInputStream());
        return get(actor, datasetId, number, id);
    }

    /** Newest first. */
    @GetMapping
    Page<View> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @ModelAttribute Listing listing) {
        var grant = access.require(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        return imports.list(grant, number, listing).map(one -> view(one, List.of()));
    }

    @GetMapping("/{importId}")
    View get(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @PathVariable UUID importId) {
        var grant = access.require(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Import one = imports.find(grant, importId)
                .filter(found -> found.draft() == number)
                .orElseThrow(Refusal.NOT_FOUND::refused);
        return view(one, rows.problems(importId, ReadImport.MOST_PROBLEMS));
    }

    /** What came into the draft until then stays there. */
    @DeleteMapping("/{importId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @PathVariable UUID importId) {
        start.cancel(actor, datasetId, importId);
    }

    private static View view(Import one, List<Problem> problems) {
        return new View(
                one.id(),
                one.format(),
                one.state(),
                one.phase(),
                one.reason(),
                one.detail(),
                one.handled(),
                one.total(),
                one.counts(),
                one.types(),
                one.unknown(),
                problems,
                one.startedAt(),
                one.endedAt(),
                one.state() == State.RUNNING ? List.of("IMPORT_CANCEL") : List.of());
    }
}
