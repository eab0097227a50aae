package dev.kontor.inference;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.kontor.access.Actor;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditKind;
import dev.kontor.workspace.WorkspaceDeleting;
import dev.kontor.workspace.WorkspacePurging;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** O-20: what was reserved and of which nothing more is heard is given back, by the clock and with a purge. */
@Component
class ExpireReservations {
    private final Reservations reservations;
    private final InferenceUses uses;
    private final Clock clock;
    private final Audit audit;
    private final TransactionTemplate transaction;

    ExpireReservations(
            Reservations reservations, InferenceUses uses, Clock clock, Audit audit, TransactionTemplate transaction) {
        this.reservations = reservations;
        this.uses = uses;
        this.clock = clock;
        this.audit = audit;
        this.transaction = transaction;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> expiringReservations(ExpireReservations expire, InferenceSettings settings) {
            return Tasks.recurring("expire-reservations", FixedDelay.of(settings.sweep()))
                    .execute((task, context) -> expire.all());
        }
    }

    void all() {
        for (Map.Entry<UUID, List<String>> overdue :
                reservations.overdue(clock.instant()).entrySet()) {
            for (String plan : overdue.getValue()) {
                transaction.executeWithoutResult(status -> expire(overdue.getKey(), plan));
            }
        }
    }

    /** Within a transaction. */
    void expire(UUID workspaceId, String plan) {
        if (uses.hold(workspaceId, plan).isEmpty()) {
            return;
        }
        Map<Reservation, Actor> expired = reservations.expire(workspaceId, plan, clock.instant());
        expired.forEach((reservation, maker) -> {
            uses.add(workspaceId, plan, 0, reservation.inferred() - reservation.files());
            audit.record(maker, reservation.event(AuditKind.INFERENCE_EXPIRED));
        });
    }

    /**
     * they tell of datasets that are gone. How many files were inferred is a figure, and stays. Who comes
     * again finds nothing to do, and writes nothing.
     */
    @EventListener
    void on(WorkspacePurging purging) {
        if (!reservations.exist(purging.workspaceId(), purging.begunAt())) {
            return;
        }
        transaction.executeWithoutResult(status -> {
            uses.holdAll(purging.workspaceId());
            reservations
                    .delete(purging.workspaceId(), purging.begunAt())
                    .forEach((plan, files) -> uses.add(purging.workspaceId(), plan, 0, -files));
        });
    }

    /** */
    @EventListener
    @Order(WorkspaceDeleting.BEFORE_MEMBERS)
    void on(WorkspaceDeleting deleting) {
        reservations.deleteAll(deleting.workspaceId());
        uses.deleteAll(deleting.workspaceId());
    }
}
