package dev.kontor.inference;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.inference.Reservations.View;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/**
 * Files reserved for inferring labels, against the plan's quota (A-12, O-20): by whoever may change the dataset, since it is
 * its labels that are inferred. Those of a whole workspace are for its admins.
 */
@RestController
@RequestMapping("/api/v1")
class InferenceController {
    private final Access access;
    private final Reservations reservations;
    private final ReserveInference reserve;

    InferenceController(Access access, Reservations reservations, ReserveInference reserve) {
        this.access = access;
        this.reservations = reservations;
        this.reserve = reserve;
    }

    /** @param files how many labels are to be inferred for */
    record Wanted(int files) {}

    /** @param inferred how many of them were inferred so far, those told before among them */
    record Told(int inferred) {}

    /** Refused with 409 {@code quota-exceeded} where the plan has not so many left. */
    @PostMapping("/datasets/{datasetId}/inference-reservations")
    @ResponseStatus(HttpStatus.CREATED)
    View reserve(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @RequestBody Wanted wanted) {
        return get(actor, datasetId, reserve.reserve(actor, datasetId, wanted.files()));
    }

    /** Newest first. */
    @GetMapping("/datasets/{datasetId}/inference-reservations")
    Page<View> list(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @ModelAttribute Listing listing) {
        return reservations.list(grant(actor, datasetId), listing);
    }

    @GetMapping("/datasets/{datasetId}/inference-reservations/{reservationId}")
    View get(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable UUID reservationId) {
        return reservations.view(grant(actor, datasetId), reservationId).orElseThrow(Refusal.NOT_FOUND::refused);
    }

    /** Says how many were inferred by now, and that it goes on: the reservation is held for another while. */
    @PatchMapping("/datasets/{datasetId}/inference-reservations/{reservationId}")
    View report(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable UUID reservationId,
            @RequestBody Told told) {
        reserve.report(actor, datasetId, reservationId, told.inferred());
        return get(actor, datasetId, reservationId);
    }

    /** Says how many were inferred in the end; the rest is given back. */
    @PostMapping("/datasets/{datasetId}/inference-reservations/{reservationId}/settlement")
    View settle(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @PathVariable UUID reservationId,
            @RequestBody Told told) {
        reserve.settle(actor, datasetId, reservationId, told.inferred());
        return get(actor, datasetId, reservationId);
    }

    /** Of all datasets, newest first. */
    @GetMapping("/workspaces/{workspaceId}/inference-reservations")
    Page<View> listAll(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @ModelAttribute Listing listing) {
        return reservations.listAll(access.require(actor, WorkspacePermission.WORKSPACE_EDIT, workspaceId), listing);
    }

    private Grant<InDataset> grant(Actor actor, UUID datasetId) {
        return access.require(actor, DatasetPermission.DATASET_CHANGE, datasetId);
    }
}
