package dev.kontor.exchange;

import dev.kontor.access.Actor;
import dev.kontor.version.Spot;
import dev.kontor.version.Spots;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Versions in the usual formats (O-19), and what those cannot carry. Drafts change meanwhile and are not offered. */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}/versions/{ref}/export")
class ExportController {
    private final Spots spots;
    private final ExportVersion export;

    ExportController(Spots spots, ExportVersion export) {
        this.spots = spots;
        this.export = export;
    }

    /**
     * @param task what YOLO would tell of; boxes before polygons before keypoints, where nobody says
     * @param lost what cannot come along: with how often where that is certain, else null
     */
    record Preview(Format format, Format.@Nullable Task task, List<Shortfall.Lost> lost) {}

    /** A zip with a report of what did not come along; JSON lines without files come alone, for they carry everything. */
    @GetMapping
    @ApiResponse(
            responseCode = "200",
            content = {
                @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary")),
                @Content(mediaType = "application/x-ndjson", schema = @Schema(type = "string", format = "binary"))
            })
    void export(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable String ref,
            @RequestParam(defaultValue = "JSON_LINES") Format format,
            @RequestParam(defaultValue = "false") boolean images,
            @RequestParam(required = false) Format.@Nullable Task task,
            HttpServletResponse response)
            throws IOException {
        Spot spot = spots.version(actor, datasetId, ref);
        ExportVersion.Begun begun = export.begin(spot, new ExportVersion.Wanted(format, images, task));
        response.setContentType(begun.wanted().plain() ? "application/x-ndjson" : "application/zip");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(begun.name(), StandardCharsets.UTF_8)
                        .build()
                        .toString());
        OutputStream out = response.getOutputStream();
        export.write(begun, out);
        out.flush();
    }

    /** What a format would not carry of a version, told from its statistics without looking at its items. */
    @GetMapping("/report")
    Preview report(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable String ref,
            @RequestParam(defaultValue = "JSON_LINES") Format format,
            @RequestParam(required = false) Format.@Nullable Task task) {
        Figures figures = export.figures(spots.version(actor, datasetId, ref));
        Format.Task told = task == null ? figures.task() : task;
        return new Preview(format, format == Format.YOLO ? told : null, figures.lost(format, told));
    }
}
