package dev.kontor.organization;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.OrganizationPermission;
import dev.kontor.access.Person;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Whose people an organization sees, and who sees its own; given and withdrawn by the one that is seen (O-04). */
@RestController
@RequestMapping("/api/v1/organizations/{organizationId}/workforce-access")
class WorkforceAccessController {
    private static final OrganizationPermission ADMINISTER = OrganizationPermission.ORGANIZATION_ADMINISTER;

    private final Access access;
    private final SeenOrganizations seen;
    private final WorkforceAccess workforceAccess;

    WorkforceAccessController(Access access, SeenOrganizations seen, WorkforceAccess workforceAccess) {
        this.access = access;
        this.seen = seen;
        this.workforceAccess = workforceAccess;
    }

    /** Organizations that can be named without a code, because the administrator knows of them anyway. */
    record Options(List<Person.Organization> organizations) {}

    @GetMapping
    Page<SeenOrganizations.Entry> list(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @RequestParam(defaultValue = "SEEN_BY") SeenOrganizations.Direction direction,
            @ModelAttribute Listing listing) {
        return seen.list(access.require(actor, ADMINISTER, organizationId), direction, listing);
    }

    @GetMapping("/options")
    Options options(@AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId) {
        return new Options(seen.known(access.require(actor, ADMINISTER, organizationId)));
    }

    /** Lets another organization see one's people, from the next request on. */
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Person.Organization grant(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID organizationId,
            @RequestBody WorkforceAccess.Wanted wanted) {
        return workforceAccess.grant(actor, organizationId, wanted);
    }

    /** Hides one's people from another organization. Ends no membership. */
    @DeleteMapping("/{seerId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void withdraw(@AuthenticationPrincipal Actor actor, @PathVariable UUID organizationId, @PathVariable UUID seerId) {
        workforceAccess.withdraw(actor, organizationId, seerId);
    }
}
