package dev.kontor.bucket;

import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.kontor.background.LongWork;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The job behind imports from buckets, which goes on at the name where it was. */
@Configuration(proxyBeanMethods = false)
class ImportingFromBuckets {
    static final TaskDescriptor<Void> IMPORT = TaskDescriptor.of("import-from-bucket");

    @Bean
    CustomTask<Void> importingFromBucket(LongWork work, ObjectProvider<RunBucketImport> run, BucketSettings settings) {
        return work.task(
                IMPORT,
                settings.retry(),
                new LongWork.Steps(
                        (id, ending) -> run.getObject().step(id, ending),
                        id -> run.getObject().giveUp(id)));
    }
}
