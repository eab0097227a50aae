package dev.kontor.project;

import static dev.kontor.access.ProjectPermission.PROJECT_EDIT;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.audit.AuditKind;
import dev.kontor.project.ProjectMembers.Candidate;
import dev.kontor.web.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * C-10, K-08: chooses several members at once, or moves them here from another project of the workspace. Each has an
 * outcome of their own; who cannot come here stays where they are.
 */
@Component
class AddProjectMembers {
    private static final int MOST = 200;

    private final Access access;
    private final ProjectMembers members;
    private final ChooseMember choose;

    AddProjectMembers(Access access, ProjectMembers members, ChooseMember choose) {
        this.access = access;
        this.members = members;
        this.choose = choose;
    }

    /**
     * Who is wanted here.
     *
     * @param from the project that they leave; where it is absent, they leave none
     * @param handOverTo whom what they own there passes to; the workspace owner where nobody is named (O-02)
     */
    record Wanted(
            List<UUID> users, @Nullable UUID from, @Nullable UUID handOverTo) {
        Wanted {
            if (users.isEmpty() || users.size() > MOST) {
                throw Refusal.UNACCEPTABLE.on("users", "Between 1 and " + MOST + " members are added at once.");
            }
            users = List.copyOf(users);
        }
    }

    enum Result {
        ADDED,
        MOVED,
        ALREADY_MEMBER,
        REFUSED
    }

    /** What became of one of them. */
    record Outcome(
            UUID userId,
            Result outcome,
            @Nullable String code,
            @Nullable String detail) {
        private static Outcome of(UUID userId, Result result) {
            return new Outcome(userId, result, null, null);
        }

        private static Outcome refused(UUID userId, Refusal refusal) {
            return new Outcome(
                    userId, Result.REFUSED, refusal.code(), refusal.refused().detail());
        }
    }

    @Transactional
    public List<Outcome> add(Actor actor, UUID projectId, Wanted wanted) {
        var grant = access.toChangeFacts(actor, PROJECT_EDIT, projectId);
        Project.checkOpen(grant);
        Reach reach = access.reach(
                actor,
                WorkspacePermission.WORKSPACE_VIEW,
                grant.scope().standing().workspaceId());
        Set<UUID> users = new LinkedHashSet<>(wanted.users());
        Map<UUID, Candidate> candidates = members.candidates(reach, projectId, users);
        Set<UUID> leaving = wanted.from() == null ? Set.of() : leave(reach, candidates, wanted);
        List<Outcome> outcomes = new ArrayList<>();
        for (UUID user : users) {
            outcomes.add(come(grant, user, candidates.get(user), leaving.contains(user)));
        }
        return outcomes;
    }

    /** Those who can come here leave there; says who was a chosen member there. */
    private Set<UUID> leave(Reach reach, Map<UUID, Candidate> candidates, Wanted wanted) {
        UUID from = java.util.Objects.requireNonNull(wanted.from());
        var there = access.require(reach.actor(), PROJECT_EDIT, from);
        if (!there.scope().standing().workspaceId().equals(reach.workspaceId())) {
            throw Refusal.NOT_FOUND.refused();
        }
        List<Candidate> movable =
                candidates.values().stream().filter(Candidate::hasProject).toList();
        return choose.drop(there, reach, movable, wanted.handOverTo());
    }

    private Outcome come(Grant<InProject> grant, UUID user, @Nullable Candidate candidate, boolean left) {
        if (candidate == null) {
            return Outcome.refused(user, Refusal.UNKNOWN_MEMBER);
        }
        if (!candidate.hasProject()) {
            return Outcome.refused(user, Refusal.ORGANIZATION_LACKS_PROJECT);
        }
        boolean came = members.insert(grant.scope().standing().workspaceId(), grant.id(), user);
        if (came) {
            choose.record(grant, AuditKind.PROJECT_MEMBER_CHOSEN, candidate);
        }
        return Outcome.of(user, left ? Result.MOVED : came ? Result.ADDED : Result.ALREADY_MEMBER);
    }
}
