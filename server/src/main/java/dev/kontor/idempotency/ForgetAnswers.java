package dev.kontor.idempotency;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Takes away answers that are given no more, once over all nodes. */
@Configuration(proxyBeanMethods = false)
class ForgetAnswers {
    @Bean
    RecurringTask<Void> sweepKeptAnswers(KeptAnswers answers) {
        return Tasks.recurring("sweep-kept-answers", FixedDelay.of(Duration.ofHours(1)))
                .execute((task, context) -> answers.sweep());
    }
}
