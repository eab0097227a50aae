package dev.kontor.acceptance;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** O-10: lets people in whose workspace is writable again, once over all nodes. */
@Configuration(proxyBeanMethods = false)
class Admitting {
    @Bean
    RecurringTask<Void> admitWaitingMembers(WaitingMembers waiting, AutomaticMembership automatic) {
        return Tasks.recurring("admit-waiting-members", FixedDelay.of(Duration.ofMinutes(1)))
                .execute((task, context) -> waiting.ready().forEach(automatic::admit));
    }
}
