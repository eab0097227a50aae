package dev.kontor.member;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who owns a workspace: to whom it may be passed on, and passing it on. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspaceId}/ownership")
class OwnershipController {
    private final Access access;
    private final OwnershipCandidates candidates;
    private final TransferOwnership transfer;

    OwnershipController(Access access, OwnershipCandidates candidates, TransferOwnership transfer) {
        this.access = access;
        this.candidates = candidates;
        this.transfer = transfer;
    }

    /** Unlocked members from the owning organization, by name, less the owner. */
    @GetMapping("/candidates")
    Page<Person> candidates(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @ModelAttribute Listing listing) {
        Reach reach = access.reach(actor, WorkspacePermission.WORKSPACE_OWN, workspaceId);
        return candidates.list(reach, listing);
    }

    /** Asks for the owner's password; not possible with an access key. The former owner stays ADMIN. */
    @PutMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transfer(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @RequestBody TransferOwnership.Wanted wanted,
            HttpServletRequest request) {
        transfer.transfer(actor, workspaceId, wanted, request.getRemoteAddr());
    }
}
