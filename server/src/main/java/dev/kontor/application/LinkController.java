package dev.kontor.application;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Person;
import dev.kontor.identity.SignIn;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Inviting to a dataset: by picking, by address, by link; and following a link (T-12). */
@RestController
@RequestMapping("/api/v1")
class LinkController {
    private final Access access;
    private final Links links;
    private final Invitees invitees;
    private final MakeLink make;
    private final InviteToDataset invite;
    private final FollowLink follow;
    private final SignIn signIn;
    private final TransactionTemplate transaction;

    LinkController(
            Access access,
            Links links,
            Invitees invitees,
            MakeLink make,
            InviteToDataset invite,
            FollowLink follow,
            SignIn signIn,
            TransactionTemplate transaction) {
        this.access = access;
        this.links = links;
        this.invitees = invitees;
        this.make = make;
        this.invite = invite;
        this.follow = follow;
        this.signIn = signIn;
        this.transaction = transaction;
    }

    /** One for each person and address. */
    record Outcomes(List<InviteToDataset.Outcome> outcomes) {}

    /** Where the link led; HELD and GRANTED: the dataset can be opened. Nothing where the way on was mailed. */
    record Followed(
            AdmitToDataset.@Nullable Result result,
            @Nullable UUID workspaceId,
            @Nullable UUID datasetId) {}

    /** Members of the workspace whom one sees, and who can be invited. */
    @GetMapping("/datasets/{datasetId}/invitees")
    Page<Person> invitees(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, Listing listing) {
        return invitees.list(access.require(actor, DatasetPermission.DATASET_INVITE, datasetId), listing);
    }

    @PostMapping("/datasets/{datasetId}/invitations")
    Outcomes invite(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID datasetId,
            @RequestBody InviteToDataset.Wanted wanted) {
        return new Outcomes(invite.invite(actor, datasetId, wanted));
    }

    @GetMapping("/datasets/{datasetId}/links")
    Page<Link.View> list(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, Listing listing) {
        return links.list(access.require(actor, DatasetPermission.DATASET_INVITE, datasetId), listing);
    }

    @PostMapping("/datasets/{datasetId}/links")
    @ResponseStatus(HttpStatus.CREATED)
    MakeLink.Made make(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @RequestBody MakeLink.Wanted wanted) {
        return make.make(actor, datasetId, wanted);
    }

    @DeleteMapping("/datasets/{datasetId}/links/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void revoke(@AuthenticationPrincipal Actor actor, @PathVariable UUID datasetId, @PathVariable UUID id) {
        make.revoke(actor, datasetId, id);
    }

    /** For the signed-in and the signed-out; links that are over are 404 like unknown ones. */
    @GetMapping("/dataset-links/{token}")
    FollowLink.View view(@PathVariable String token, @AuthenticationPrincipal @Nullable Actor actor) {
        return follow.view(token, actor);
    }

    /**
     * Whoever made an account on the way is signed in. Where a mail server is set, the signed-out who follow the link of an
     * address that can be copied are answered 202, whoever they are: the way on is mailed to that address.
     */
    @PostMapping("/dataset-links/{token}/application")
    ResponseEntity<Followed> follow(
            @PathVariable String token,
            @AuthenticationPrincipal @Nullable Actor actor,
            @RequestBody FollowLink.Following following,
            HttpServletRequest request,
            HttpServletResponse response) {
        if (follow.isMailed(token, actor, request.getRemoteAddr())) {
            return ResponseEntity.status(HttpStatus.ACCEPTED).body(new Followed(null, null, null));
        }
        FollowLink.Followed followed = follow.follow(token, actor, following);
        if (followed.enters()) {
            transaction.executeWithoutResult(status -> signIn.start(followed.user(), request, response));
        }
        return ResponseEntity.ok(new Followed(
                followed.result(),
                followed.offer().workspaceId(),
                followed.offer().datasetId()));
    }
}
