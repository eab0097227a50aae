package dev.kontor.workspace;

import static dev.kontor.access.WorkspaceState.DEACTIVATED;
import static dev.kontor.access.WorkspaceState.DELETION_SCHEDULED;
import static dev.kontor.access.WorkspaceState.ENTERPRISE;
import static dev.kontor.access.WorkspaceState.PURGED;
import static dev.kontor.access.WorkspaceState.TRIAL;

import dev.kontor.access.WorkspaceState;
import dev.kontor.web.Refusal;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a workspace stands in its life, and every way from one state to another. Whether a purge may run is
 * also a matter of its warnings (O-07), which are not in here.
 *
 * @param deactivatedAt when the trial was found to be over; there only where the clock did it
 * @param purgeAt when what is in it goes, or all of it where it is to be deleted
 * @param purgedAt since when nothing but what A-15 lists is left; there until it switches to a plan again
 * @param deletedAt since when it is gone for good
 */
public record Life(
        Plan plan,
        WorkspaceState state,
        @Nullable Instant trialEndsAt,
        @Nullable Instant deactivatedAt,
        @Nullable Instant purgeAt,
        @Nullable Instant purgedAt,
        @Nullable Instant deletedAt) {

    /** any time, also when the trial is over, after a purge, and while it is to be deleted: who pays keeps all. */
    public Life switched() {
        if (state == ENTERPRISE) {
            throw Refusal.PLAN_ALREADY_HELD.refused();
        }
        return new Life(Plan.ENTERPRISE, ENTERPRISE, null, null, null, null, null);
    }

    /** from any state. */
    public Life deletionScheduled(Instant now, WorkspaceSettings periods) {
        if (state == DELETION_SCHEDULED) {
            throw Refusal.DELETION_SCHEDULED_ALREADY.refused();
        }
        return new Life(plan, DELETION_SCHEDULED, trialEndsAt, null, now.plus(periods.grace()), purgedAt, null);
    }

    /** back to the plan's state by the clock, with the full time where that is the state before a purge. */
    public Life restored(Instant now, WorkspaceSettings periods) {
        if (state != DELETION_SCHEDULED) {
            throw Refusal.NO_DELETION_SCHEDULED.refused();
        }
        if (plan == Plan.ENTERPRISE) {
            return new Life(plan, ENTERPRISE, null, null, null, null, null);
        }
        if (purgedAt != null) {
            return new Life(plan, PURGED, trialEndsAt, null, null, purgedAt, null);
        }
        return trialOver(now) ? deactivated(now, periods) : new Life(plan, TRIAL, trialEndsAt, null, null, null, null);
    }

    /**
     * What the clock makes of it, short of a purge: a trial ends, and goes on where the clock had been wrong and was
     * set back before the moment in which it ended.
     */
    public Life byClock(Instant now, WorkspaceSettings periods) {
        if (state == TRIAL && trialOver(now)) {
            return deactivated(now, periods);
        }
        boolean clockSetBack = deactivatedAt != null && now.isBefore(deactivatedAt) && !trialOver(now);
        return state == DEACTIVATED && clockSetBack ? new Life(plan, TRIAL, trialEndsAt, null, null, null, null) : this;
    }

    /** whether its time has come, as far as the clock is asked. */
    public boolean purgeDue(Instant now) {
        return (state == DEACTIVATED || state == DELETION_SCHEDULED) && purgeAt != null && !now.isBefore(purgeAt);
    }

    /** what was in it goes; A-16: all of it. */
    public Life purged(Instant now) {
        return switch (state) {
            case DEACTIVATED -> new Life(plan, PURGED, trialEndsAt, null, null, now, null);
            case DELETION_SCHEDULED -> new Life(plan, PURGED, trialEndsAt, null, null, now, now);
            default -> throw new IllegalStateException("Nothing is purged that is " + state);
        };
    }

    /** When this state ends by itself, and which end that is. */
    public Optional<Ending> ending() {
        return switch (state) {
            case TRIAL -> at(Ending.Kind.TRIAL, trialEndsAt);
            case DEACTIVATED -> at(Ending.Kind.PURGE, purgeAt);
            case DELETION_SCHEDULED -> at(Ending.Kind.DELETION, purgeAt);
            case ENTERPRISE, PURGED -> Optional.empty();
        };
    }

    private static Optional<Ending> at(Ending.Kind kind, @Nullable Instant deadline) {
        return Optional.ofNullable(deadline).map(at -> new Ending(kind, at));
    }

    private boolean trialOver(Instant now) {
        return trialEndsAt == null || !now.isBefore(trialEndsAt);
    }

    private Life deactivated(Instant now, WorkspaceSettings periods) {
        return new Life(plan, DEACTIVATED, trialEndsAt, now, now.plus(periods.purge()), null, null);
    }
}
