package dev.kontor.notification;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** So many at once do a chore, each until there is nothing more to do: one that hangs keeps nobody else waiting. */
final class Hands implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Hands.class);

    private final Semaphore free;
    private final BooleanSupplier chore;
    private final ExecutorService workers;
    private final AtomicBoolean missed = new AtomicBoolean();

    /** @param chore does one thing, if there is one, and says whether there was */
    Hands(String name, int most, BooleanSupplier chore) {
        this.free = new Semaphore(most);
        this.chore = chore;
        this.workers = Executors.newThreadPerTaskExecutor(
                Thread.ofVirtual().name(name, 0).factory());
    }

    /** There may be something to do: one more begins, or, where all are busy, looks again before it ends. */
    void call() {
        if (!begin()) {
            missed.set(true);
            if (free.availablePermits() > 0) {
                again();
            }
        }
    }

    private boolean begin() {
        boolean mine = free.tryAcquire();
        if (mine) {
            try {
                workers.execute(this::work);
            } catch (RejectedExecutionException closing) {
                free.release();
                LOG.debug("Left to another node, or to the next start", closing);
            }
        }
        return mine;
    }

    private void work() {
        try {
            boolean more = true;
            while (more) {
                more = chore.getAsBoolean();
            }
        } catch (RuntimeException e) {
            LOG.error("A chore failed; it is tried again on schedule", e);
        } finally {
            free.release();
        }
        again();
    }

    private void again() {
        if (missed.getAndSet(false)) {
            call();
        }
    }

    @Override
    public void close() {
        workers.close();
    }
}
