package dev.kontor.identity;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes away sessions that have ended and attempts that count no more, once over all nodes. */
@Configuration(proxyBeanMethods = false)
class Sweeping {
    @Bean
    RecurringTask<Void> sweepSessions(Sessions sessions, Attempts attempts, PasswordResets resets) {
        return Tasks.recurring("sweep-sessions", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> {
                    sessions.sweep();
                    attempts.sweep();
                    resets.sweep();
                });
    }
}
