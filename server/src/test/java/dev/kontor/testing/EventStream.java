package dev.kontor.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** An open stream of events, as a page has one: what comes is kept until it is asked for. */
public final class EventStream implements AutoCloseable {
    /** What stands for the end of the stream. */
    public static final String END = "(end)";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final BlockingQueue<String> events = new LinkedBlockingQueue<>();
    private final InputStream body;
    private String ready = "";

    private EventStream(int port, Map<String, String> headers) {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/api/v1/me/events"));
        headers.forEach(request::setHeader);
        try {
            HttpResponse<InputStream> response = http.send(request.build(), BodyHandlers.ofInputStream());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(response.statusCode() + " "
                        + new String(response.body().readAllBytes(), StandardCharsets.UTF_8));
            }
            body = response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
        Thread.ofVirtual().start(this::read);
    }

    /** Opened by that person; what they are told from now on will come. */
    public static EventStream open(int port, Client person, Map<String, String> more) {
        Map<String, String> headers = new java.util.HashMap<>(person.headers());
        headers.putAll(more);
        EventStream stream = new EventStream(port, headers);
        stream.ready = stream.await("ready");
        return stream;
    }

    /** What it began with. */
    public String ready() {
        return ready;
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
            String event = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    events.add("(heartbeat)");
                } else if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("data: ")) {
                    events.add(event + " " + line.substring(6));
                }
            }
        } catch (IOException broken) {
            // the end all the same
        }
        events.add(END);
    }

    /** The next event that begins so, whatever comes before it. */
    public String await(String beginning) {
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20); System.nanoTime() < end; ) {
            String event = next(1_000);
            if (event != null && event.startsWith(beginning)) {
                return event;
            }
        }
        throw new AssertionError("There came no event " + beginning);
    }

    /** All of these, in whatever order they come. */
    public void awaitAll(String... beginnings) {
        List<String> missing = new ArrayList<>(List.of(beginnings));
        for (long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(20);
                System.nanoTime() < end && !missing.isEmpty(); ) {
            String event = next(1_000);
            missing.removeIf(beginning -> event != null && event.startsWith(beginning));
        }
        if (!missing.isEmpty()) {
            throw new AssertionError("There came no " + missing);
        }
    }

    /** The next event, or null where none comes within so long. */
    public @Nullable String next(int millis) {
        try {
            return events.poll(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        body.close();
        http.shutdownNow();
    }
}
