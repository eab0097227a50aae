package dev.kontor.exchange;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.kontor.background.LongWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job behind imports. */
@Configuration(proxyBeanMethods = false)
class ImportingLabels {
    static final TaskDescriptor<Void> IMPORT = TaskDescriptor.of("import-labels");

    @Bean
    CustomTask<Void> labelImport(LongWork work, ObjectProvider<StartImport> steps) {
        return work.task(
                IMPORT,
                LongWork.AGAIN,
                new LongWork.Steps(
                        (id, ending) -> LongWork.Next.of(steps.getObject().step(id)),
                        id -> steps.getObject().giveUp(id)));
    }
}
