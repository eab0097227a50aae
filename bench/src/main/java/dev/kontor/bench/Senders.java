package dev.kontor.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Sends requests that are made already over sixteen connections, each the next one as soon as it is answered. */
final class Senders {
    static final int CONNECTIONS = 16;

    private Senders() {}

    /** How many were answered a second; an answer that is no success is a fault. */
    static double perSecond(int port, List<byte[]> requests) throws IOException, InterruptedException {
        AtomicInteger next = new AtomicInteger();
        List<Callable<Void>> senders = new ArrayList<>();
        List<Http> connections = new ArrayList<>();
        try {
            for (int t = 0; t < Math.min(CONNECTIONS, requests.size()); t++) {
                Http one = new Http(port);
                connections.add(one);
                senders.add(() -> {
                    for (int i = next.getAndIncrement(); i < requests.size(); i = next.getAndIncrement()) {
                        int status = one.send(requests.get(i));
                        if (status >= 300) {
                            throw new IOException("answered " + status);
                        }
                    }
                    return null;
                });
            }
            return requests.size() / together(senders);
        } finally {
            for (Http one : connections) {
                one.close();
            }
        }
    }

    /** Seconds until all are done. */
    static double together(List<Callable<Void>> all) throws IOException, InterruptedException {
        long start = System.nanoTime();
        try (var threads = Executors.newFixedThreadPool(all.size())) {
            for (Future<Void> one : threads.invokeAll(all)) {
                one.get();
            }
        } catch (ExecutionException fault) {
            throw new IOException(fault.getCause());
        }
        return (System.nanoTime() - start) / 1e9;
    }
}
