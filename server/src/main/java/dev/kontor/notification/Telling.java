package dev.kontor.notification;

import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.kontor.audit.Recorded;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hears of every event in its own transaction and puts those into the outbox that somebody is to be told of; tells them
 * right after the commit, or, where this node died in between, on schedule from any node.
 */
@Component
class Telling implements DisposableBean {
    private static final Logger LOG = LoggerFactory.getLogger(Telling.class);

    private final UntoldEvents untold;
    private final Teller teller;
    private final Soon soon = new Soon("telling", this::tellAll);

    Telling(UntoldEvents untold, Teller teller) {
        this.untold = untold;
        this.teller = teller;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Recorded recorded) {
        List<UUID> concerning = recorded.entries().stream()
                .filter(entry -> Notice.concerns(entry.kind()))
                .map(Recorded.Entry::id)
                .toList();
        if (!concerning.isEmpty()) {
            untold.insert(concerning);
            soon.afterCommit(Duration.ZERO);
        }
    }

    void tellAll() {
        boolean more = true;
        while (more) {
            try {
                more = teller.tellNext();
            } catch (Teller.Failed e) {
                LOG.error("Event {} could not be told; it is tried again later", e.eventId(), e);
                untold.failed(e.eventId());
            }
        }
    }

    @Override
    public void destroy() {
        soon.close();
    }

    @Configuration(proxyBeanMethods = false)
    static class Schedule {
        @Bean
        RecurringTask<Void> tellEvents(Telling telling) {
            return Tasks.recurring("tell-events", FixedDelay.of(Duration.ofSeconds(15)))
                    .execute((task, context) -> telling.tellAll());
        }
    }
}
