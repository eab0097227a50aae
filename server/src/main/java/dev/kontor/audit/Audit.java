package dev.kontor.audit;

import static kontor.tables.Tables.AUDIT_EVENT;

import dev.kontor.access.Actor;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.InsertValuesStepN;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the log. Called by a use case in its own transaction, because a listener runs after the commit and could lose
 * the event.
 */
@Component
public class Audit {
    private static final int MOST = 1_000;
    private static final List<Field<?>> COLUMNS = List.of(
            AUDIT_EVENT.AT,
            AUDIT_EVENT.ACTOR_ID,
            AUDIT_EVENT.ACTOR_NAME,
            AUDIT_EVENT.ACTOR_ORGANIZATION_ID,
            AUDIT_EVENT.KEY_ID,
            AUDIT_EVENT.ORGANIZATION_ID,
            AUDIT_EVENT.WORKSPACE_ID,
            AUDIT_EVENT.KIND,
            AUDIT_EVENT.OBJECT_KIND,
            AUDIT_EVENT.OBJECT_ID,
            AUDIT_EVENT.OBJECT_NAME,
            AUDIT_EVENT.DETAIL,
            AUDIT_EVENT.UNATTENDED);

    private final DSLContext sql;
    private final Clock clock;
    private final JsonMapper json;
    private final ApplicationEventPublisher listeners;

    /** For the shell, where nothing injects and nobody listens. */
    public Audit(DSLContext sql, Clock clock, JsonMapper json) {
        this(sql, clock, json, event -> {});
    }

    @Autowired
    Audit(DSLContext sql, Clock clock, JsonMapper json, ApplicationEventPublisher listeners) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
        this.listeners = listeners;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, AuditEvent event) {
        record(actor, List.of(event));
    }

    /** Several things that one person did in one step, in one statement per thousand. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, List<AuditEvent> events) {
        Instant now = clock.instant();
        for (int from = 0; from < events.size(); from += MOST) {
            InsertValuesStepN<Record> insert = sql.insertInto(AUDIT_EVENT, COLUMNS);
            for (AuditEvent event : events.subList(from, Math.min(events.size(), from + MOST))) {
                insert = insert.values(row(actor, event, now));
            }
            listeners.publishEvent(new Recorded(insert.returning(AUDIT_EVENT.ID, AUDIT_EVENT.KIND).fetch().stream()
                    .map(row -> new Recorded.Entry(row.get(AUDIT_EVENT.ID), AuditKind.of(row.get(AUDIT_EVENT.KIND))))
                    .toList()));
        }
    }

    private List<@Nullable Object> row(Actor actor, AuditEvent event, Instant now) {
        assert event.kind().describes(event.objectKind(), event.detail()) : "AuditKind does not tell of this: " + event;
        return Arrays.asList(
                now,
                actor.userId(),
                actor.name(),
                actor.organizationId(),
                actor.key().map(Actor.Key::id).orElse(null),
                event.organizationId(),
                event.workspaceId(),
                event.kind().code(),
                event.objectKind(),
                event.objectId(),
                event.objectName(),
                JSONB.jsonb(json.writeValueAsString(event.detail())),
                actor.unattended());
    }
}
