package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
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
                        "KONTOR_LIMIT_USER", String.valueOf(USER),
                        "KONTOR_LIMIT_ADDRESS", String.valueOf(ADDRESS),
                        "KONTOR_LIMIT_WINDOW", "1h"));
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
}
