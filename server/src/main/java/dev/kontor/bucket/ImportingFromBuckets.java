package dev.kontor.bucket;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.kontor.bucket.RunBucketImport.Next;
import java.time.Instant;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job behind imports from buckets: once over all nodes, taken up again after a restart at the name where it was. */
@Configuration(proxyBeanMethods = false)
class ImportingFromBuckets {
    private static final TaskDescriptor<Void> IMPORT = TaskDescriptor.of("import-from-bucket");
    private static final int FAILURES = 5;

    @Bean
    CustomTask<Void> importingFromBucket(ObjectProvider<RunBucketImport> run, BucketSettings settings) {
        FixedDelay again = FixedDelay.of(settings.retry());
        return Tasks.custom(IMPORT).onFailureReschedule(again).execute((task, context) -> {
            UUID id = UUID.fromString(task.getId());
            if (context.getExecution().consecutiveFailures >= FAILURES) {
                run.getObject().giveUp(id);
                return new OnCompleteRemove<>();
            }
            Next next = Next.MORE;
            while (next == Next.MORE && !context.getSchedulerState().isShuttingDown()) {
                next = run.getObject()
                        .step(id, () -> context.getSchedulerState().isShuttingDown());
            }
            return next == Next.END ? new OnCompleteRemove<>() : new OnCompleteReschedule<>(again);
        });
    }

    @Bean
    Later importLater(ObjectProvider<Scheduler> scheduler) {
        return id ->
                scheduler.getObject().schedule(IMPORT.instance(id.toString()).build(), Instant.now());
    }

    /** Hands an import to the job, in the transaction that begins it. */
    @FunctionalInterface
    interface Later {
        void run(UUID importId);
    }
}
