package dev.kontor.notification;

import static kontor.tables.Tables.NOTIFICATION;
import static kontor.tables.Tables.UNTOLD_EVENT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.kontor.testing.Cast;
import dev.kontor.testing.Specification;
import dev.kontor.testing.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Section 10: what is to be told waits in an outbox: told once, on schedule too, and nobody waits for what cannot be told. */
@Specification
class OutboxTest {
    @Autowired
    Stage stage;

    @Autowired
    Telling telling;

    Cast cast;

    @BeforeEach
    void acme() {
        cast = stage.cast();
        allIsTold();
    }

    /** Waits until the outbox is empty, so that what is not there will not come. */
    private void allIsTold() {
        stage.eventually(() -> stage.sql().fetchExists(UNTOLD_EVENT) ? Optional.empty() : Optional.of(true));
    }

    @Test
    void anEventThatIsToldTwiceIsToldOnce() {
        UUID event = stage.sql()
                .select(NOTIFICATION.EVENT_ID)
                .from(NOTIFICATION)
                .where(NOTIFICATION.USER_ID.eq(cast.mo.id()))
                .limit(1)
                .fetchSingle(NOTIFICATION.EVENT_ID);
        int before = stage.sql().fetchCount(NOTIFICATION, NOTIFICATION.EVENT_ID.eq(event));
        putBack(event);
        telling.tellAll();
        allIsTold();
        assertThat(stage.sql().fetchCount(NOTIFICATION, NOTIFICATION.EVENT_ID.eq(event)))
                .isEqualTo(before);
    }

    @Test
    void whatANodeLeftUntoldIsToldOnSchedule() {
        UUID event = stage.sql()
                .select(NOTIFICATION.EVENT_ID)
                .from(NOTIFICATION)
                .where(NOTIFICATION.USER_ID.eq(cast.mo.id()))
                .limit(1)
                .fetchSingle(NOTIFICATION.EVENT_ID);
        stage.sql()
                .deleteFrom(NOTIFICATION)
                .where(NOTIFICATION.EVENT_ID.eq(event))
                .execute();
        putBack(event);
        // nobody wakes the teller: the schedule finds it
        stage.eventually(() -> stage.sql().fetchExists(NOTIFICATION, NOTIFICATION.EVENT_ID.eq(event))
                ? Optional.of(true)
                : Optional.empty());
    }

    /** Where the database came out of a backup (decision 23): the server that it was of may have mailed it. */
    @Test
    void whatIsToldQuietlyIsNotMailed() {
        cast = stage.castByRest();
        allIsTold();
        var added = NOTIFICATION.USER_ID.eq(cast.mo.id()).and(NOTIFICATION.KIND.eq("ADDED_TO_WORKSPACE"));
        UUID event = stage.sql()
                .deleteFrom(NOTIFICATION)
                .where(added)
                .returningResult(NOTIFICATION.EVENT_ID)
                .fetchSingle()
                .value1();
        stage.sql()
                .insertInto(UNTOLD_EVENT)
                .set(UNTOLD_EVENT.EVENT_ID, event)
                .set(UNTOLD_EVENT.DUE_AT, Instant.now().minusSeconds(60))
                .set(UNTOLD_EVENT.QUIET, true)
                .execute();
        telling.tellAll();
        allIsTold();
        assertThat(stage.sql()
                        .select(NOTIFICATION.MAIL_DUE)
                        .from(NOTIFICATION)
                        .where(added)
                        .fetchSingle(NOTIFICATION.MAIL_DUE))
                .isFalse();
    }

    @Test
    void oneThatCannotBeToldKeepsNobodyWaiting() {
        UUID nonsense = new UUID(0, System.nanoTime());
        putBack(nonsense);
        cast.ada
                .patch(cast.at("members/%s", cast.mo.id()), Map.of("roles", List.of("DEVELOPER")))
                .ok();
        stage.eventually(() -> cast.mo.get("me/notifications").items("/kind").contains("ROLES_CHANGED")
                ? Optional.of(true)
                : Optional.empty());
        assertThat(stage.sql()
                        .select(UNTOLD_EVENT.ATTEMPTS)
                        .from(UNTOLD_EVENT)
                        .where(UNTOLD_EVENT.EVENT_ID.eq(nonsense))
                        .fetchSingle(UNTOLD_EVENT.ATTEMPTS))
                .isPositive();
        stage.sql()
                .deleteFrom(UNTOLD_EVENT)
                .where(UNTOLD_EVENT.EVENT_ID.eq(nonsense))
                .execute();
    }

    private void putBack(UUID event) {
        stage.sql()
                .insertInto(UNTOLD_EVENT)
                .set(UNTOLD_EVENT.EVENT_ID, event)
                .set(UNTOLD_EVENT.DUE_AT, Instant.now().minusSeconds(60))
                .execute();
    }
}
