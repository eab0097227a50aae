package dev.kontor.plan;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.kontor.plan.Purges.Purge;
import dev.kontor.workspace.Lives;
import dev.kontor.workspace.WorkspacePurging;
import dev.kontor.workspace.WorkspaceSettings;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;

/**
 * The jobs behind the lives of workspaces, once over all nodes. A purge goes on in a job of its own, so that it keeps nobody
 * else's warnings waiting; its projects are deleted by the one that empties the trash.
 */
@Component
class Clockwork {
    private static final Logger LOG = LoggerFactory.getLogger(Clockwork.class);

    private final PassTime time;
    private final Lives lives;
    private final Warnings warnings;
    private final Purges purges;
    private final FinishPurge finish;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Clockwork(
            PassTime time,
            Lives lives,
            Warnings warnings,
            Purges purges,
            FinishPurge finish,
            Clock clock,
            ApplicationEventPublisher events) {
        this.time = time;
        this.lives = lives;
        this.warnings = warnings;
        this.purges = purges;
        this.finish = finish;
        this.clock = clock;
        this.events = events;
    }

    @Configuration(proxyBeanMethods = false)
    static class Jobs {
        @Bean
        RecurringTask<Void> passingTime(Clockwork clockwork, WorkspaceSettings settings) {
            return Tasks.recurring("pass-time", FixedDelay.of(settings.sweep()))
                    .execute((task, context) -> clockwork.tick());
        }

        @Bean
        RecurringTask<Void> finishingPurges(Clockwork clockwork, WorkspaceSettings settings) {
            return Tasks.recurring("finish-purges", FixedDelay.of(settings.sweep()))
                    .execute((task, context) -> clockwork.finish());
        }
    }

    void tick() {
        time.watch();
        each(lives.changingByClock(clock.instant()), time::live);
        each(warnings.due(clock.instant()), time::warn);
        each(lives.toPurge(clock.instant()), time::purge);
    }

    void finish() {
        for (Purge purge : purges.withoutProjects()) {
            each(List.of(purge.workspaceId()), id -> {
                events.publishEvent(new WorkspacePurging(id, purge.begunAt(), purge.annotsBelow()));
                finish.finish(purge);
            });
        }
    }

    /** One that fails does not hold up the others; the next run tries it again. */
    private static void each(List<UUID> workspaces, Consumer<UUID> step) {
        for (UUID id : workspaces) {
            try {
                step.accept(id);
            } catch (RuntimeException e) {
                LOG.error("Time did not pass in workspace {}; the next run tries again", id, e);
            }
        }
    }
}
