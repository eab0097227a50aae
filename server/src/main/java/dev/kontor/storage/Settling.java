package dev.kontor.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.stereotype.Component;

/** Makes contents durable while more of them come in: a processor that would wait for the store reads on. */
@Component
public class Settling {
    /** Half of the connections to an object store: single files and readers find some, too. */
    private static final int AT_ONCE = ObjectStore.CONNECTIONS / 2;
    /** Of one sender; who brings more than the store takes in waits. */
    private static final int OF_ONE = 4;

    private final Contents contents;
    private final Semaphore room = new Semaphore(AT_ONCE);

    Settling(Contents contents) {
        this.contents = contents;
    }

    /** For many that come one after the other. */
    public Lot lot() {
        return new Lot();
    }

    /** Used by the thread that receives; what it closes afterwards is settled, or never will be. */
    public final class Lot implements AutoCloseable {
        private final Semaphore own = new Semaphore(OF_ONE);
        private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        private final List<CompletableFuture<Void>> all = new ArrayList<>();

        private Lot() {}

        /** What is received is not to be closed before this is. */
        public void begin(Received received) {
            if (!received.large()) {
                return;
            }
            own.acquireUninterruptibly();
            room.acquireUninterruptibly();
            all.add(CompletableFuture.runAsync(() -> settle(received), threads));
        }

        private void settle(Received received) {
            try {
                contents.settle(received);
            } finally {
                room.release();
                own.release();
            }
        }

        /** All that were begun are durable when this returns; what kept one of them from it is thrown. */
        public void end() {
            try {
                all.forEach(CompletableFuture::join);
            } catch (CompletionException e) {
                throw e.getCause() instanceof RuntimeException fault ? fault : e;
            }
        }

        /** Waits for what was begun, whatever becomes of it. */
        @Override
        public void close() {
            threads.close();
        }
    }
}
