package dev.kontor.derivation;

import dev.kontor.access.Actor;
import dev.kontor.derivation.Derivation.Source;
import dev.kontor.derivation.Derivation.State;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
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
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Datasets made by filtering, merging and duplicating versions (section 7): what fits, starting, how far it is, cancelling. */
@RestController
@RequestMapping("/api/v1")
class DerivationController {
    private final FindMatches matches;
    private final Derivations derivations;
    private final StartDerivation start;

    DerivationController(FindMatches matches, Derivations derivations, StartDerivation start) {
        this.matches = matches;
        this.derivations = derivations;
        this.start = start;
    }

    /** {@code datasetId} is the new dataset; null where the job ended without one, {@code detail} says why. */
    record View(
            UUID id,
            UUID workspaceId,
            @Nullable UUID datasetId,
            String name,
            List<Source> sources,
            State state,
            @Nullable String reason,
            @Nullable String detail,
            long total,
            long handled,
            long taken,
            Instant startedAt,
            @Nullable Instant endedAt,
            List<String> can) {}

    record Question(@Nullable Where where) {}

    /** How many items of a version fit, and the first twelve of them; 422 where that takes too long. */
    @PostMapping("/datasets/{datasetId}/versions/{ref}/matches")
    FindMatches.Matches matches(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable String ref,
            @RequestBody Question question) {
        if (question.where() != null) {
            question.where().check();
        }
        return matches.find(actor, datasetId, ref, DeriveDataset.fits(question.where()));
    }

    /**
     * Makes what comes of up to 20,000 items before the answer: where it is refused, nothing is left of it. Of more, what takes
     * longer than a second goes on in the background.
     */
    @PostMapping("/projects/{projectId}/derivations")
    @ResponseStatus(HttpStatus.CREATED)
    View start(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID projectId,
            @RequestBody DeriveDataset.Wanted wanted) {
        return get(actor, start.start(actor, projectId, wanted));
    }

    /** One's own, newest first; of one new dataset where that is said. */
    @GetMapping("/me/derivations")
    Page<View> list(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(required = false) @Nullable UUID dataset,
            @ModelAttribute Listing listing) {
        return derivations.list(actor, dataset, listing).map(DerivationController::view);
    }

    @GetMapping("/me/derivations/{derivationId}")
    View get(@AuthenticationPrincipal Actor actor, @PathVariable UUID derivationId) {
        return view(derivations.find(actor, derivationId).orElseThrow(Refusal.NOT_FOUND::refused));
    }

    /** The unfinished dataset goes. One that is done already stays. */
    @DeleteMapping("/me/derivations/{derivationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@AuthenticationPrincipal Actor actor, @PathVariable UUID derivationId) {
        start.cancel(actor, derivationId);
    }

    private static View view(Derivation d) {
        return new View(
                d.id(),
                d.workspaceId(),
                d.datasetId(),
                d.name(),
                d.sources(),
                d.state(),
                d.reason(),
                d.detail(),
                d.total(),
                d.handled(),
                d.taken(),
                d.startedAt(),
                d.endedAt(),
                d.state() == State.RUNNING ? List.of("DERIVATION_CANCEL") : List.of());
    }
}
