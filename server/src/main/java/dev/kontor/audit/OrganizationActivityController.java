package dev.kontor.audit;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.audit.ActivityDays.Day;
import dev.kontor.audit.AuditEvents.Entry;
import dev.kontor.audit.AuditEvents.Wanted;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What an organization's users did, wherever it was, for its administrators (C-07). What they did in other organizations'
 * workspaces shows actor, time, kind and workspace only.
 */
@RestController
@RequestMapping("/api/v1/organizations/{organizationId}/activity")
class OrganizationActivityController {
    private final Access access;
    private final AuditEvents events;
    private final ActivityDays days;
    private final ExportActivity export;

    OrganizationActivityController(Access access, AuditEvents events, ActivityDays days, ExportActivity export) {
        this.access = access;
        this.events = events;
        this.days = days;
        this.export = export;
    }

    @GetMapping
    Page<Entry> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @ModelAttribute Listing listing,
            @ModelAttribute ActivityFilter filter) {
        return events.list(book(actor, organizationId), filter, listing);
    }

    /** How much happened on each day of a time zone: the last 30 days, if {@code from} and {@code to} say no other. */
    @GetMapping("/days")
    Page<Day> days(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @ModelAttribute ActivityFilter filter,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "UTC") String zone) {
        return days.count(book(actor, organizationId), new Wanted(filter, q), zone);
    }

    /** All of it as JSON lines, one event each, newest first. */
    @GetMapping(path = "/export", produces = JsonLines.MEDIA_TYPE)
    void export(
            Authentication authentication,
            @PathVariable UUID organizationId,
            @ModelAttribute ActivityFilter filter,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response)
            throws IOException {
        var taken = AuditEvent.inOrganization(
                organizationId, AuditKind.ACTIVITY_EXPORTED, "activity", organizationId, null);
        export.answer(authentication, actor -> book(actor, organizationId), taken, new Wanted(filter, q), response);
    }

    private Logbook book(Actor actor, UUID organizationId) {
        return Logbook.ofUsers(access.require(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId));
    }
}
