package dev.kontor.audit;

import static kontor.tables.Tables.AUDIT_EVENT;

import dev.kontor.access.Actor;
import java.time.Clock;
import org.jooq.DSLContext;
import org.jooq.JSONB;
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
    private final DSLContext sql;
    private final Clock clock;
    private final JsonMapper json;

    /** Also for the shell, where nothing injects. */
    public Audit(DSLContext sql, Clock clock, JsonMapper json) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, AuditEvent event) {
        assert event.kind().describes(event.objectKind(), event.detail()) : "AuditKind does not tell of this: " + event;
        sql.insertInto(AUDIT_EVENT)
                .set(AUDIT_EVENT.AT, clock.instant())
                .set(AUDIT_EVENT.ACTOR_ID, actor.userId())
                .set(AUDIT_EVENT.ACTOR_NAME, actor.name())
                .set(AUDIT_EVENT.ACTOR_ORGANIZATION_ID, actor.organizationId())
                .set(AUDIT_EVENT.KEY_ID, actor.key().map(Actor.Key::id).orElse(null))
                .set(AUDIT_EVENT.ORGANIZATION_ID, event.organizationId())
                .set(AUDIT_EVENT.WORKSPACE_ID, event.workspaceId())
                .set(AUDIT_EVENT.KIND, event.kind().code())
                .set(AUDIT_EVENT.OBJECT_KIND, event.objectKind())
                .set(AUDIT_EVENT.OBJECT_ID, event.objectId())
                .set(AUDIT_EVENT.OBJECT_NAME, event.objectName())
                .set(AUDIT_EVENT.DETAIL, JSONB.jsonb(json.writeValueAsString(event.detail())))
                .execute();
    }
}
