package dev.kontor.audit;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.WorkspacePermission;
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

/** What happened in a workspace, for its admins; the one place where names are never hidden (O-05). */
@RestController
@RequestMapping("/api/v1/workspaces/{workspaceId}/activity")
class ActivityController {
    private final Access access;
    private final AuditEvents events;
    private final ActivityDays days;
    private final ExportActivity export;

    ActivityController(Access access, AuditEvents events, ActivityDays days, ExportActivity export) {
        this.access = access;
        this.events = events;
        this.days = days;
        this.export = export;
    }

    @GetMapping
    Page<Entry> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @ModelAttribute Listing listing,
            @ModelAttribute ActivityFilter filter) {
        return events.list(book(actor, workspaceId), filter, listing);
    }

    /** How much happened on each day of a time zone: the last 30 days, if {@code from} and {@code to} say no other. */
    @GetMapping("/days")
    Page<Day> days(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @ModelAttribute ActivityFilter filter,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "UTC") String zone) {
        return days.count(book(actor, workspaceId), new Wanted(filter, q), zone);
    }

    /** All of it as JSON lines, one event each, newest first. */
    @GetMapping(path = "/export", produces = JsonLines.MEDIA_TYPE)
    void export(
            Authentication authentication,
            @PathVariable UUID workspaceId,
            @ModelAttribute ActivityFilter filter,
            @RequestParam(required = false) @Nullable String q,
            HttpServletResponse response)
            throws IOException {
        var taken = AuditEvent.inWorkspace(workspaceId, AuditKind.ACTIVITY_EXPORTED, "activity", workspaceId, null);
        export.answer(authentication, actor -> book(actor, workspaceId), taken, new Wanted(filter, q), response);
    }

    private Logbook book(Actor actor, UUID workspaceId) {
        return Logbook.of(access.require(actor, WorkspacePermission.AUDIT_VIEW, workspaceId));
    }
}
