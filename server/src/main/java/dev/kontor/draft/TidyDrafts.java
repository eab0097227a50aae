package dev.kontor.draft;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.kontor.storage.StorageSettings;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * Lets go of what drafts leave behind: that somebody sent a content some days ago, after which nothing else may keep it,
 * and labels that no item has any more. What is in any draft or version is kept by that.
 */
@Component
class TidyDrafts {
    private final SentContents sent;
    private final LooseAnnots annots;
    private final StorageSettings settings;
    private final Clock clock;

    TidyDrafts(SentContents sent, LooseAnnots annots, StorageSettings settings, Clock clock) {
        this.sent = sent;
        this.annots = annots;
        this.settings = settings;
        this.clock = clock;
    }

    void tidy() {
        while (sent.forget(clock.instant().minus(settings.sent())) > 0) {
            // the next ones
        }
        annots.see();
        while (annots.next() > 0) {
            // the next ones
        }
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        /** Runs once over all nodes. */
        @Bean
        RecurringTask<Void> tidyDraftsTask(TidyDrafts tidy, StorageSettings settings) {
            return Tasks.recurring("tidy-drafts", FixedDelay.of(settings.sweep()))
                    .execute((task, context) -> tidy.tidy());
        }
    }
}
