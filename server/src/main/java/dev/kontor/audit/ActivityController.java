package dev.kontor.audit;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What happened in a workspace, for its admins; the one place where names are never hidden (O-05). */
@RestController
class ActivityController {
    private final Access access;
    private final AuditEvents events;

    ActivityController(Access access, AuditEvents events) {
        this.access = access;
        this.events = events;
    }

    @GetMapping("/api/v1/workspaces/{workspaceId}/activity")
    Page<AuditEvents.Entry> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @ModelAttribute Listing listing,
            @RequestParam(name = "actor", required = false) @Nullable UUID by,
            @RequestParam(required = false) @Nullable String kind) {
        var grant = access.require(actor, WorkspacePermission.AUDIT_VIEW, workspaceId);
        return events.list(grant, new AuditEvents.Wanted(listing, by, kind));
    }
}
