package dev.kontor.plan;

import static dev.kontor.access.WorkspacePermission.WORKSPACE_OWN;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.identity.BrowserOnly;
import dev.kontor.web.Refusal;
import dev.kontor.workspace.Ending;
import dev.kontor.workspace.Life;
import dev.kontor.workspace.Lives;
import dev.kontor.workspace.Lives.Living;
import dev.kontor.workspace.Plan;
import dev.kontor.workspace.WorkspaceSettings;
import java.text.Normalizer;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * the workspace owner switches to the Enterprise plan, deletes the workspace, restores it. Alone in the
 * workspace: what the clock does comes before it or after it, and finds what it left.
 */
@Component
class ChangePlan {
    private final Access access;
    private final Lives lives;
    private final Warnings warnings;
    private final WorkspaceSettings periods;
    private final Clock clock;
    private final Audit audit;

    ChangePlan(Access access, Lives lives, Warnings warnings, WorkspaceSettings periods, Clock clock, Audit audit) {
        this.access = access;
        this.lives = lives;
        this.warnings = warnings;
        this.periods = periods;
        this.clock = clock;
        this.audit = audit;
    }

    @Transactional
    public void switchTo(Actor actor, UUID workspaceId, Plan wanted) {
        Living before = own(actor, workspaceId);
        if (wanted == Plan.TRIAL) {
            throw Refusal.NO_WAY_BACK_TO_TRIAL.refused();
        }
        lives.put(workspaceId, before.life().switched());
        Optional<Ending> calledOff = before.life().ending();
        AuditEvent switched = event(before, AuditKind.WORKSPACE_PLAN_SWITCHED)
                .with("before", before.life().state())
                .with(
                        "warned",
                        calledOff.filter(end -> warnings.any(workspaceId, end)).isPresent());
        audit.record(actor, until(switched, calledOff));
    }

    /** @param typed the workspace's name */
    @Transactional
    public void delete(Actor actor, UUID workspaceId, String typed) {
        Living before = own(actor, workspaceId);
        BrowserOnly.check(actor);
        if (!Normalizer.normalize(typed, Normalizer.Form.NFC).strip().equals(before.name())) {
            throw Refusal.WORKSPACE_NAME_NOT_CONFIRMED.refused(before.name());
        }
        Life after = before.life().deletionScheduled(clock.instant(), periods);
        lives.put(workspaceId, after);
        audit.record(
                actor,
                event(before, AuditKind.WORKSPACE_DELETION_SCHEDULED)
                        .with("until", after.ending().orElseThrow().deadline()));
    }

    @Transactional
    public void restore(Actor actor, UUID workspaceId) {
        Living before = own(actor, workspaceId);
        Life after = before.life().restored(clock.instant(), periods);
        lives.put(workspaceId, after);
        AuditEvent restored = event(before, AuditKind.WORKSPACE_RESTORED).with("state", after.state());
        audit.record(actor, until(restored, after.ending()));
    }

    private static AuditEvent until(AuditEvent event, Optional<Ending> ending) {
        return ending.map(end -> event.with("until", end.deadline())).orElse(event);
    }

    private Living own(Actor actor, UUID workspaceId) {
        access.toNarrowFacts(actor, WORKSPACE_OWN, workspaceId);
        return lives.find(workspaceId).orElseThrow(Refusal.NOT_FOUND::refused);
    }

    static AuditEvent event(Living living, AuditKind kind) {
        return AuditEvent.inWorkspace(living.id(), kind, "workspace", living.id(), living.name());
    }
}
