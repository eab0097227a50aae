package dev.kontor.dataset;

import dev.kontor.access.Actor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Datasets that are open to every signed-in user, and how they come to be (T-03). */
@RestController
@RequestMapping("/api/v1")
class OpeningController {
    private final OpenDatasets list;
    private final OpenToEverybody opening;

    OpeningController(OpenDatasets list, OpenToEverybody opening) {
        this.list = list;
        this.opening = opening;
    }

    @GetMapping("/open-datasets")
    Page<OpenDataset> list(@AuthenticationPrincipal Actor actor, Listing listing) {
        return list.list(actor, listing);
    }

    @GetMapping("/datasets/{datasetId}/opening")
    Opening get(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId) {
        return opening.get(actor, datasetId);
    }

    /** Asks a workspace admin to open it; by one of them, or where a setting waives that, it is open at once. */
    @PutMapping("/datasets/{datasetId}/opening")
    Opening ask(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId) {
        return opening.ask(actor, datasetId);
    }

    @PostMapping("/datasets/{datasetId}/opening/confirmation")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void confirm(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId) {
        opening.confirm(actor, datasetId);
    }

    /** Rejects the request, or takes it back. */
    @DeleteMapping("/datasets/{datasetId}/opening")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId) {
        opening.end(actor, datasetId);
    }
}
