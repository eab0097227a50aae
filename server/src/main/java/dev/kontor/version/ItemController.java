package dev.kontor.version;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import dev.kontor.access.Actor;
import dev.kontor.picture.Thumbnail;
import dev.kontor.picture.Thumbnails;
import dev.kontor.storage.Digest;
import dev.kontor.storage.Download;
import dev.kontor.version.Folders.Contained;
import dev.kontor.version.Folders.Counted;
import dev.kontor.version.Folders.Folder;
import dev.kontor.version.Items.WithContent;
import dev.kontor.web.IfMatch;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
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
import org.springframework.web.context.request.WebRequest;

/** What is in a dataset at a version, branch or draft ({@code draft-<number>}). Paths are query values. */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}/versions/{ref}")
class ItemController {
    private final Spots spots;
    private final Items items;
    private final Folders folders;
    private final Thumbnails thumbnails;
    private final Download download;

    ItemController(Spots spots, Items items, Folders folders, Thumbnails thumbnails, Download download) {
        this.spots = spots;
        this.items = items;
        this.folders = folders;
        this.thumbnails = thumbnails;
        this.download = download;
    }

    /** An item, and the paths before and after it; the revision is the ETag, for editing it in a draft. */
    record Shown(
            @JsonUnwrapped Item item,
            String revision,
            @Nullable String previous,
            @Nullable String next) {}

    /** In the order of paths, those that begin with a prefix. */
    @GetMapping("/items")
    Page<Item> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String prefix,
            Listing listing) {
        return items.list(spots.find(actor, datasetId, ref), ItemPath.prefix(prefix), listing);
    }

    /** The folders directly in a folder. */
    @GetMapping("/folders")
    Page<Folder> folders(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String prefix,
            Listing listing) {
        return folders.folders(spots.find(actor, datasetId, ref), ItemPath.folder(prefix), listing);
    }

    /** What is directly in a folder: folders first, then files, paged by one cursor. */
    @GetMapping("/folder")
    Contained folder(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String prefix,
            Listing listing) {
        return folders.contained(spots.find(actor, datasetId, ref), ItemPath.folder(prefix), listing);
    }

    /** The folders directly in a folder, with how many items are in each, counted up to 10,000. */
    @GetMapping("/folder-counts")
    Page<Counted> counts(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String prefix,
            Listing listing) {
        return folders.counted(spots.find(actor, datasetId, ref), ItemPath.folder(prefix), listing);
    }

    @GetMapping("/item")
    ResponseEntity<Shown> get(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String path) {
        var found = items.withNeighbours(spots.find(actor, datasetId, ref), new ItemPath(path));
        Shown shown = new Shown(
                found.item(),
                found.item().revision(),
                found.previous().orElse(null),
                found.next().orElse(null));
        return IfMatch.tagged(HttpStatus.OK, shown.revision(), shown);
    }

    /** The bytes, in part where a range is asked for; {@code download=1} saves what could be shown. */
    @GetMapping("/content")
    void content(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(name = "download", defaultValue = "0") String save,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Spot spot = spots.find(actor, datasetId, ref);
        ItemPath wanted = new ItemPath(path);
        WithContent found = items.withContent(spot, wanted);
        download.send(
                new Download.Wanted(found.content(), found.mediaType(), wanted.name(), !save.equals("0")),
                request,
                response);
    }

    /** A small upright picture, within a square of 128, 256 or 512 pixels. */
    @GetMapping("/thumbnail")
    @Nullable
    ResponseEntity<byte[]> thumbnail(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable String ref,
            @RequestParam(defaultValue = "") String path,
            @RequestParam(defaultValue = "256") int size,
            WebRequest request) {
        return thumbnail(items.get(spots.find(actor, datasetId, ref), new ItemPath(path)), size, request);
    }

    @Nullable
    ResponseEntity<byte[]> thumbnail(Item item, int size, WebRequest request) {
        int edge = Thumbnails.edge(size);
        if (request.checkNotModified("\"" + item.digest() + "-" + edge + "\"")) {
            return null;
        }
        Thumbnail thumbnail = thumbnails.get(new Digest(item.digest()), item.mediaType(), edge);
        return ResponseEntity.ok()
                .header("Cache-Control", "private, no-cache")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header("Content-Type", thumbnail.mediaType())
                .body(thumbnail.bytes());
    }
}
