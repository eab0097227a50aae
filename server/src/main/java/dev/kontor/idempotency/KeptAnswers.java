package dev.kontor.idempotency;

import static kontor.tables.Tables.KEPT_ANSWER;
import static org.jooq.impl.DSL.*;

import dev.kontor.web.Refusal;
import java.nio.ByteBuffer;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The SQL of answers that are kept. */
@Component
class KeptAnswers {
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private final DSLContext sql;
    private final Clock clock;
    private final IdempotencySettings settings;

    KeptAnswers(DSLContext sql, Clock clock, IdempotencySettings settings) {
        this.sql = sql;
        this.clock = clock;
        this.settings = settings;
    }

    /** Only one of those who send the same key at the same time goes on; the others wait, within reason. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void lock(Sender sender) {
        try {
            sql.execute(
                    "select set_config('lock_timeout', {0}, true)",
                    val(Long.toString(settings.patience().toMillis())));
            sql.execute(
                    "select pg_advisory_xact_lock({0})",
                    val(ByteBuffer.wrap(sender.digest()).getLong()));
            sql.execute("set local lock_timeout to default"); // the pool's own
        } catch (RuntimeException e) {
            SQLException cause = ExceptionUtils.throwableOfType(e, SQLException.class);
            if (cause != null && LOCK_NOT_AVAILABLE.equals(cause.getSQLState())) {
                throw Refusal.REQUEST_RUNNING.refused().with("retryAfterSeconds", 1L);
            }
            throw e;
        }
    }

    /** The answer to this request; refused where the key was used for another one. */
    Optional<Answer> find(Sender sender, byte[] request) {
        return sql.select(KEPT_ANSWER.REQUEST, KEPT_ANSWER.SEALED)
                .from(KEPT_ANSWER)
                .where(KEPT_ANSWER.KEY_DIGEST.eq(sender.digest()))
                .and(KEPT_ANSWER.KEPT_UNTIL.gt(clock.instant()))
                .fetchOptional(r -> {
                    if (!Arrays.equals(r.value1(), request)) {
                        throw Refusal.IDEMPOTENCY_KEY_USED.refused();
                    }
                    return Answer.opened(r.value2(), sender.secret());
                });
    }

    /** In the transaction of what the answer tells of: both are there, or neither. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void insert(Sender sender, byte[] request, Answer answer) {
        sql.insertInto(KEPT_ANSWER)
                .set(KEPT_ANSWER.KEY_DIGEST, sender.digest())
                .set(KEPT_ANSWER.REQUEST, request)
                .set(KEPT_ANSWER.SEALED, answer.sealed(sender.secret()))
                .set(KEPT_ANSWER.KEPT_UNTIL, clock.instant().plus(settings.keep()))
                .onConflict(KEPT_ANSWER.KEY_DIGEST)
                .doUpdate()
                .setAllToExcluded()
                .execute();
    }

    void sweep() {
        sql.deleteFrom(KEPT_ANSWER)
                .where(KEPT_ANSWER.KEPT_UNTIL.le(clock.instant()))
                .execute();
    }
}
