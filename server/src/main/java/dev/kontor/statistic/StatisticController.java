package dev.kontor.statistic;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.web.Csv;
import dev.kontor.web.Refusal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Statistics of a workspace, for its admins: figures of days in UTC, as they were counted then. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspaceId}/statistics")
class StatisticController {
    private static final int USUAL = 90;
    private static final int MOST = 400;

    private final Access access;
    private final Days days;
    private final Clock clock;

    StatisticController(Access access, Days days, Clock clock) {
        this.access = access;
        this.days = days;
        this.clock = clock;
    }

    /**
     * Of up to 400 days, the last 90 if not asked otherwise.
     *
     * @param days each day that was counted, in their order
     * @param projects the largest 200, as they were on the last of these days
     * @param organizations the same
     */
    record View(List<Days.Day> days, List<Days.ProjectDay> projects, List<Days.OrganizationDay> organizations) {}

    @GetMapping
    @Transactional(readOnly = true)
    public View get(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        Grant<InWorkspace> grant = admin(actor, workspaceId);
        Span span = span(from, to);
        List<Days.Day> all = days.workspace(grant, span.from(), span.to());
        if (all.isEmpty()) {
            return new View(all, List.of(), List.of());
        }
        LocalDate last = all.getLast().day();
        return new View(all, days.largest(grant, last), days.organizations(grant, last, last, Optional.empty()));
    }

    record ProjectStatistics(List<Days.ProjectDay> days) {}

    /** One project over the same days, also one that is gone by now. */
    @GetMapping("/projects/{projectId}")
    @Transactional(readOnly = true)
    public ProjectStatistics project(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @PathVariable UUID projectId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        Grant<InWorkspace> grant = admin(actor, workspaceId);
        Span span = span(from, to);
        List<Days.ProjectDay> found = days.project(grant, span.from(), span.to(), projectId);
        if (found.isEmpty()) {
            throw Refusal.NOT_FOUND.refused();
        }
        return new ProjectStatistics(found);
    }

    record OrganizationStatistics(List<Days.OrganizationDay> days) {}

    /** One organization in the workspace over the same days, also one that is no collaborator any more. */
    @GetMapping("/organizations/{organizationId}")
    @Transactional(readOnly = true)
    public OrganizationStatistics organization(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @PathVariable UUID organizationId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        Grant<InWorkspace> grant = admin(actor, workspaceId);
        Span span = span(from, to);
        List<Days.OrganizationDay> found =
                days.organizations(grant, span.from(), span.to(), Optional.of(organizationId));
        if (found.isEmpty()) {
            throw Refusal.NOT_FOUND.refused();
        }
        return new OrganizationStatistics(found);
    }

    /** The days as CSV, one line each. */
    @GetMapping(path = "/export", produces = "text/csv")
    @Transactional(readOnly = true)
    public ResponseEntity<String> export(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @RequestParam(required = false) @Nullable LocalDate from,
            @RequestParam(required = false) @Nullable LocalDate to) {
        Grant<InWorkspace> grant = admin(actor, workspaceId);
        Span span = span(from, to);
        return Csv.file("statistics", Days.Day.class, days.workspace(grant, span.from(), span.to()));
    }

    private Grant<InWorkspace> admin(Actor actor, UUID workspaceId) {
        return access.require(actor, WorkspacePermission.WORKSPACE_EDIT, workspaceId);
    }

    private record Span(LocalDate from, LocalDate to) {}

    private Span span(@Nullable LocalDate from, @Nullable LocalDate to) {
        LocalDate last = to == null ? LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC) : to;
        LocalDate first = from == null ? last.minusDays(USUAL - 1L) : from;
        if (first.isBefore(last.minusDays(MOST - 1L))) {
            throw Refusal.UNACCEPTABLE.on("from", "At most " + MOST + " days are shown at once.");
        }
        return new Span(first, last);
    }
}
