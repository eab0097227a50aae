package dev.kontor.inference;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.ProjectPermission;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.inference.Reservations.View;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
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
 * its labels that are inferred. Those of a whole workspace are for its admins, those of a project for whoever manages it; they
 * end what nobody else ends.
 */
@RestController
@RequestMapping("/api/v1")
class InferenceController {
    private final Access access;
    private final Reservations reservations;
    private final ReserveInference reserve;
    private final EndReservation end;

    InferenceController(Access access, Reservations reservations, ReserveInference reserve, EndReservation end) {
        this.access = access;
        this.reservations = reservations;
        this.reserve = reserve;
        this.end = end;
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

    /** Ends anybody's: what was told counts, the rest is given back. Refused with 409 {@code reservation-closed} where it is over. */
    @DeleteMapping("/workspaces/{workspaceId}/inference-reservations/{reservationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endInWorkspace(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @PathVariable UUID reservationId) {
        end.inWorkspace(actor, workspaceId, reservationId);
    }

    /** Of the datasets in a project, newest first, for whoever manages it. */
    @GetMapping("/projects/{projectId}/inference-reservations")
    Page<View> listOfProject(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID projectId, @ModelAttribute Listing listing) {
        return reservations.listOfProject(access.require(actor, ProjectPermission.PROJECT_EDIT, projectId), listing);
    }

    /** The same of a reservation of a dataset in the project. */
    @DeleteMapping("/projects/{projectId}/inference-reservations/{reservationId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void endInProject(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID projectId, @PathVariable UUID reservationId) {
        end.inProject(actor, projectId, reservationId);
    }

    private Grant<InDataset> grant(Actor actor, UUID datasetId) {
        return access.require(actor, DatasetPermission.DATASET_CHANGE, datasetId);
    }
}
