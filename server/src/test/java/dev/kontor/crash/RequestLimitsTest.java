package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server with small limits: who sends too much is told how long to wait, and nobody else hears of it. */
@Timeout(120)
class RequestLimitsTest {
    private static final int USER = 30;
    private static final int ADDRESS = 25;

    @TempDir
    static Path home;

    private static ServerProcess server;
    private static Caller olga;
    private static Caller sam;

    @BeforeAll
    static void start() throws Exception {
        Files.setPosixFilePermissions(home, PosixFilePermissions.fromString("rwx--x--x"));
        server = ServerProcess.start(
                home,
                Map.of(
                        "KONTOR_LIMIT_USER",
                        String.valueOf(USER),
                        "KONTOR_LIMIT_ADDRESS",
                        String.valueOf(ADDRESS),
                        "KONTOR_LIMIT_WINDOW",
                        "1h",
                        // this machine counts as a proxy, which says whom a request is from
                        "SERVER_FORWARDHEADERSSTRATEGY",
                        "native"));
        olga = Caller.register(server.port(), "Acme", "Olga");
        sam = Caller.register(server.port(), "Elsewhere", "Sam");
    }

    @AfterAll
    static void end() throws Exception {
        server.kill();
        server.awaitNothingLeft();
    }

    @Test
    void aPersonIsStoppedAndNobodyElseIs() {
        String key = olga.post("/me/access-keys", "{\"name\": \"Script\"}")
                .expect(201)
                .json()
                .path("secret")
                .asString("");
        Caller.Answer first = olga.get("/me").expect(200);
        assertThat(first.header("ratelimit-policy")).isEqualTo("\"user\";q=30;w=3600");
        assertThat(first.header("ratelimit")).matches("\"user\";r=2\\d;t=\\d+");
        Caller.Answer last = first;
        for (int i = 0; i < USER && last.status() == 200; i++) {
            last = olga.get("/me");
        }
        assertThat(last.outcome()).isEqualTo("429 too-many-requests");
        assertThat(last.header("content-type")).isEqualTo("application/problem+json");
        assertThat(last.header("ratelimit")).matches("\"user\";r=0;t=\\d+");
        assertThat(Integer.parseInt(last.header("retry-after"))).isBetween(1, 120);
        sam.get("/me").expect(200);
        Caller script = new Caller(server.port());
        for (int i = 0; i < USER; i++) {
            script.get("/me", "Authorization", "Bearer " + key).expect(200);
        }
        assertThat(script.get("/me", "Authorization", "Bearer " + key).outcome())
                .as("a key has a limit of its own")
                .isEqualTo("429 too-many-requests");
        assertThat(script.get("/me", "Authorization", "Bearer wrong").status())
                .as("and what is no key counts for the address")
                .isIn(401, 429);
    }

    @Test
    void anAddressIsStoppedWhereNobodyIsSignedIn() {
        Caller nobody = new Caller(server.port());
        Caller.Answer last = nobody.get("/server");
        for (int i = 0; i < ADDRESS && last.status() == 200; i++) {
            last = nobody.get("/server");
        }
        assertThat(last.outcome()).isEqualTo("429 too-many-requests");
        assertThat(last.header("ratelimit-policy")).isEqualTo("\"address\";q=25;w=3600");
        assertThat(nobody.send("POST", "/session", BodyPublishers.ofString("{}"), "Content-Type", "application/json")
                        .outcome())
                .isEqualTo("429 too-many-requests");
        sam.get("/me").expect(200);
    }

    private Caller.Answer from(String address, String path, String... headers) {
        String[] all = Arrays.copyOf(headers, headers.length + 2);
        all[headers.length] = "X-Forwarded-For";
        all[headers.length + 1] = address;
        return new Caller(server.port()).get(path, all);
    }

    @Test
    void howAPathIsWrittenChangesNothing() throws Exception {
        HttpRequest odd = HttpRequest.newBuilder(URI.create("http://localhost:" + server.port() + "/%61pi/v1/server"))
                .header("X-Forwarded-For", "192.0.2.7")
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<Void> answer = http.send(odd, HttpResponse.BodyHandlers.discarding());
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.headers().firstValue("ratelimit-policy")).contains("\"address\";q=25;w=3600");
        }
    }

    @Test
    void inventedKeysAreNotLookedUpForLong() {
        Caller.Answer last = from("192.0.2.8", "/me", "Authorization", "Bearer invented");
        assertThat(last.status()).isEqualTo(401);
        for (int i = 0; i < ADDRESS && last.status() == 401; i++) {
            last = from("192.0.2.8", "/me", "Authorization", "Bearer invented " + i);
        }
        assertThat(last.outcome()).isEqualTo("429 too-many-requests");
        assertThat(last.header("ratelimit-policy")).startsWith("\"credentials\"");
        sam.get("/me").expect(200);
        sam.get("/me", "X-Forwarded-For", "192.0.2.8").expect(200);
    }

    @Test
    void ofIpv6TheNetworkCounts() {
        for (int i = 0; i < ADDRESS; i++) {
            from("2001:db8::" + Integer.toHexString(i + 1), "/server").expect(200);
        }
        assertThat(from("2001:db8::ffff", "/server").outcome()).isEqualTo("429 too-many-requests");
        from("2001:db8:0:1::1", "/server").expect(200);
    }
}
