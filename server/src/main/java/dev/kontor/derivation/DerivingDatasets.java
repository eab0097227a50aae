package dev.kontor.derivation;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.kontor.background.LongWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job behind derivations. */
@Configuration(proxyBeanMethods = false)
class DerivingDatasets {
    static final TaskDescriptor<Void> DERIVE = TaskDescriptor.of("derive-dataset");

    @Bean
    CustomTask<Void> derivingDataset(LongWork work, ObjectProvider<StartDerivation> steps) {
        return work.task(
                DERIVE,
                LongWork.AGAIN,
                new LongWork.Steps(
                        (id, ending) -> LongWork.Next.of(steps.getObject().step(id)),
                        id -> steps.getObject().giveUp(id)));
    }
}
