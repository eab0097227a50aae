package dev.kontor.derivation;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job behind derivations: once over all nodes, taken up again after a restart. */
@Configuration(proxyBeanMethods = false)
class DerivingDatasets {
    private static final TaskDescriptor<Void> DERIVE = TaskDescriptor.of("derive-dataset");
    private static final int FAILURES = 5;
    private static final FixedDelay AGAIN = FixedDelay.of(Duration.ofMinutes(1));

    @Bean
    CustomTask<Void> derivingDataset(ObjectProvider<StartDerivation> steps) {
        return Tasks.custom(DERIVE).onFailureReschedule(AGAIN).execute((task, context) -> {
            UUID id = UUID.fromString(task.getId());
            if (context.getExecution().consecutiveFailures >= FAILURES) {
                steps.getObject().giveUp(id);
                return new OnCompleteRemove<>();
            }
            boolean more = true;
            while (more && !context.getSchedulerState().isShuttingDown()) {
                more = steps.getObject().step(id);
            }
            return more ? new OnCompleteReschedule<>(AGAIN) : new OnCompleteRemove<>();
        });
    }

    @Bean
    Later deriveLater(ObjectProvider<Scheduler> scheduler) {
        return id ->
                scheduler.getObject().schedule(DERIVE.instance(id.toString()).build(), Instant.now());
    }

    /** Hands a derivation to the job, in the transaction that begins it. */
    @FunctionalInterface
    interface Later {
        void run(UUID derivationId);
    }
}
