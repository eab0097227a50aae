package dev.kontor.statistic;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** counts the present day, in UTC, once over all nodes; some hundred workspaces in a transaction. */
@Component
class CountDays {
    private static final UUID FIRST = new UUID(0, 0);

    private final Snapshots snapshots;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CountDays(Snapshots snapshots, Clock clock, TransactionTemplate transaction) {
        this.snapshots = snapshots;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> countingDays(CountDays count, StatisticSettings settings) {
            return Tasks.recurring("count-days", FixedDelay.of(settings.every()))
                    .execute((task, context) -> count.all());
        }
    }

    void all() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        List<UUID> next = snapshots.after(FIRST);
        while (!next.isEmpty()) {
            List<UUID> these = next;
            transaction.executeWithoutResult(status -> count(these, today));
            next = snapshots.after(these.getLast());
        }
    }

    void count(List<UUID> workspaces, LocalDate today) {
        snapshots.projects(workspaces, today);
        snapshots.workspaces(workspaces, today);
        snapshots.activity(workspaces, today.minusDays(1));
        snapshots.activity(workspaces, today);
    }
}
