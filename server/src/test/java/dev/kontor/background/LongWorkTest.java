package dev.kontor.background;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerState.SettableSchedulerState;
import com.github.kagkarlsson.scheduler.TaskRepository;
import com.github.kagkarlsson.scheduler.event.SchedulerListeners;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.ExecutionComplete;
import com.github.kagkarlsson.scheduler.task.ExecutionContext;
import com.github.kagkarlsson.scheduler.task.ExecutionOperations;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;
import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import dev.kontor.background.LongWork.Next;
import dev.kontor.web.Refusal;
import java.lang.reflect.Proxy;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;

/** Long work takes turns, goes on, waits and is given up. */
class LongWorkTest {
    private static final TaskDescriptor<Void> KIND = TaskDescriptor.of("work");
    private static final SettableSchedulerState STATE = new SettableSchedulerState();

    private final LongWork work = new LongWork(new DefaultListableBeanFactory().getBeanProvider(Scheduler.class));
    private final List<UUID> givenUp = new ArrayList<>();

    private CustomTask<Void> task(Supplier<Next> step) {
        return work.task(KIND, LongWork.AGAIN, new LongWork.Steps((id, ending) -> step.get(), givenUp::add));
    }

    private static CompletionHandler<Void> run(CustomTask<Void> task, UUID id, int failures) {
        TaskInstance<Void> instance = new TaskInstance<>("work", id.toString());
        Execution execution = new Execution(Instant.now(), instance);
        execution.consecutiveFailures = failures;
        return task.execute(instance, new ExecutionContext(STATE, execution, null, null));
    }

    private static CompletionHandler<Void> run(CustomTask<Void> task) {
        return run(task, UUID.randomUUID(), 0);
    }

    @Test
    void onlySomeOfItRunsAtOnce() throws Exception {
        CountDownLatch begun = new CountDownLatch(LongWork.AT_ONCE);
        CountDownLatch goOn = new CountDownLatch(1);
        CustomTask<Void> slow = task(() -> {
            begun.countDown();
            try {
                goOn.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return Next.END;
        });
        CustomTask<Void> quick = task(() -> Next.END);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<CompletionHandler<Void>>> running = new ArrayList<>();
            for (int i = 0; i < LongWork.AT_ONCE; i++) {
                running.add(threads.submit(() -> run(slow)));
            }
            begun.await();
            try {
                assertThat(run(quick)).as("waits for its turn").isNotInstanceOf(OnCompleteRemove.class);
                CustomTask<Void> aside =
                        work.taskAside(KIND, LongWork.AGAIN, new LongWork.Steps((id, ending) -> Next.END, null));
                assertThat(run(aside)).as("has room of its own").isInstanceOf(OnCompleteRemove.class);
                assertThat(failuresAfter(quick, 0)).isZero();
                assertThat(failuresAfter(quick, 3))
                        .as("neither failed nor done")
                        .isEqualTo(3);
            } finally {
                goOn.countDown();
            }
            for (var one : running) {
                assertThat(one.get()).isInstanceOf(OnCompleteRemove.class);
            }
        }
        assertThat(run(quick)).isInstanceOf(OnCompleteRemove.class);
    }

    @Test
    void goesOnUntilItsEndOrUntilLater() {
        List<Next> left = new ArrayList<>(List.of(Next.MORE, Next.MORE, Next.LATER, Next.END));
        CustomTask<Void> task = task(left::removeFirst);
        assertThat(run(task)).isInstanceOf(OnCompleteReschedule.class);
        assertThat(left).containsExactly(Next.END);
        assertThat(run(task)).isInstanceOf(OnCompleteRemove.class);
    }

    @Test
    void aBusyDatabaseIsNoFailure() {
        assertThat(run(task(() -> {
                    throw new IllegalStateException(new SQLException("canceled due to lock timeout", "55P03"));
                })))
                .isInstanceOf(OnCompleteReschedule.class);
        assertThat(run(task(() -> {
                    throw Refusal.BUSY.refused();
                })))
                .isInstanceOf(OnCompleteReschedule.class);
        assertThatThrownBy(() -> run(task(() -> {
                    throw new IllegalStateException("a bug");
                })))
                .hasMessage("a bug");
        for (int i = 0; i <= LongWork.AT_ONCE; i++) {
            assertThat(run(task(() -> Next.END))).isInstanceOf(OnCompleteRemove.class);
        }
    }

    @Test
    void isGivenUpWhenItFailsEverAgain() {
        UUID id = UUID.randomUUID();
        assertThat(run(task(() -> Next.MORE), id, 5)).isInstanceOf(OnCompleteRemove.class);
        assertThat(givenUp).containsExactly(id);
    }

    @Test
    void givesWayAfterItsTurnToWhoFoundNoRoom() {
        LongWork hasty = new LongWork(new DefaultListableBeanFactory().getBeanProvider(Scheduler.class), Duration.ZERO);
        List<Next> left = new ArrayList<>(List.of(Next.MORE, Next.MORE, Next.END));
        List<CustomTask<Void>> task = new ArrayList<>();
        task.add(hasty.taskAside(
                KIND,
                LongWork.AGAIN,
                new LongWork.Steps(
                        (id, ending) -> {
                            if (left.size() == 2) {
                                run(task.getFirst());
                            }
                            return left.removeFirst();
                        },
                        null)));
        assertThat(run(task.getFirst())).isInstanceOf(OnCompleteReschedule.class);
        assertThat(left).as("not before somebody was turned away").containsExactly(Next.END);
        assertThat(run(task.getFirst())).isInstanceOf(OnCompleteRemove.class);
    }

    /** What the scheduler writes down of it then. */
    private static int failuresAfter(CustomTask<Void> task, int failures) {
        TaskInstance<Void> instance =
                new TaskInstance<>("work", UUID.randomUUID().toString());
        Execution execution = new Execution(Instant.now(), instance);
        execution.consecutiveFailures = failures;
        List<Integer> written = new ArrayList<>();
        TaskRepository tasks = (TaskRepository) Proxy.newProxyInstance(
                LongWorkTest.class.getClassLoader(), new Class<?>[] {TaskRepository.class}, (proxy, method, args) -> {
                    written.add((Integer) args[args.length - 1]);
                    return true;
                });
        task.execute(instance, new ExecutionContext(STATE, execution, null, null))
                .complete(
                        ExecutionComplete.success(execution, Instant.now(), Instant.now()),
                        new ExecutionOperations<>(tasks, SchedulerListeners.NOOP, execution));
        return written.getFirst();
    }
}
