package dev.kontor.background;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.exceptions.TaskInstanceException;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.kontor.web.Busy;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Work in steps that goes on without whoever began it: once over all nodes, taken up again after a restart, tried again where
 * it fails or the database is busy. On each node only some of it runs at once, so that mails and warnings, which run beside
 * it, never wait for it. Whoever has had a turn gives way to who found no room.
 */
@Component
public class LongWork {
    public static final Duration AGAIN = Duration.ofMinutes(1);

    /** Half of the threads that the scheduler has. */
    static final int AT_ONCE = 5;

    private static final Logger LOG = LoggerFactory.getLogger(LongWork.class);
    private static final Duration TURN = Duration.ofSeconds(10);
    private static final int FAILURES = 5;
    private static final Duration SHORTLY = Duration.ofSeconds(2);
    private static final FixedDelay SOON = FixedDelay.of(SHORTLY);

    private final ObjectProvider<Scheduler> scheduler;
    private final Duration turn;
    private final Room shared = new Room(AT_ONCE);

    @Autowired
    LongWork(ObjectProvider<Scheduler> scheduler) {
        this(scheduler, TURN);
    }

    LongWork(ObjectProvider<Scheduler> scheduler, Duration turn) {
        this.scheduler = scheduler;
        this.turn = turn;
    }

    /** What there is to do after a step: more at once, more when some time has passed, nothing. */
    public enum Next {
        MORE,
        LATER,
        END;

        public static Next of(boolean more) {
            return more ? MORE : END;
        }
    }

    /**
     * What is done of one kind of work, told by its id.
     *
     * @param step the next of it; told whether the node is about to end
     * @param giveUp it fails again and again: then it ends, and whoever began it finds why; null where it may not end
     */
    public record Steps(
            BiFunction<UUID, BooleanSupplier, Next> step,
            @Nullable Consumer<UUID> giveUp) {}

    /** One kind of work; where it fails, or has to wait for something else than the database, it goes on after so long. */
    public CustomTask<Void> task(TaskDescriptor<Void> kind, Duration again, Steps steps) {
        return task(kind, again, steps, shared);
    }

    /** One at a time, beside all others: what nobody should wait for behind them. */
    public CustomTask<Void> taskAside(TaskDescriptor<Void> kind, Duration again, Steps steps) {
        return task(kind, again, steps, new Room(1));
    }

    private CustomTask<Void> task(TaskDescriptor<Void> kind, Duration again, Steps steps, Room room) {
        FixedDelay later = FixedDelay.of(again);
        return Tasks.custom(kind).onFailureReschedule(later).execute((task, context) -> {
            if (!room.places.tryAcquire()) {
                room.turnedAway.incrementAndGet();
                return LongWork::turnAway;
            }
            try {
                return run(UUID.fromString(task.getId()), context, steps, later, room);
            } finally {
                room.places.release();
            }
        });
    }

    /** Not done and not failed: what failed before it found no room is given up as if there had been some. */
    private static void turnAway(ExecutionComplete complete, ExecutionOperations<Void> operations) {
        Execution execution = complete.getExecution();
        Instant soon = SOON.getNextExecutionTime(complete);
        if (execution.consecutiveFailures == 0) {
            operations.reschedule(complete, soon);
            return;
        }
        // one is added, and none taken away, where it is said to have failed
        execution.consecutiveFailures--;
        Instant done = complete.getTimeDone();
        operations.reschedule(ExecutionComplete.failure(execution, done, done, null), soon);
    }

    private CompletionHandler<Void> run(UUID id, ExecutionContext context, Steps steps, FixedDelay later, Room room) {
        if (steps.giveUp() != null && context.getExecution().consecutiveFailures >= FAILURES) {
            steps.giveUp().accept(id);
            return new OnCompleteRemove<>();
        }
        BooleanSupplier ending = () -> context.getSchedulerState().isShuttingDown();
        long began = System.nanoTime();
        int before = room.turnedAway.get();
        try {
            Next next = Next.MORE;
            while (next == Next.MORE && !ending.getAsBoolean()) {
                next = steps.step().apply(id, ending);
                boolean over = System.nanoTime() - began >= turn.toNanos();
                if (next == Next.MORE && over && room.turnedAway.get() != before) {
                    // they came earlier, and come again before it
                    return new OnCompleteReschedule<>(SOON);
                }
            }
            return next == Next.END ? new OnCompleteRemove<>() : new OnCompleteReschedule<>(later);
        } catch (RuntimeException fault) {
            if (Busy.is(fault)) {
                return new OnCompleteReschedule<>(SOON);
            }
            throw fault;
        }
    }

    /**
     * A step that whoever began it takes before they are answered; says whether there may be more. What the database is too
     * busy for is left to the job: it has begun, and is not answered as if it had not. Within the transaction that begins it,
     * all is taken back instead.
     */
    public static boolean ahead(BooleanSupplier step) {
        return ahead(step, () -> {});
    }

    /** @param busy what is done then */
    public static boolean ahead(BooleanSupplier step, Runnable busy) {
        try {
            return step.getAsBoolean();
        } catch (RuntimeException fault) {
            if (Busy.is(fault) && !TransactionSynchronizationManager.isActualTransactionActive()) {
                busy.run();
                return false;
            }
            throw fault;
        }
    }

    /** Whoever began it goes on with it no more: the job is to, not as late as was said where the database lets that be known. */
    public void soon(TaskDescriptor<Void> kind, UUID id) {
        try {
            scheduler
                    .getObject()
                    .reschedule(kind.instanceId(id.toString()), Instant.now().plus(SHORTLY));
        } catch (TaskInstanceException atIt) {
            LOG.debug("It is at it, or was", atIt);
        } catch (RuntimeException fault) {
            if (!Busy.is(fault)) {
                throw fault;
            }
        }
    }

    /** Hands it over, in the transaction that begins it: a restart in between loses nothing. */
    public void begin(TaskDescriptor<Void> kind, UUID id) {
        begin(kind, id, Duration.ZERO);
    }

    /** @param leftAlone for so long, while whoever began it does it themself */
    public void begin(TaskDescriptor<Void> kind, UUID id, Duration leftAlone) {
        scheduler
                .getObject()
                .schedule(kind.instance(id.toString()).build(), Instant.now().plus(leftAlone));
    }

    /** For so many at once on this node. */
    private static final class Room {
        private final Semaphore places;
        private final AtomicInteger turnedAway = new AtomicInteger();

        private Room(int atOnce) {
            this.places = new Semaphore(atOnce);
        }
    }
}
