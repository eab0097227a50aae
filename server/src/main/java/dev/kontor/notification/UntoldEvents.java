package dev.kontor.notification;

import static kontor.tables.Tables.UNTOLD_EVENT;
import static kontor.tables.facts.Tables.EVENT;
import static org.jooq.impl.DSL.*;

import dev.kontor.audit.AuditKind;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.InsertValuesStep2;
import org.jooq.Record;
import org.jooq.types.DayToSecond;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the outbox: events of the log that are still to be told. */
@Component
class UntoldEvents {
    private static final Duration FIRST_WAIT = Duration.ofSeconds(5);

    private final DSLContext sql;
    private final Clock clock;
    private final JsonMapper json;

    UntoldEvents(DSLContext sql, Clock clock, JsonMapper json) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
    }

    void insert(List<UUID> eventIds) {
        Instant now = clock.instant();
        InsertValuesStep2<Record, UUID, Instant> insert =
                sql.insertInto(UNTOLD_EVENT, UNTOLD_EVENT.EVENT_ID, UNTOLD_EVENT.DUE_AT);
        for (UUID id : eventIds) {
            insert = insert.values(id, now);
        }
        insert.execute();
    }

    /** The next one that is due and that no other node has in hand; another one while this transaction lasts. */
    Optional<UUID> next() {
        return sql.select(UNTOLD_EVENT.EVENT_ID)
                .from(UNTOLD_EVENT)
                .where(UNTOLD_EVENT.DUE_AT.le(clock.instant()))
                .orderBy(UNTOLD_EVENT.DUE_AT, UNTOLD_EVENT.EVENT_ID)
                .limit(inline(1))
                .forUpdate()
                .skipLocked()
                .fetchOptional(UNTOLD_EVENT.EVENT_ID);
    }

    Event read(UUID eventId) {
        return sql.select(
                        EVENT.EVENT_ID,
                        EVENT.AT,
                        EVENT.KIND,
                        EVENT.ACTOR_ID,
                        EVENT.ORGANIZATION_ID,
                        EVENT.WORKSPACE_ID,
                        EVENT.WORKSPACE_NAME,
                        EVENT.WORKSPACE_ORGANIZATION_ID,
                        EVENT.OBJECT_KIND,
                        EVENT.OBJECT_ID,
                        EVENT.OBJECT_NAME,
                        EVENT.DETAIL)
                .from(EVENT)
                .where(EVENT.EVENT_ID.eq(eventId))
                .fetchSingle(this::event);
    }

    /** Whether it was to be told quietly: nobody is mailed because of it. */
    boolean told(UUID eventId) {
        return sql.deleteFrom(UNTOLD_EVENT)
                .where(UNTOLD_EVENT.EVENT_ID.eq(eventId))
                .returningResult(UNTOLD_EVENT.QUIET)
                .fetchSingle()
                .value1();
    }

    /** Tried again later and later, so that one that cannot be told does not keep the others waiting. */
    void failed(UUID eventId) {
        var wait = field(
                "least({0} * power(2, {1}), interval '1 hour')",
                DayToSecond.class, val(DayToSecond.valueOf(FIRST_WAIT)), UNTOLD_EVENT.ATTEMPTS);
        sql.update(UNTOLD_EVENT)
                .set(UNTOLD_EVENT.ATTEMPTS, UNTOLD_EVENT.ATTEMPTS.plus(1))
                .set(
                        UNTOLD_EVENT.DUE_AT,
                        val(clock.instant(), UNTOLD_EVENT.DUE_AT).add(wait))
                .where(UNTOLD_EVENT.EVENT_ID.eq(eventId))
                .execute();
    }

    private Event event(Record r) {
        return new Event(
                r.get(EVENT.EVENT_ID),
                r.get(EVENT.AT),
                AuditKind.of(r.get(EVENT.KIND)),
                r.get(EVENT.ACTOR_ID),
                r.get(EVENT.ORGANIZATION_ID),
                r.get(EVENT.WORKSPACE_ID),
                r.get(EVENT.WORKSPACE_NAME),
                r.get(EVENT.WORKSPACE_ORGANIZATION_ID),
                r.get(EVENT.OBJECT_KIND),
                r.get(EVENT.OBJECT_ID),
                r.get(EVENT.OBJECT_NAME),
                json.readTree(r.get(EVENT.DETAIL).data()));
    }
}
