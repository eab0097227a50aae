package dev.kontor.bucket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.kontor.web.Refused;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A store outside that is up to no good: answers without end, and leads elsewhere (T-10). */
class OutsideStoreTest {
    private HttpServer server;
    private final AtomicLong sent = new AtomicLong();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private void answers(Answer answer) {
        server.createContext("/", exchange -> {
            asked.add(exchange.getRequestURI().toString());
            try (exchange) {
                answer.to(exchange);
            }
        });
    }

    private OutsideStore store(String host, boolean privateNetworks) {
        BucketSettings settings =
                new BucketSettings(null, privateNetworks, Duration.ofSeconds(10), Duration.ofSeconds(1), 1);
        OutsideBucket bucket = new OutsideBucket(
                "http://" + host + ":" + server.getAddress().getPort(), "eu-central-1", "bucket", "", true);
        return new OutsideStore(bucket, new Credentials("key", "secret"), settings);
    }

    private static String refusal(Runnable what) {
        List<String> said = new ArrayList<>();
        assertThatThrownBy(what::run)
                .isInstanceOfSatisfying(Refused.class, e -> said.add(e.refusal().code()));
        return said.getFirst();
    }

    @Test
    void aListWithoutEndIsNotReadToItsEnd() {
        byte[] page = ("<Contents><Key>" + "k".repeat(900) + "</Key><Size>1</Size></Contents>")
                .repeat(100)
                .getBytes(StandardCharsets.UTF_8);
        answers(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write("<ListBucketResult>".getBytes(StandardCharsets.UTF_8));
                for (int i = 0; i < 2_000; i++) {
                    out.write(page);
                    sent.addAndGet(page.length);
                }
            }
        });
        try (OutsideStore store = store("localhost", true)) {
            assertThat(refusal(() -> store.page("", null))).isEqualTo("bucket-unavailable");
        }
        assertThat(sent.get()).isLessThan(4L * ShortAnswers.LONGEST);
    }

    @Test
    void aFaultWithoutEndIsNotReadToItsEnd() {
        byte[] page = "x".repeat(100_000).getBytes(StandardCharsets.UTF_8);
        answers(exchange -> {
            exchange.sendResponseHeaders(500, 0);
            try (OutputStream out = exchange.getResponseBody()) {
                for (int i = 0; i < 2_000; i++) {
                    out.write(page);
                    sent.addAndGet(page.length);
                }
            }
        });
        try (OutsideStore store = store("localhost", true)) {
            assertThat(refusal(() -> store.open("one"))).isEqualTo("bucket-unavailable");
        }
        assertThat(sent.get()).isLessThan(8L * ShortAnswers.LONGEST);
    }

    @Test
    void nobodyIsLedElsewhere() throws IOException {
        HttpServer inside = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        List<String> reached = new CopyOnWriteArrayList<>();
        inside.createContext("/", exchange -> {
            reached.add(exchange.getRequestURI().toString());
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        inside.start();
        try {
            answers(exchange -> {
                exchange.getResponseHeaders()
                        .add(
                                "Location",
                                "http://127.0.0.1:" + inside.getAddress().getPort() + "/secret");
                exchange.sendResponseHeaders(asked.size() % 2 == 0 ? 301 : 307, -1);
            });
            try (OutsideStore store = store("localhost", true)) {
                refusal(() -> store.page("", null));
                refusal(() -> store.open("one"));
                refusal(store::check);
            }
            assertThat(asked).isNotEmpty();
            assertThat(reached).as("a redirect is not followed").isEmpty();
        } finally {
            inside.stop(0);
        }
    }

    @Test
    void aNameThatLeadsInsideIsNotConnectedTo() {
        answers(exchange -> exchange.sendResponseHeaders(200, -1));
        for (String host : List.of("localhost", "127.0.0.1", "[::1]")) {
            try (OutsideStore store = store(host, false)) {
                assertThat(refusal(store::check)).as(host).isEqualTo("private-network");
                assertThat(refusal(() -> store.page("", null))).as(host).isEqualTo("private-network");
                assertThat(refusal(() -> store.open("one"))).as(host).isEqualTo("private-network");
            }
        }
        assertThat(asked).as("nobody was asked anything").isEmpty();
    }
}
