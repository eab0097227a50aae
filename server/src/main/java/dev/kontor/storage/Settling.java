package dev.kontor.storage;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Makes contents durable while more of them come in: a processor that would wait for the store reads on. Used by the thread
 * that receives them; what it closes afterwards is settled, or never will be.
 */
public final class Settling implements AutoCloseable {
    /** At once, of one sender; who brings more than the store takes in waits. */
    private static final int MOST = 4;

    private final Contents contents;
    private final Semaphore everybodys;
    private final Semaphore own = new Semaphore(MOST);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Void>> all = new ArrayList<>();

    Settling(Contents contents, Semaphore everybodys) {
        this.contents = contents;
        this.everybodys = everybodys;
    }

    /** Not to be closed before this is. */
    public void begin(Received received) {
        if (!received.large()) {
            return;
        }
        own.acquireUninterruptibly();
        everybodys.acquireUninterruptibly();
        all.add(CompletableFuture.runAsync(() -> settle(received), threads));
    }

    private void settle(Received received) {
        try {
            contents.settle(received);
        } finally {
            everybodys.release();
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
