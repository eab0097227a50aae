package dev.kontor.organization;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The users of an organization, for its administrators (C-06). */
@RestController
@RequestMapping("/api/v1/organizations/{organizationId}/users")
class UserController {
    private final Access access;
    private final OrganizationUsers users;
    private final EditUser edit;
    private final OfferPasswordReset offerReset;
    private final RemoveUser remove;

    UserController(
            Access access, OrganizationUsers users, EditUser edit, OfferPasswordReset offerReset, RemoveUser remove) {
        this.access = access;
        this.users = users;
        this.edit = edit;
        this.offerReset = offerReset;
        this.remove = remove;
    }

    /** A one-time link to a new password, relative to this server; shown this once. */
    record ResetLink(String link, Instant expiresAt) {}

    @GetMapping
    Page<OrganizationUsers.Entry> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @ModelAttribute Listing listing,
            @RequestParam(required = false) UserListing.@Nullable State state) {
        var grant = access.require(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId);
        return users.list(grant, new UserListing(listing, state));
    }

    @GetMapping("/{userId}")
    OrganizationUsers.Entry get(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId, @PathVariable UUID userId) {
        var grant = access.require(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId);
        return users.find(grant, userId).orElseThrow(Refusal.NOT_FOUND::refused);
    }

    /** Gives or takes the office, locks or unlocks. What a lock ends, ends with the next request (C-06). */
    @PatchMapping("/{userId}")
    OrganizationUsers.Entry edit(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @PathVariable UUID userId,
            @RequestBody EditUser.Change change) {
        return edit.edit(actor, organizationId, userId, change);
    }

    /** For a colleague who cannot sign in; they are told by mail, where a mail server is set (O-06). */
    @PostMapping("/{userId}/password-reset")
    @ResponseStatus(HttpStatus.CREATED)
    ResetLink offerReset(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId, @PathVariable UUID userId) {
        var link = offerReset.offer(actor, organizationId, userId);
        return new ResetLink(link.path(), link.expiresAt());
    }

    /** For good: sessions, keys, memberships. What they own passes on, what they made stays (C-06, O-02). */
    @PostMapping("/{userId}/removal")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @PathVariable UUID userId,
            @RequestBody RemoveUser.Wanted wanted) {
        remove.remove(actor, organizationId, userId, wanted);
    }
}
