package dev.kontor.draft;

import dev.kontor.access.Actor;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Archives, unpacked on the server. */
@RestController
class ArchiveController {
    private final UnpackArchive unpack;

    ArchiveController(UnpackArchive unpack) {
        this.unpack = unpack;
    }

    /**
     * A zip or tar (also with gzip) whose files are put into a folder of the draft once all of it has come; the answer says what became
     * of them. An upload that breaks off leaves nothing.
     */
    @PutMapping("/api/v1/datasets/{datasetId}/drafts/{number}/archive")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    UnpackArchive.Unpacked unpack(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String folder,
            HttpServletRequest request)
            throws IOException {
        return unpack.unpack(new UnpackArchive.Into(() -> actor, datasetId, number, folder), request.getInputStream());
    }
}
