package dev.kontor.member;

import static dev.kontor.access.WorkspacePermission.MEMBER_MANAGE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** K-11, M-08: adding all existing people of an organization: whom it would add, starting it, how far it is, cancelling. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspaceId}/members")
class AdditionController {
    private final Access access;
    private final Candidates candidates;
    private final MemberAdditions additions;
    private final StartAddition start;
    private final AddOrganization addOrganization;

    AdditionController(
            Access access,
            Candidates candidates,
            MemberAdditions additions,
            StartAddition start,
            AddOrganization addOrganization) {
        this.access = access;
        this.candidates = candidates;
        this.additions = additions;
        this.start = start;
        this.addOrganization = addOrganization;
    }

    /** {@code waiting}: the workspace is not writable, and the job goes on once it is (O-10). */
    record View(
            UUID id,
            Person.Organization organization,
            MemberAddition.State state,
            boolean waiting,
            @Nullable String reason,
            int total,
            int handled,
            int added,
            Instant startedAt,
            @Nullable Instant endedAt,
            List<String> can) {}

    /** People of an organization (one's own, if not said) who are no members yet; those once removed are added only by name. */
    @GetMapping("/candidates")
    Page<Candidates.Candidate> candidates(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @RequestParam(required = false) @Nullable UUID organization,
            @ModelAttribute Listing listing) {
        UUID whose = organization == null ? actor.organizationId() : organization;
        return candidates.list(seeing(actor, workspaceId, whose), whose, listing);
    }

    @GetMapping("/candidates/summary")
    Candidates.Summary summary(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @RequestParam(required = false) @Nullable UUID organization) {
        UUID whose = organization == null ? actor.organizationId() : organization;
        return candidates.summary(seeing(actor, workspaceId, whose), whose);
    }

    /** Starts; up to 200 people are added before the answer, more in the background. */
    @PostMapping("/additions")
    @ResponseStatus(HttpStatus.CREATED)
    View start(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @RequestBody AddOrganization.Wanted wanted) {
        return get(actor, workspaceId, start.start(actor, workspaceId, wanted));
    }

    /** One's own, newest first. */
    @GetMapping("/additions")
    Page<View> list(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @ModelAttribute Listing listing) {
        Reach reach = access.reach(actor, MEMBER_MANAGE, workspaceId);
        return additions.list(reach, listing).map(addition -> view(reach, addition));
    }

    @GetMapping("/additions/{id}")
    View get(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @PathVariable UUID id) {
        Reach reach = access.reach(actor, MEMBER_MANAGE, workspaceId);
        return view(reach, additions.find(reach, id).orElseThrow(Refusal.NOT_FOUND::refused));
    }

    /** Who was added so far stays. */
    @DeleteMapping("/additions/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void cancel(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @PathVariable UUID id) {
        addOrganization.cancel(actor, workspaceId, id);
    }

    private Reach seeing(Actor actor, UUID workspaceId, UUID organizationId) {
        Reach reach = access.reach(actor, MEMBER_MANAGE, workspaceId);
        if (!reach.sees(organizationId)) {
            throw Refusal.NOT_FOUND.refused();
        }
        return reach;
    }

    private static View view(Reach reach, MemberAddition a) {
        boolean running = a.state() == MemberAddition.State.RUNNING;
        return new View(
                a.id(),
                a.organization(),
                a.state(),
                running && !reach.standing().writable(),
                a.reason(),
                a.total(),
                a.handled(),
                a.added(),
                a.startedAt(),
                a.endedAt(),
                running ? List.of("MEMBER_ADDITION_CANCEL") : List.of());
    }
}
