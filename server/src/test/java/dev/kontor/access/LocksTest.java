package dev.kontor.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Answer;
import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import dev.kontor.testing.Together;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
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
}
