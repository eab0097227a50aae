package dev.kontor.invitation;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Whom administrators are asked to bring into their organization (M-07); they answer by inviting the address to it. */
@RestController
class BringInController {
    private final Access access;
    private final BringIns bringIns;

    BringInController(Access access, BringIns bringIns) {
        this.access = access;
        this.bringIns = bringIns;
    }

    @GetMapping("/api/v1/organizations/{organizationId}/bring-ins")
    Page<BringIns.Entry> list(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId, @ModelAttribute Listing listing) {
        return bringIns.list(
                access.require(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId), listing);
    }
}
