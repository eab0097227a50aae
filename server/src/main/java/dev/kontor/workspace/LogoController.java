package dev.kontor.workspace;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.web.Refusal;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.WebRequest;

/** A workspace's logo: seen by all its members, changed by its admins. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspaceId}/logo")
class LogoController {
    private final Access access;
    private final Logos logos;
    private final ChangeLogo change;

    LogoController(Access access, Logos logos, ChangeLogo change) {
        this.access = access;
        this.logos = logos;
        this.change = change;
    }

    /** At most 256 pixels wide and high; 404 where there is none. */
    @GetMapping
    @Transactional(readOnly = true)
    @Nullable
    public ResponseEntity<byte[]> get(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, WebRequest request) {
        Logo logo = logos.find(access.require(actor, WorkspacePermission.WORKSPACE_VIEW, workspaceId))
                .orElseThrow(Refusal.NOT_FOUND::refused);
        if (request.checkNotModified("\"" + logo.mark() + "\"")) {
            return null;
        }
        return ResponseEntity.ok()
                .contentType(MediaType.parseMediaType(logo.mediaType()))
                .cacheControl(CacheControl.noCache().cachePrivate())
                .eTag("\"" + logo.mark() + "\"")
                .body(logo.bytes());
    }

    /** The bytes of a PNG or JPEG of at most 1 MiB, told by what they are, not by what they claim to be. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @RequestBody(
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    void put(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, HttpServletRequest request)
            throws IOException {
        byte[] sent = request.getInputStream().readNBytes(Logo.MOST_BYTES + 1);
        if (sent.length > Logo.MOST_BYTES) {
            throw Refusal.TOO_LARGE.refused("1 MiB");
        }
        change.put(actor, workspaceId, sent);
    }

    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId) {
        change.remove(actor, workspaceId);
    }
}
