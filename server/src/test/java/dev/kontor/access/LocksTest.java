package dev.kontor.access;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.val;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Nobody waits for a lock with a connection in hand until there is none left for others. */
@Specification
class LocksTest {
    @Autowired
    Stage stage;

    @Autowired
    Locks locks;

    @Autowired
    TransactionTemplate transaction;

    Cast cast;

    @BeforeAll
    void acme() {
        cast = stage.cast();
    }

    @Test
    void whoWouldWaitTooLongIsToldToComeAgain() {
        AtomicReference<String> retryAfter = new AtomicReference<>("");
        Callable<Answer> plain = () -> cast.pia.post(cast.at("projects"), Map.of("name", "Waits"));
        Callable<Answer> once = () -> {
            Map<String, String> key =
                    Map.of("Idempotency-Key", UUID.randomUUID().toString());
            Answer answer = cast.pia.send("POST", cast.at("projects"), Map.of("name", "Waits, too"), key);
            retryAfter.set(answer.header("Retry-After"));
            return answer;
        };
        List<String> said = transaction.execute(alone -> {
            locks.alone(Locks.Scope.WORKSPACE, cast.workspace);
            try {
                return Together.said(plain, once);
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(said).containsExactly("503 busy", "503 busy");
        assertThat(retryAfter.get()).isEqualTo("1");
        cast.pia.post(cast.at("projects"), Map.of("name", "Waits")).says("201");
    }

    /** Once it is begun, it is not answered as if it were not: the job does what this request had to wait for, and soon. */
    @Test
    void whatIsBegunIsAnsweredSo() throws Exception {
        String dataset = "datasets/"
                + cast.pia
                        .post("projects/" + cast.streets + "/datasets", Map.of("name", "Held"))
                        .ok()
                        .id();
        String draft = dataset + "/drafts/1";
        cast.pia.post(dataset + "/drafts", Map.of()).ok();
        cast.pia.put(draft + "/catalog", "{\"CLASSIFICATION\": {}}").ok();
        cast.pia.put(draft + "/item?path=a.txt", new byte[] {1}).ok();
        cast.pia.post(draft + "/commit", Map.of("message", "One")).ok();
        cast.pia.post(dataset + "/drafts", Map.of()).ok();
        Map<String, Object> wanted = Map.of(
                "name", "Derived", "sources", List.of(Map.of("datasetId", dataset.substring(9), "version", "main")));
        byte[] lines =
                "{\"path\": \"a.txt\", \"labels\": {\"CLASSIFICATION\": {\"category\": \"cat\"}}}\n".getBytes(UTF_8);
        List<Answer> answers = new CopyOnWriteArrayList<>();
        Callable<Answer> derive = () -> cast.pia.post("projects/" + cast.streets + "/derivations", wanted);
        Callable<Answer> read = () -> cast.pia.send(
                "POST",
                dataset + "/drafts/2/imports?format=JSON_LINES",
                lines,
                Map.of("Content-Type", "application/octet-stream"));
        List<String> said = transaction.execute(held -> {
            stage.sql().execute("select from project_storage where project_id = {0} for update", val(cast.streets));
            try {
                return Together.said(kept(derive, answers), kept(read, answers));
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertThat(said).containsExactly("503 busy", "201");
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 201)
                .hasSize(1)
                .allSatisfy(begun -> {
                    assertThat(begun.at("/state")).isEqualTo("RUNNING");
                    stage.eventually(() -> Optional.of(cast.pia
                                    .get(dataset + "/drafts/2/imports/" + begun.id())
                                    .ok())
                            .filter(one -> one.at("/state").equals("DONE")));
                });
        assertThat(derive.call().says("201").at("/state"))
                .as("nothing was begun")
                .isEqualTo("DONE");
    }

    private static Callable<Answer> kept(Callable<Answer> request, List<Answer> answers) {
        return () -> {
            Answer answer = request.call();
            answers.add(answer);
            return answer;
        };
    }
}
