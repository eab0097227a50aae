package dev.kontor.draft;

import static dev.kontor.web.Refusal.*;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.branch.RefName;
import dev.kontor.storage.Digest;
import dev.kontor.version.Ref;
import dev.kontor.version.Version;
import dev.kontor.web.Description;
import dev.kontor.web.IfMatch;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;

/** Drafts of a dataset: one per branch; all of it needs the level EDITOR. */
@RestController
@RequestMapping("/api/v1/datasets/{datasetId}/drafts")
class DraftController {
    private final Access access;
    private final Drafts drafts;
    private final Changes changes;
    private final SentContents sent;
    private final OpenDraft open;
    private final DiscardDraft discard;
    private final SetCatalog setCatalog;
    private final CommitDraft commit;

    DraftController(
            Access access,
            Drafts drafts,
            Changes changes,
            SentContents sent,
            OpenDraft open,
            DiscardDraft discard,
            SetCatalog setCatalog,
            CommitDraft commit) {
        this.access = access;
        this.drafts = drafts;
        this.changes = changes;
        this.sent = sent;
        this.open = open;
        this.discard = discard;
        this.setCatalog = setCatalog;
        this.commit = commit;
    }

    record NewDraft(@Nullable String branch) {}

    /** @param tag a name for the version; none if absent */
    record Message(Description message, @Nullable RefName tag) {}

    record Digests(List<Digest> digests) {}

    record Known(Set<Digest> known) {}

    /** 201 with a new one, 200 with the one that is open. */
    @ApiResponse(responseCode = "200", description = "The draft that is open already", useReturnTypeSchema = true)
    @ApiResponse(responseCode = "201", description = "A new draft", useReturnTypeSchema = true)
    @PostMapping
    ResponseEntity<Draft> open(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @RequestBody NewDraft wanted) {
        String branch = wanted.branch() == null ? Ref.MAIN : wanted.branch();
        OpenDraft.Opened opened = open.open(actor, datasetId, branch);
        return ResponseEntity.status(opened.before() ? HttpStatus.OK : HttpStatus.CREATED)
                .body(opened.draft());
    }

    @GetMapping
    Page<Draft> list(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId) {
        return new Page<>(drafts.list(changing(actor, datasetId)), null);
    }

    @GetMapping("/{number}")
    Draft get(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable long number) {
        return find(changing(actor, datasetId), number);
    }

    @DeleteMapping("/{number}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void discard(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable long number) {
        discard.discard(actor, datasetId, number);
    }

    /** In the order of paths. */
    @GetMapping("/{number}/changes")
    Page<Changes.Change> changes(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            Listing listing) {
        return changes.list(drafts.delta(changing(actor, datasetId), number).orElseThrow(NOT_FOUND::refused), listing);
    }

    /** Of up to 1,000 digests those whose bytes need not be sent: sent before by the actor, or readable here. */
    @PostMapping("/{number}/known")
    Known known(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @RequestBody Digests asked) {
        if (asked.digests().size() > Batch.MOST) {
            throw TOO_LARGE.on("digests", Batch.MOST + " digests");
        }
        Grant<InDataset> grant = changing(actor, datasetId);
        if (!drafts.open(grant, number)) {
            throw NO_DRAFT.refused();
        }
        return new Known(sent.known(grant, asked.digests()));
    }

    @PutMapping("/{number}/catalog")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void setCatalog(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @RequestBody JsonNode catalog,
            @RequestHeader(name = "If-Match", required = false) @Nullable String ifMatch) {
        setCatalog.set(actor, datasetId, number, catalog, IfMatch.text(ifMatch));
    }

    /** 409 where nothing changed, or where somebody else committed first. */
    @PostMapping("/{number}/commit")
    @ResponseStatus(HttpStatus.CREATED)
    Version commit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable long number,
            @RequestBody Message message) {
        if (message.message().text().isEmpty()) {
            throw BAD_TEXT.on("message", "A version has a message.");
        }
        return commit.commit(
                actor,
                datasetId,
                number,
                new CommitDraft.Wanted(message.message().text(), message.tag()));
    }

    private Draft find(Grant<InDataset> grant, long number) {
        return drafts.find(grant, number).orElseThrow(NOT_FOUND::refused);
    }

    private Grant<InDataset> changing(Actor actor, UUID datasetId) {
        return access.require(actor, DatasetPermission.DATASET_CHANGE, datasetId);
    }
}
