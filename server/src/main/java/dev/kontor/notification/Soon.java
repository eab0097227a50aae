package dev.kontor.notification;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Does a chore as soon as the running transaction is committed, one at a time on this node. What is missed because the
 * node dies in between is found by the same chore's schedule, on any node.
 */
final class Soon implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Soon.class);

    private final Runnable chore;
    private final ExecutorService worker;
    private final AtomicBoolean wanted = new AtomicBoolean();

    Soon(String name, Runnable chore) {
        this.chore = chore;
        this.worker =
                Executors.newSingleThreadExecutor(Thread.ofVirtual().name(name).factory());
    }

    /** In a transaction: once, so long after its commit. */
    void afterCommit(Duration wait) {
        if (!TransactionSynchronizationManager.hasResource(this)) {
            TransactionSynchronizationManager.bindResource(this, this);
            TransactionSynchronizationManager.registerSynchronization(new AfterCommit(wait));
        }
    }

    void in(Duration wait) {
        if (wait.isZero()) {
            now();
        } else {
            CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS)
                    .execute(this::now);
        }
    }

    private void now() {
        if (wanted.compareAndSet(false, true)) {
            try {
                worker.execute(this::run);
            } catch (RejectedExecutionException closing) {
                LOG.debug("Left to another node, or to the next start", closing);
            }
        }
    }

    private void run() {
        wanted.set(false);
        try {
            chore.run();
        } catch (RuntimeException e) {
            LOG.error("A chore failed; it is tried again on schedule", e);
        }
    }

    @Override
    public void close() {
        worker.close();
    }

    private final class AfterCommit implements TransactionSynchronization {
        private final Duration wait;

        AfterCommit(Duration wait) {
            this.wait = wait;
        }

        @Override
        public void afterCommit() {
            in(wait);
        }

        @Override
        public void afterCompletion(int status) {
            TransactionSynchronizationManager.unbindResourceIfPossible(Soon.this);
        }
    }
}
