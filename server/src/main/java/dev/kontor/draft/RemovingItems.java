package dev.kontor.draft;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.kontor.background.LongWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job behind large deletions: until nothing is left. */
@Configuration(proxyBeanMethods = false)
class RemovingItems {
    static final TaskDescriptor<Void> REMOVE = TaskDescriptor.of("remove-items");

    @Bean
    CustomTask<Void> removingLeavingItems(LongWork work, ObjectProvider<LeavingItems> leaving) {
        return work.taskAside(
                REMOVE,
                LongWork.AGAIN,
                new LongWork.Steps(
                        (id, ending) -> LongWork.Next.of(leaving.getObject().step(id)), null));
    }
}
