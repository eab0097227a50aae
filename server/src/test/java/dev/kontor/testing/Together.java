package dev.kontor.testing;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Requests and jobs that start at the same moment, for races. */
public final class Together {
    private Together() {}

    /** Each to its end. */
    public static void done(Runnable... all) throws Exception {
        CyclicBarrier start = new CyclicBarrier(all.length);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<?>> running = new ArrayList<>();
            for (Runnable one : all) {
                running.add(threads.submit(() -> {
                    start.await();
                    one.run();
                    return true;
                }));
            }
            for (Future<?> one : running) {
                one.get();
            }
        }
    }

    /** What each was told, in the order of the requests. */
    @SafeVarargs
    public static List<String> said(Callable<Answer>... requests) throws Exception {
        CyclicBarrier start = new CyclicBarrier(requests.length);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Answer>> running = new ArrayList<>();
            for (Callable<Answer> request : requests) {
                running.add(threads.submit(() -> {
                    start.await();
                    return request.call();
                }));
            }
            List<String> said = new ArrayList<>();
            for (Future<Answer> one : running) {
                said.add(one.get().said());
            }
            return said;
        }
    }
}
