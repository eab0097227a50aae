package dev.kontor.storage;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;

/** The jobs that keep the store tidy, each once over all nodes. */
@Configuration(proxyBeanMethods = false)
class SweepJobs {
    private static final Duration RARELY = Duration.ofDays(1);
    private static final Logger LOG = LoggerFactory.getLogger(SweepJobs.class);

    private final StoreMarks marks;

    SweepJobs(StoreMarks marks) {
        this.marks = marks;
    }

    /** Before another installation comes to the store. */
    @EventListener(ApplicationReadyEvent.class)
    void mark() {
        try {
            marks.ours();
        } catch (IOException | RuntimeException later) {
            LOG.warn("Whose the store is will be looked at before it is swept: {}", later.getMessage());
        }
    }

    private interface Sweeping {
        void run() throws IOException;
    }

    /** What was let go of. */
    @Bean
    RecurringTask<Void> sweepLooseContents(SweepContents sweep, StorageSettings settings) {
        return task("sweep-loose-contents", settings.sweep(), sweep::sweep);
    }

    /** Files that never came to be contents, because their upload was refused or broke off: reads the whole folder. */
    @Bean
    RecurringTask<Void> sweepFiles(Contents contents) {
        return task("sweep-contents", RARELY, contents::sweep);
    }

    /** Takes nothing away from another installation's store. */
    private RecurringTask<Void> task(String name, Duration pause, Sweeping sweeping) {
        return Tasks.recurring(name, FixedDelay.of(pause)).execute((task, context) -> {
            try {
                if (marks.ours()) {
                    sweeping.run();
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
