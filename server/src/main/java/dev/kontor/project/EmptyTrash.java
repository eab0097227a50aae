package dev.kontor.project;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.kontor.project.TrashedProjects.Place;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * O-13: purges what was in the trash for long enough, once over all nodes. Begun, a purge is finished by this run or,
 * where that was cut off, by the next one: every step may be done again.
 */
@Component
class EmptyTrash {
    private static final Logger LOG = LoggerFactory.getLogger(EmptyTrash.class);

    private final TrashedProjects trashed;
    private final PurgeProject purge;
    private final ApplicationEventPublisher events;

    EmptyTrash(TrashedProjects trashed, PurgeProject purge, ApplicationEventPublisher events) {
        this.trashed = trashed;
        this.purge = purge;
        this.events = events;
    }

    @Configuration(proxyBeanMethods = false)
    static class Job {
        @Bean
        RecurringTask<Void> purgeProjects(EmptyTrash trash, ProjectSettings settings) {
            return Tasks.recurring("purge-projects", FixedDelay.of(settings.sweep()))
                    .execute((task, context) -> trash.empty());
        }
    }

    void empty() {
        trashed.toPurge().forEach(this::purge);
    }

    /** One that cannot be purged does not hold up the others. */
    private void purge(Place place) {
        try {
            purge.begin(place);
            events.publishEvent(new ProjectPurging(place.workspaceId(), place.projectId()));
            purge.finish(place.projectId());
        } catch (RuntimeException e) {
            LOG.error("The purge of project {} was cut off; the next run goes on with it", place.projectId(), e);
        }
    }
}
