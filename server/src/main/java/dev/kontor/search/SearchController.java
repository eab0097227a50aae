package dev.kontor.search;

import static dev.kontor.access.WorkspacePermission.MEMBER_MANAGE;
import static dev.kontor.access.WorkspacePermission.WORKSPACE_VIEW;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Permission;
import dev.kontor.access.ProjectPermission;
import dev.kontor.access.Reach;
import dev.kontor.access.Sights;
import dev.kontor.dataset.FoundDatasets;
import dev.kontor.member.FoundMembers;
import dev.kontor.project.FoundProjects;
import dev.kontor.web.Found;
import dev.kontor.web.Refusal;
import dev.kontor.web.Words;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Searching all that one sees by the beginnings of words. */
@RestController
class SearchController {
    private static final int MOST = 20;
    private static final int LONGEST = 200;

    private final Access access;
    private final FoundMembers people;
    private final FoundProjects projects;
    private final FoundDatasets datasets;

    SearchController(Access access, FoundMembers people, FoundProjects projects, FoundDatasets datasets) {
        this.access = access;
        this.people = people;
        this.projects = projects;
        this.datasets = datasets;
    }

    /** The first of each kind; where there are more, more words find them, or the list of that kind. */
    record Hits(Found<FoundMembers.Hit> people, Found<FoundProjects.Hit> projects, Found<FoundDatasets.Hit> datasets) {
        static final Hits NONE = new Hits(Found.nothing(), Found.nothing(), Found.nothing());
    }

    /**
     * People, projects and datasets whose name has, for each word of {@code q}, one that begins with it; people also by
     * the beginning of their address, where {@code q} has an @. In one workspace, or in all that one is a member of. People
     * are found by those who see members (M-01, M-03), projects and datasets by those who see them; a key finds the kinds
     * that it carries.
     *
     * @param limit of each kind, 1 to 20
     */
    @GetMapping("/api/v1/search")
    Hits search(
            @AuthenticationPrincipal Actor actor,
            @RequestParam(defaultValue = "") String q,
            @RequestParam(required = false) @Nullable UUID workspace,
            @RequestParam(defaultValue = "8") int limit) {
        Words words = words(q, limit);
        List<Reach> reaches = workspace == null
                ? access.reaches(actor, WORKSPACE_VIEW)
                : List.of(access.reach(actor, WORKSPACE_VIEW, workspace));
        if (words.isEmpty() || reaches.isEmpty()) {
            return Hits.NONE;
        }
        List<Reach> members = reaches.stream()
                .filter(reach -> MEMBER_MANAGE.heldBy(reach.standing().roles()))
                .toList();
        Sights sights = Sights.of(actor, reaches);
        return new Hits(
                carried(actor, MEMBER_MANAGE, () -> people.find(members, words, limit)),
                carried(actor, ProjectPermission.PROJECT_VIEW, () -> projects.find(sights, words, limit)),
                carried(actor, DatasetPermission.DATASET_PREVIEW, () -> datasets.find(sights, words, limit)));
    }

    private static Words words(String q, int limit) {
        if (q.length() > LONGEST) {
            throw Refusal.UNACCEPTABLE.on("q", "A search has at most " + LONGEST + " characters.");
        }
        if (limit < 1 || limit > MOST) {
            throw Refusal.UNACCEPTABLE.on("limit", "Of each kind between 1 and " + MOST + " are shown.");
        }
        return Words.of(q);
    }

    private static <T> Found<T> carried(Actor actor, Permission permission, Supplier<Found<T>> found) {
        return actor.carries(permission) ? found.get() : Found.nothing();
    }
}
