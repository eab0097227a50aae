package dev.kontor.usage;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.usage.MonthlyUsages.OfWorkspace;
import dev.kontor.web.Csv;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * What is billed: what workspaces used by calendar months in UTC, from when on they are metered. Of a workspace for its
 * admins, of all that an organization owns for its administrators (C-05).
 */
@RestController
@RequestMapping("/api/v1")
class MonthlyUsageController {
    private static final int AT_ONCE = 200;

    private final Access access;
    private final MonthlyUsages months;

    MonthlyUsageController(Access access, MonthlyUsages months) {
        this.access = access;
        this.months = months;
    }

    /** The newest month first; the present one so far. */
    @GetMapping("/workspaces/{workspaceId}/monthly-usage")
    Page<MonthlyUsage> ofWorkspace(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @ModelAttribute Listing listing) {
        return months.list(admin(actor, workspaceId), listing);
    }

    /** All months as CSV, one line each. */
    @GetMapping(path = "/workspaces/{workspaceId}/monthly-usage/export", produces = "text/csv")
    ResponseEntity<String> exportOfWorkspace(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId) {
        Grant<InWorkspace> grant = admin(actor, workspaceId);
        return Csv.file("monthly-usage", MonthlyUsage.class, all(listing -> months.list(grant, listing)));
    }

    /**
     * The workspaces that the organization owns, by name, with what each used in a month, and the plan on which it ended.
     *
     * @param month as {@code 2026-11}; the present one if not said
     */
    @GetMapping("/organizations/{organizationId}/monthly-usage")
    Page<OfWorkspace> ofOrganization(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @RequestParam(required = false) @Nullable YearMonth month,
            @ModelAttribute Listing listing) {
        return months.list(administrator(actor, organizationId), first(month), listing);
    }

    /** The same as CSV, one line for each workspace. */
    @GetMapping(path = "/organizations/{organizationId}/monthly-usage/export", produces = "text/csv")
    ResponseEntity<String> exportOfOrganization(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @RequestParam(required = false) @Nullable YearMonth month) {
        Grant<InOrganization> grant = administrator(actor, organizationId);
        return Csv.file("monthly-usage", OfWorkspace.class, all(listing -> months.list(grant, first(month), listing)));
    }

    private static @Nullable LocalDate first(@Nullable YearMonth month) {
        if (month != null && (month.getYear() < 1970 || month.getYear() > 9999)) {
            throw Refusal.UNACCEPTABLE.on("month", "A month is of a year between 1970 and 9999.");
        }
        return month == null ? null : month.atDay(1);
    }

    private static <T> List<T> all(Function<Listing, Page<T>> pages) {
        List<T> all = new ArrayList<>();
        String next = null;
        do {
            Page<T> page = pages.apply(new Listing(AT_ONCE, next, null, null));
            all.addAll(page.items());
            next = page.next();
        } while (next != null);
        return all;
    }

    private Grant<InWorkspace> admin(Actor actor, UUID workspaceId) {
        return access.require(actor, WorkspacePermission.WORKSPACE_EDIT, workspaceId);
    }

    private Grant<InOrganization> administrator(Actor actor, UUID organizationId) {
        return access.require(actor, OrganizationPermission.ORGANIZATION_ADMINISTER, organizationId);
    }
}
