package dev.kontor.version;

import static dev.kontor.web.Refusal.UNACCEPTABLE;

import dev.kontor.access.Actor;
import dev.kontor.version.Items.Totals;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A version, or a part of it, as a zip of known length. Drafts change meanwhile and are not offered. */
@RestController
class ZipController {
    private final Spots spots;
    private final Items items;
    private final ExportZip export;

    ZipController(Spots spots, Items items, ExportZip export) {
        this.spots = spots;
        this.items = items;
        this.export = export;
    }

    @GetMapping("/api/v1/datasets/{datasetId}/versions/{ref}/zip")
    void zip(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String prefix,
            HttpServletResponse response)
            throws IOException {
        if (Ref.read(ref) instanceof Ref.OfDraft) {
            throw UNACCEPTABLE.on("ref", "A draft cannot be downloaded as a zip; commit it first.");
        }
        String within = ItemPath.prefix(prefix);
        Spot spot = spots.find(actor, datasetId, ref);
        Totals totals = items.totals(spot, within);
        ExportZip.Begun begun = export.begun(spot, totals);
        response.setContentType("application/zip");
        response.setContentLengthLong(Zip.length(totals));
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename(begun.name() + "-v" + spot.number() + ".zip", StandardCharsets.UTF_8)
                        .build()
                        .toString());
        // the version that was found, also where a branch goes on meanwhile
        String pinned = spot.versionId() == null ? ref : spot.versionId().toString();
        OutputStream out = response.getOutputStream();
        export.write(new ExportZip.Wanted(actor, datasetId, pinned, within), totals, begun, out);
        out.flush();
    }
}
