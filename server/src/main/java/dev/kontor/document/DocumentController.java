package dev.kontor.document;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.ProjectPermission;
import dev.kontor.storage.ContentDigest;
import dev.kontor.storage.Contents;
import dev.kontor.storage.Download;
import dev.kontor.storage.Received;
import dev.kontor.web.IfMatch;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Files and links of a project, for all who see it. They sort by name or created, either way round. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}/documents")
class DocumentController {
    private final Access access;
    private final Documents documents;
    private final AddDocument add;
    private final EditDocument edit;
    private final Contents contents;
    private final Download download;
    private final DocumentSettings settings;

    DocumentController(
            Access access,
            Documents documents,
            AddDocument add,
            EditDocument edit,
            Contents contents,
            Download download,
            DocumentSettings settings) {
        this.access = access;
        this.documents = documents;
        this.add = add;
        this.edit = edit;
        this.contents = contents;
        this.download = download;
        this.settings = settings;
    }

    @GetMapping
    Page<Document> list(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID projectId, @ModelAttribute Listing listing) {
        return documents.list(access.require(actor, ProjectPermission.PROJECT_VIEW, projectId), listing);
    }

    /** A link. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    ResponseEntity<Document> add(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID projectId,
            @RequestBody AddDocument.NewLink wanted) {
        return tagged(HttpStatus.CREATED, add.link(actor, projectId, wanted));
    }

    /**
     * The bytes of a file: 201 where it is new, 200 where it replaces the file of that name, or was there already. With
     * {@code If-None-Match: *} it replaces nothing (409).
     */
    @PutMapping("/file")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(responseCode = "200", description = "Replaced, or there already", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "A new document", useReturnTypeSchema = true)
    ResponseEntity<Document> put(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID projectId,
            @RequestParam(defaultValue = "") String name,
            @RequestHeader(name = ContentDigest.HEADER, required = false) @Nullable String announced,
            @RequestHeader(name = HttpHeaders.IF_NONE_MATCH, required = false) @Nullable String anew,
            HttpServletRequest request)
            throws IOException {
        add.mayAdd(actor, projectId, request.getContentLengthLong());
        DocumentName wanted = new DocumentName(name);
        if (request.getContentLengthLong() > settings.largest().toBytes()) {
            throw Limited.tooLarge(settings.largest());
        }
        var digest = ContentDigest.read(announced);
        try (Received received = contents.receive(new Limited(request.getInputStream(), settings.largest()))) {
            ContentDigest.check(digest, received);
            contents.settle(received);
            AddDocument.Put put = add.file(actor, projectId, wanted, received, "*".equals(anew));
            return tagged(put.created() ? HttpStatus.CREATED : HttpStatus.OK, put.document());
        }
    }

    /** The bytes of a file, of a safe type, in part where a range is asked for; {@code download=1} saves what could be shown. */
    @GetMapping("/{documentId}/content")
    void content(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID projectId,
            @PathVariable UUID documentId,
            @RequestParam(name = "download", defaultValue = "0") String save,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        var grant = access.require(actor, ProjectPermission.PROJECT_VIEW, projectId);
        Documents.File file = documents.file(grant, documentId);
        download.send(
                new Download.Wanted(file.content(), file.mediaType(), file.name(), !save.equals("0")),
                request,
                response);
    }

    /** Another name, or another address of a link. */
    @PatchMapping("/{documentId}")
    ResponseEntity<Document> edit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID projectId,
            @PathVariable UUID documentId,
            @RequestBody DocumentChange change,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        return tagged(HttpStatus.OK, edit.edit(actor, projectId, documentId, change, IfMatch.revision(ifMatch)));
    }

    @DeleteMapping("/{documentId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@AuthenticationPrincipal Actor actor, @PathVariable UUID projectId, @PathVariable UUID documentId) {
        edit.delete(actor, projectId, documentId);
    }

    private static ResponseEntity<Document> tagged(HttpStatus status, Document document) {
        return IfMatch.tagged(status, document.revision(), document);
    }
}
