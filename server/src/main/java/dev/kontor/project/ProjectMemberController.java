package dev.kontor.project;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Person;
import dev.kontor.access.ProjectPermission;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.member.RemovalImpact.Loss;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who is chosen in a project: one by one, several at once, moved here from another. */
@RestController
@RequestMapping("/api/v1/projects/{projectId}")
class ProjectMemberController {
    private static final int MOST = 200;

    private final Access access;
    private final ProjectMembers members;
    private final ChooseMember choose;
    private final AddProjectMembers add;
    private final List<DropImpact> impacts;

    ProjectMemberController(
            Access access,
            ProjectMembers members,
            ChooseMember choose,
            AddProjectMembers add,
            List<DropImpact> impacts) {
        this.access = access;
        this.members = members;
        this.choose = choose;
        this.add = add;
        this.impacts = impacts;
    }

    /** One outcome for each of them, in the same order. */
    record Outcomes(List<AddProjectMembers.Outcome> outcomes) {}

    /** What they hold in the project, and lose where they do not see it in another way. */
    record DropTakes(List<Loss> takes) {}

    @GetMapping("/members")
    Page<ProjectMembers.Entry> list(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID projectId, @ModelAttribute Listing listing) {
        var grant = access.require(actor, ProjectPermission.PROJECT_VIEW, projectId);
        return members.list(grant, reach(grant), listing);
    }

    /** Who may be chosen; with {@code chosen} also those who are, for instance to name a lead. */
    @GetMapping("/candidates")
    Page<Person> candidates(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID projectId,
            @ModelAttribute Listing listing,
            @RequestParam(defaultValue = "false") boolean chosen) {
        var grant = access.require(actor, ProjectPermission.PROJECT_EDIT, projectId);
        return members.candidates(grant, reach(grant), listing, chosen);
    }

    /** Several at once; with {@code from} they leave that project in the same step. */
    @PostMapping("/members")
    Outcomes add(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID projectId,
            @RequestBody AddProjectMembers.Wanted wanted) {
        return new Outcomes(add.add(actor, projectId, wanted));
    }

    /** What taking these people off the project takes from them. */
    @GetMapping("/members/impact")
    DropTakes impact(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID projectId,
            @RequestParam(defaultValue = "") Set<UUID> users) {
        var grant = access.require(actor, ProjectPermission.PROJECT_EDIT, projectId);
        if (users.size() > MOST) {
            throw Refusal.TOO_LARGE.on("users", MOST + " members at once");
        }
        Reach reach = reach(grant);
        Set<UUID> seen = members.candidates(reach, projectId, users).keySet();
        return new DropTakes(impacts.stream()
                .flatMap(impact -> impact.ofDropping(reach.workspaceId(), projectId, seen).stream())
                .toList());
    }

    @PutMapping("/members/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void choose(@AuthenticationPrincipal Actor actor, @PathVariable UUID projectId, @PathVariable UUID userId) {
        choose.choose(actor, projectId, userId);
    }

    @DeleteMapping("/members/{userId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void drop(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID projectId,
            @PathVariable UUID userId,
            @RequestParam(required = false) @Nullable UUID handOverTo) {
        choose.drop(actor, projectId, userId, handOverTo);
    }

    private Reach reach(Grant<InProject> grant) {
        return access.reach(
                grant.actor(),
                WorkspacePermission.WORKSPACE_VIEW,
                grant.scope().standing().workspaceId());
    }
}
