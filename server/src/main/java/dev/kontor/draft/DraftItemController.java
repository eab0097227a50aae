package dev.kontor.draft;

import dev.kontor.access.Actor;
import dev.kontor.storage.ContentDigest;
import dev.kontor.storage.Contents;
import dev.kontor.storage.Digest;
import dev.kontor.storage.Received;
import dev.kontor.version.Item;
import dev.kontor.version.ItemPath;
import dev.kontor.version.Items;
import dev.kontor.version.Spots;
import dev.kontor.web.IfMatch;
import dev.kontor.web.Refused;
import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
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

/** Items of a draft: put one by one or in batches, edited, removed. They are read like those of a version. */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}/drafts/{number}")
class DraftItemController {
    private final StageItems stage;
    private final PutItem put;
    private final PutBatch putBatch;
    private final EditItem edit;
    private final BatchReader batches;
    private final Contents contents;
    private final Spots spots;
    private final Items items;

    DraftItemController(
            StageItems stage,
            PutItem put,
            PutBatch putBatch,
            EditItem edit,
            BatchReader batches,
            Contents contents,
            Spots spots,
            Items items) {
        this.stage = stage;
        this.put = put;
        this.putBatch = putBatch;
        this.edit = edit;
        this.batches = batches;
        this.contents = contents;
        this.spots = spots;
        this.items = items;
    }

    record Entries(List<Entry> items) {}

    /** The parts of a batch with bytes: what the items are, and a file for each, in the same order. */
    record Parts(
            List<Entry> items,

            @ArraySchema(schema = @Schema(type = "string", format = "binary"))
            List<String> file) {}

    /** One outcome for each item, in the same order. */
    record Outcomes(List<Outcome> outcomes) {}

    /** The item as it is now, and what the catalog does not know of its labels; the revision is the ETag. */
    record Edited(Item item, String revision, List<String> unknown) {}

    /** Up to 1,000 items whose contents are known. */
    @PostMapping(path = "/items", consumes = MediaType.APPLICATION_JSON_VALUE)
    Outcomes known(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @RequestBody Entries entries) {
        Batch batch = Batch.of(BatchReader.checked(entries.items()));
        // not together with others: with a key for doing it once, it belongs to a transaction around it
        return new Outcomes(stage.stage(actor, datasetId, number, batch));
    }

    /** Up to 1,000 items or 64 MiB with their bytes: a part {@code items}, then a part {@code file} for each. */
    @PostMapping(path = "/items", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content = @Content(mediaType = "multipart/form-data", schema = @Schema(implementation = Parts.class)))
    Outcomes sent(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            HttpServletRequest request)
            throws IOException {
        PutItem.Target target = new PutItem.Target(actor, datasetId, number);
        long declared = BatchReader.declared(request);
        put.mayReceive(target, declared);
        try (Batch batch = batches.read(request)) {
            return new Outcomes(putBatch.put(target, batch));
        } catch (Refused wrong) {
            throw refused(target, declared, wrong);
        }
    }

    /** The bytes of one item, of any size; {@code Content-Digest} is checked where it is sent. */
    @PutMapping("/item")
    @io.swagger.v3.oas.annotations.parameters.RequestBody(
            required = true,
            content =
                    @Content(
                            mediaType = "application/octet-stream",
                            schema = @Schema(type = "string", format = "binary")))
    Item put(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String path,
            @RequestHeader(name = ContentDigest.HEADER, required = false) @Nullable String announced,
            HttpServletRequest request)
            throws IOException {
        PutItem.Target target = new PutItem.Target(actor, datasetId, number);
        long declared = request.getContentLengthLong();
        if (!contents.small(declared)) {
            put.mayReceive(target, declared);
        }
        try {
            return received(target, path, announced, request);
        } catch (Refused wrong) {
            throw refused(target, declared, wrong);
        }
    }

    /** Who may not is told that, whatever else is wrong. */
    private Refused refused(PutItem.Target target, long declared, Refused wrong) {
        put.mayPut(target, declared);
        return wrong;
    }

    private Item received(PutItem.Target target, String path, @Nullable String announced, HttpServletRequest request)
            throws IOException {
        ItemPath wanted = new ItemPath(path);
        Optional<Digest> digest = ContentDigest.read(announced);
        try (Received received = contents.receive(request.getInputStream())) {
            ContentDigest.check(digest, received);
            if (request.getContentLengthLong() < 0) {
                put.mayPut(target, received.size());
            }
            contents.settle(received);
            return put.put(target, new PutItem.Sent(wanted, received));
        }
    }

    /** Labels and metadata: absent stays, null clears. With {@code If-Match}, 412 where somebody changed it meanwhile. */
    @PatchMapping("/item")
    ResponseEntity<Edited> edit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String path,
            @RequestBody EditItem.Wanted wanted,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        EditItem.At at = new EditItem.At(datasetId, number, path);
        List<String> unknown = edit.edit(actor, at, wanted, IfMatch.text(ifMatch));
        Item item = items.get(spots.find(actor, datasetId, at.ref()), at.itemPath());
        return IfMatch.tagged(HttpStatus.OK, item.revision(), new Edited(item, item.revision(), unknown));
    }

    @DeleteMapping("/item")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @RequestParam(defaultValue = "") String path) {
        edit.remove(actor, new EditItem.At(datasetId, number, path));
    }
}
