package dev.kontor.organization;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes away registrations that nobody confirmed in time, and mailed links of what is over, once over all nodes. */
@Configuration(proxyBeanMethods = false)
class SweepRegistrations {
    @Bean
    RecurringTask<Void> sweepMailedLinks(MailedLinks links) {
        return Tasks.recurring("sweep-mailed-links", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> links.sweep());
    }

    @Bean
    RecurringTask<Void> sweepPendingRegistrations(PendingRegistrations registrations) {
        return Tasks.recurring("sweep-registrations", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> registrations.sweep());
    }
}
