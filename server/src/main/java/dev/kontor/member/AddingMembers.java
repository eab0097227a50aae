package dev.kontor.member;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.kontor.background.LongWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job behind additions, which waits while the workspace does (O-10). */
@Configuration(proxyBeanMethods = false)
class AddingMembers {
    static final TaskDescriptor<Void> ADD = TaskDescriptor.of("add-members");

    @Bean
    CustomTask<Void> addMembersOfOrganization(LongWork work, ObjectProvider<AddOrganization> add) {
        return work.task(
                ADD,
                LongWork.AGAIN,
                new LongWork.Steps((id, ending) -> add.getObject().step(id), null));
    }
}
