package dev.kontor.exchange;

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

/** The job behind imports: once over all nodes, taken up again after a restart. */
@Configuration(proxyBeanMethods = false)
class ImportingLabels {
    private static final TaskDescriptor<Void> IMPORT = TaskDescriptor.of("import-labels");
    private static final int FAILURES = 5;
    private static final FixedDelay AGAIN = FixedDelay.of(Duration.ofMinutes(1));
    /** Small ones are read by the request that brings them, unless its node ends. */
    private static final Duration LEFT_ALONE = Duration.ofMinutes(2);

    @Bean
    CustomTask<Void> labelImport(ObjectProvider<StartImport> steps) {
        return Tasks.custom(IMPORT).onFailureReschedule(AGAIN).execute((task, context) -> {
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
    Later importLabelsLater(ObjectProvider<Scheduler> scheduler) {
        return (id, small) -> scheduler
                .getObject()
                .schedule(
                        IMPORT.instance(id.toString()).build(), Instant.now().plus(small ? LEFT_ALONE : Duration.ZERO));
    }

    /** Hands an import to the job, in the transaction that begins it. */
    @FunctionalInterface
    interface Later {
        void run(UUID importId, boolean small);
    }
}
