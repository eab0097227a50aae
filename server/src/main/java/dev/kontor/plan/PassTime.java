package dev.kontor.plan;

import dev.kontor.access.Locks;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditKind;
import dev.kontor.workspace.Ending;
import dev.kontor.workspace.Life;
import dev.kontor.workspace.Lives;
import dev.kontor.workspace.Lives.Living;
import dev.kontor.workspace.WorkspacePurgeBegun;
import dev.kontor.workspace.WorkspaceSettings;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the clock does to one workspace, each a transaction alone in it: whoever switched to a plan, or restored it, before
 * that keeps everything. Done again, or by two nodes at once, it finds nothing more to do.
 */
@Component
class PassTime {
    private final Locks locks;
    private final Lives lives;
    private final Warnings warnings;
    private final Purges purges;
    private final WorkspaceSettings settings;
    private final Clock clock;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    PassTime(
            Locks locks,
            Lives lives,
            Warnings warnings,
            Purges purges,
            WorkspaceSettings settings,
            Clock clock,
            Audit audit,
            ApplicationEventPublisher events) {
        this.locks = locks;
        this.lives = lives;
        this.warnings = warnings;
        this.purges = purges;
        this.settings = settings;
        this.clock = clock;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void watch() {
        warnings.watch(clock.instant());
    }

    /** the end of a trial. */
    @Transactional
    public void live(UUID workspaceId) {
        Living living = alone(workspaceId).orElse(null);
        if (living == null) {
            return;
        }
        Life after = living.life().byClock(clock.instant(), settings);
        if (after.equals(living.life())) {
            return;
        }
        lives.put(workspaceId, after);
        boolean ended = after.purgeAt() != null;
        audit.record(
                living.owner(),
                ChangePlan.event(living, ended ? AuditKind.WORKSPACE_DEACTIVATED : AuditKind.WORKSPACE_REACTIVATED)
                        .with(
                                "until",
                                Objects.requireNonNull(
                                        ended ? after.purgeAt() : living.life().purgeAt())));
    }

    /** O-07: one warning, whatever is due; one that is overtaken by a later one is not told of any more. */
    @Transactional
    public void warn(UUID workspaceId) {
        Living living = alone(workspaceId).orElse(null);
        if (living == null || living.life().ending().isEmpty()) {
            return;
        }
        Ending ending = living.life().ending().get();
        Instant now = clock.instant();
        List<Duration> fresh = settings.warnings().stream()
                .filter(lead -> !now.isBefore(ending.deadline().minus(lead)))
                .filter(lead -> warnings.insert(workspaceId, ending, lead, now))
                .toList();
        if (!fresh.isEmpty()) {
            audit.record(
                    living.owner(),
                    ChangePlan.event(living, AuditKind.WORKSPACE_WARNED)
                            .with("ending", ending.kind())
                            .with("deadline", ending.deadline())
                            .with("lead", fresh.getLast().toString()));
        }
    }

    /** the transaction with which a purge begins; from then on nobody sees what goes. */
    @Transactional
    public void purge(UUID workspaceId) {
        Living living = alone(workspaceId).orElse(null);
        Instant now = clock.instant();
        if (living == null || !living.life().purgeDue(now) || !warned(living)) {
            return;
        }
        lives.put(workspaceId, living.life().purged(now));
        purges.begin(workspaceId, now);
        events.publishEvent(new WorkspacePurgeBegun(workspaceId));
        boolean deletes = living.life().ending().orElseThrow().kind() == Ending.Kind.DELETION;
        audit.record(
                living.owner(),
                ChangePlan.event(living, deletes ? AuditKind.WORKSPACE_DELETED : AuditKind.WORKSPACE_PURGED));
    }

    private boolean warned(Living living) {
        return living.life()
                .ending()
                .filter(ending -> warnings.rested(living.id(), ending))
                .isPresent();
    }

    private Optional<Living> alone(UUID workspaceId) {
        locks.alone(Locks.Scope.WORKSPACE, workspaceId);
        return lives.find(workspaceId);
    }
}
