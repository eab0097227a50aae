package dev.kontor.plan;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.access.WorkspaceState;
import dev.kontor.web.Refusal;
import dev.kontor.workspace.Life;
import dev.kontor.workspace.Lives;
import dev.kontor.workspace.Plan;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** A workspace's plan, where it stands in its life, and what its owner does about it. */
@RestController
@RequestMapping("/api/v1/workspaces/{workspaceId}")
class PlanController {
    private final Access access;
    private final Lives lives;
    private final Warnings warnings;
    private final ChangePlan change;

    PlanController(Access access, Lives lives, Warnings warnings, ChangePlan change) {
        this.access = access;
        this.lives = lives;
        this.warnings = warnings;
        this.change = change;
    }

    /**
     * Where a workspace stands.
     *
     * @param trialEndsAt when a trial ends; {@code purgeAt} when a deactivated workspace is purged, or a dying one deleted
     * @param purgedAt since when nothing but what A-15 lists is left of it
     * @param warnings those that went out before the present end, newest first, for who edits the workspace (O-07)
     */
    record View(
            Plan plan,
            WorkspaceState state,
            @Nullable Instant trialEndsAt,
            @Nullable Instant purgeAt,
            @Nullable Instant purgedAt,
            List<Warnings.Sent> warnings,
            List<String> can) {}

    record Wanted(Plan plan) {}

    @GetMapping("/plan")
    View get(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId) {
        return view(access.require(actor, WorkspacePermission.WORKSPACE_VIEW, workspaceId));
    }

    /** the workspace owner switches to the Enterprise plan, whatever became of the workspace; never back. */
    @PutMapping("/plan")
    View switchTo(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @RequestBody Wanted wanted) {
        change.switchTo(actor, workspaceId, wanted.plan());
        return get(actor, workspaceId);
    }

    /** the workspace owner types its name; until the date that the plan then says it can be restored. */
    @DeleteMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(
            @AuthenticationPrincipal Actor actor,
            @PathVariable UUID workspaceId,
            @RequestParam(defaultValue = "") String name) {
        change.delete(actor, workspaceId, name);
    }

    /** takes a deletion back. */
    @PostMapping("/restoration")
    View restore(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId) {
        change.restore(actor, workspaceId);
        return get(actor, workspaceId);
    }

    private View view(Grant<InWorkspace> grant) {
        Life life =
                lives.find(grant.id()).orElseThrow(Refusal.NOT_FOUND::refused).life();
        boolean edits = WorkspacePermission.WORKSPACE_EDIT.heldBy(grant.roles());
        return new View(
                life.plan(),
                life.state(),
                life.trialEndsAt(),
                life.purgeAt(),
                life.purgedAt(),
                edits
                        ? life.ending()
                                .map(ending -> warnings.sent(grant, ending))
                                .orElse(List.of())
                        : List.of(),
                can(grant, life));
    }

    private static List<String> can(Grant<InWorkspace> grant, Life life) {
        List<String> can = new ArrayList<>();
        if (WorkspacePermission.WORKSPACE_OWN.heldBy(grant.roles())
                && grant.actor().carries(WorkspacePermission.WORKSPACE_OWN)) {
            if (life.state() != WorkspaceState.ENTERPRISE) {
                can.add("PLAN_SWITCH");
            }
            boolean dying = life.state() == WorkspaceState.DELETION_SCHEDULED;
            if (dying || grant.actor().key().isEmpty()) {
                can.add(dying ? "WORKSPACE_RESTORE" : "WORKSPACE_DELETE");
            }
        }
        return can;
    }
}
