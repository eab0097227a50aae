package dev.kontor.dataset;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.kontor.background.LongWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job behind datasets of which very many rows leave, told by the dataset: until nothing is left. */
@Configuration(proxyBeanMethods = false)
class RemovingRows {
    static final TaskDescriptor<Void> REMOVE = TaskDescriptor.of("remove-rows");

    @Bean
    CustomTask<Void> removingLeavingRows(LongWork work, ObjectProvider<LeavingRows> leaving) {
        return work.taskAside(
                REMOVE,
                LongWork.AGAIN,
                new LongWork.Steps(
                        (id, ending) -> LongWork.Next.of(leaving.getObject().step(id)), null));
    }
}
