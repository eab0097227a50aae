package dev.kontor.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Sends a case's requests over kept-alive connections, each as fast as it is answered. */
final class Load implements AutoCloseable {
    static final int CONNECTIONS = 16;

    private final BenchedServer server;
    private final List<Http> connections = new ArrayList<>();
    private final ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);

    Load(BenchedServer server) throws IOException {
        this.server = server;
        for (int i = 0; i < CONNECTIONS; i++) {
            connections.add(new Http(server.port()));
        }
    }

    Figures run(Case measured, Duration time) throws IOException, InterruptedException {
        BenchedServer.Usage before = server.usage();
        long start = System.nanoTime();
        List<long[]> latencies = send(measured, start + time.toNanos());
        double seconds = (System.nanoTime() - start) / 1e9;
        BenchedServer.Usage used = server.usage().since(before);
        long[] sorted = Figures.sorted(latencies);
        return new Figures(
                sorted.length / seconds,
                Figures.percentile(sorted, 0.50),
                Figures.percentile(sorted, 0.95),
                Figures.percentile(sorted, 0.99),
                (double) used.statements() / sorted.length,
                used.server() * 1e3 / sorted.length,
                used.database() * 1e3 / sorted.length,
                used.load() * 1e3 / sorted.length);
    }

    /** Only how long each took, in nanoseconds. */
    List<long[]> latencies(Case measured, Duration time) throws IOException, InterruptedException {
        return send(measured, System.nanoTime() + time.toNanos());
    }

    private List<long[]> send(Case measured, long end) throws InterruptedException, IOException {
        List<Callable<long[]>> senders = new ArrayList<>();
        for (int i = 0; i < measured.connections(); i++) {
            Http connection = connections.get(i);
            int first = i;
            senders.add(() -> sendUntil(connection, measured, first, end));
        }
        List<long[]> latencies = new ArrayList<>();
        for (Future<long[]> sender : threads.invokeAll(senders)) {
            try {
                latencies.add(sender.get());
            } catch (ExecutionException fault) {
                throw new IOException(measured.id() + ": " + fault.getCause(), fault.getCause());
            }
        }
        return latencies;
    }

    private static long[] sendUntil(Http connection, Case measured, int first, long end) throws IOException {
        List<byte[]> requests = measured.requests();
        long[] latencies = new long[1024];
        int sent = 0;
        for (long now = System.nanoTime(); now < end; ) {
            int status = connection.send(requests.get((first + sent * measured.connections()) % requests.size()));
            if (status / 100 != 2) {
                throw new IOException("answered " + status);
            }
            long then = System.nanoTime();
            if (sent == latencies.length) {
                latencies = Arrays.copyOf(latencies, sent * 2);
            }
            latencies[sent++] = then - now;
            now = then;
        }
        return Arrays.copyOf(latencies, sent);
    }

    @Override
    public void close() throws IOException {
        threads.shutdownNow();
        for (Http connection : connections) {
            connection.close();
        }
    }
}
