package dev.kontor.usage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Ends the months of workspaces, once over all nodes, and notes down who is active. What is stored is metered without it:
 * it keeps reading cheap, however many projects lie idle.
 */
@Component
class CountMonths {
    /** An event may be committed long after the moment that it tells of. */
    private static final Duration LATE = Duration.ofDays(1);

    private final Months months;
    private final Clock clock;
    private final TransactionTemplate transaction;

    CountMonths(Months months, Clock clock, TransactionTemplate transaction) {
        this.months = months;
        this.clock = clock;
        this.transaction = transaction;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> countingMonths(CountMonths count, MonthSettings settings) {
            return Tasks.recurring("count-months", FixedDelay.of(settings.every()))
                    .execute((task, context) -> count.all(context == null ? null : context.getExecution().lastSuccess));
        }
    }

    /** @param last when it was done last; all that is in the log is looked at if it never was */
    void all(@Nullable Instant last) {
        boolean more = true;
        while (more) {
            more = Boolean.TRUE.equals(transaction.execute(status -> months.end()));
        }
        Instant now = clock.instant();
        Instant since = last == null ? Instant.EPOCH : (last.isBefore(now) ? last : now).minus(LATE);
        transaction.executeWithoutResult(status -> {
            months.addUp();
            months.noteActive(since);
        });
    }
}
