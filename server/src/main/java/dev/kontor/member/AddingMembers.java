package dev.kontor.member;

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

/** The job behind additions: once over all nodes, taken up again after a restart; waits while the workspace does (O-10). */
@Configuration(proxyBeanMethods = false)
class AddingMembers {
    private static final TaskDescriptor<Void> ADD = TaskDescriptor.of("add-members");
    private static final FixedDelay LATER = FixedDelay.of(Duration.ofMinutes(1));

    @Bean
    CustomTask<Void> addMembersOfOrganization(AddOrganization addOrganization) {
        return Tasks.custom(ADD).onFailureReschedule(LATER).execute((task, context) -> {
            UUID id = UUID.fromString(task.getId());
            AddOrganization.Next next = AddOrganization.Next.MORE;
            while (next == AddOrganization.Next.MORE
                    && !context.getSchedulerState().isShuttingDown()) {
                next = addOrganization.step(id);
            }
            return next == AddOrganization.Next.NOTHING ? new OnCompleteRemove<>() : new OnCompleteReschedule<>(LATER);
        });
    }

    @Bean
    Later addLater(ObjectProvider<Scheduler> scheduler) {
        return id -> scheduler.getObject().schedule(ADD.instance(id.toString()).build(), Instant.now());
    }

    /** Hands an addition to the job, in the transaction that begins it. */
    @FunctionalInterface
    interface Later {
        void run(UUID additionId);
    }
}
