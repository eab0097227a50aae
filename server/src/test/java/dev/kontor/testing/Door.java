package dev.kontor.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The way to the running server: plain HTTP, one connection pool for all people. */
final class Door {
    private static final AtomicLong NUMBER = new AtomicLong();

    private final HttpClient http;
    private final IntSupplier port;
    private final Observations observations;

    Door(IntSupplier port, Observations observations) {
        this(HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build(), port, observations);
    }

    private Door(HttpClient http, IntSupplier port, Observations observations) {
        this.http = http;
        this.port = port;
        this.observations = observations;
    }

    Door from(String address) {
        try {
            HttpClient other = HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .localAddress(InetAddress.getByName(address))
                    .build();
            return new Door(other, port, observations);
        } catch (UnknownHostException e) {
            throw new UncheckedIOException(e);
        }
    }

    Answer send(
            String method, String path, @Nullable Object body, Map<String, String> headers, Map<String, String> more) {
        String name = String.valueOf(NUMBER.incrementAndGet());
        String at = path.startsWith("/") ? path : "/api/v1/" + path;
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port.getAsInt() + at))
                .timeout(Duration.ofSeconds(30))
                .setHeader(Observations.HEADER, name)
                .setHeader("Content-Type", "application/json")
                .method(method, publisher(body));
        headers.forEach(request::setHeader);
        more.forEach(request::setHeader);
        try {
            var answer = http.send(request.build(), BodyHandlers.ofByteArray());
            return new Answer(answer.statusCode(), answer.body(), answer.headers(), observations.of(name));
        } catch (IOException e) {
            throw new UncheckedIOException(method + " " + at, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static BodyPublisher publisher(@Nullable Object body) {
        return switch (body) {
            case null -> BodyPublishers.noBody();
            case byte[] bytes -> BodyPublishers.ofByteArray(bytes);
            case BodyPublisher made -> made;
            default -> BodyPublishers.ofString(json(body));
        };
    }

    private static String json(Object body) {
        return body instanceof String text ? text : JsonMapper.shared().writeValueAsString(body);
    }
}
