package dev.kontor.crash;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import kontor.database.BundledPostgres;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A PostgreSQL of one's own by KONTOR_DATABASE_URL: the server works on it, and says in a sentence why it cannot. */
@Timeout(180)
class ExternalPostgresTest {
    private static BundledPostgres postgres;

    @TempDir
    Path home;

    @BeforeAll
    static void postgres() {
        String software = System.getProperty("kontor.software", "../database/target/software");
        postgres = BundledPostgres.startDisposable(Path.of(software).toAbsolutePath());
    }

    @AfterAll
    static void stop() {
        postgres.close();
    }

    private static Map<String, String> environment(String... otherwise) {
        Map<String, String> all = new HashMap<>(Map.of(
                "KONTOR_DATABASE_URL", postgres.url(),
                "KONTOR_DATABASE_USER", postgres.user(),
                "KONTOR_DATABASE_PASSWORD", postgres.password()));
        for (int i = 0; i < otherwise.length; i += 2) {
            all.put(otherwise[i], otherwise[i + 1]);
        }
        return all;
    }

    @Test
    void itWorksThereAndFindsItsDataAgain() throws Exception {
        ServerProcess server = ServerProcess.start(home.resolve("first"), environment());
        Caller olga;
        String dataset;
        try {
            olga = Caller.register(server.port(), "Acme", "Olga");
            String workspace = id(olga.post("/workspaces", "{\"name\": \"Vision\"}"));
            String project = id(olga.post("/workspaces/" + workspace + "/projects", "{\"name\": \"Streets\"}"));
            dataset = id(olga.post("/projects/" + project + "/datasets", "{\"name\": \"Lanes\"}"));
            olga.post("/datasets/" + dataset + "/drafts", "{}").expect(201);
            olga.put("/datasets/" + dataset + "/drafts/1/item?path=a.txt", "a".getBytes(StandardCharsets.UTF_8))
                    .expect(200);
            olga.post("/datasets/" + dataset + "/drafts/1/commit", "{\"message\": \"first\"}")
                    .expect(201);
        } finally {
            server.kill();
            server.awaitNothingLeft();
        }
        assertThat(home.resolve("first/postgres")).doesNotExist();
        // another node, with a home of its own
        ServerProcess second = ServerProcess.start(home.resolve("second"), environment());
        try {
            Caller again = olga.at(second.port());
            assertThat(again.get("/datasets/" + dataset + "/versions/main/content?path=a.txt")
                            .expect(200)
                            .text())
                    .isEqualTo("a");
        } finally {
            second.kill();
            second.awaitNothingLeft();
        }
    }

    private static String id(Caller.Answer answer) {
        return UUID.fromString(answer.expect(201).json().path("id").stringValue())
                .toString();
    }

    @Test
    void aWrongPasswordIsSaidInASentence() throws Exception {
        assertThat(ServerProcess.refusal(home, environment("KONTOR_DATABASE_PASSWORD", "wrong")))
                .startsWith("PostgreSQL at 127.0.0.1:" + postgres.port())
                .endsWith("does not let kontor in: check KONTOR_DATABASE_USER and KONTOR_DATABASE_PASSWORD.");
    }

    @Test
    void whereNobodyAnswersIsSaidInASentence() throws Exception {
        int port = freePort();
        assertThat(ServerProcess.refusal(
                        home, environment("KONTOR_DATABASE_URL", "jdbc:postgresql://localhost:" + port + "/kontor")))
                .isEqualTo("No PostgreSQL answers at localhost:" + port
                        + "/kontor: check KONTOR_DATABASE_URL, and that it runs.");
    }

    @Test
    void aDatabaseThatIsMissingIsSaidInASentence() throws Exception {
        String url = postgres.url().replaceFirst("/[^/?]*(\\?.*)?$", "/missing");
        assertThat(ServerProcess.refusal(home, environment("KONTOR_DATABASE_URL", url)))
                .contains("There is no database of that name at")
                .endsWith("create it first, owned by kontor.");
    }

    private static int freePort() throws IOException {
        try (ServerSocket probe = new ServerSocket(0)) {
            return probe.getLocalPort();
        }
    }
}
