package dev.kontor.audit;

import static kontor.tables.Tables.AUDIT_EVENT;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Instant;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of the log as it is read; it is written by {@link Audit}. */
@Component
class AuditEvents {
    private final DSLContext sql;
    private final JsonMapper json;

    AuditEvents(DSLContext sql, JsonMapper json) {
        this.sql = sql;
        this.json = json;
    }

    record Who(UUID id, String name) {}

    record What(String kind, @Nullable String id, @Nullable String name) {}

    record Entry(UUID id, Instant at, Who actor, String kind, What object, JsonNode detail, boolean byKey) {}

    /** What happened in a workspace, newest first. */
    Page<Entry> list(Grant<InWorkspace> grant, Listing listing, @Nullable UUID by, @Nullable String kind) {
        Condition found = listing.search()
                .<Condition>map(q -> lower(AUDIT_EVENT.OBJECT_NAME)
                        .contains(q)
                        .or(lower(AUDIT_EVENT.ACTOR_NAME).contains(q))
                        .or(AUDIT_EVENT.KIND.contains(q)))
                .orElse(noCondition());
        var rows = sql.select(
                        AUDIT_EVENT.ID,
                        AUDIT_EVENT.AT,
                        AUDIT_EVENT.ACTOR_ID,
                        AUDIT_EVENT.ACTOR_NAME,
                        AUDIT_EVENT.KIND,
                        AUDIT_EVENT.OBJECT_KIND,
                        AUDIT_EVENT.OBJECT_ID,
                        AUDIT_EVENT.OBJECT_NAME,
                        AUDIT_EVENT.DETAIL,
                        AUDIT_EVENT.KEY_ID)
                .from(AUDIT_EVENT)
                .where(AUDIT_EVENT.WORKSPACE_ID.eq(grant.id()))
                .and(found)
                .and(by == null ? noCondition() : AUDIT_EVENT.ACTOR_ID.eq(by))
                .and(kind == null ? noCondition() : AUDIT_EVENT.KIND.eq(kind))
                .and(listing.after(1)
                        .<Condition>map(c -> AUDIT_EVENT.ID.lt(c.id(0)))
                        .orElse(noCondition()))
                .orderBy(AUDIT_EVENT.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(r -> new Entry(
                        r.value1(),
                        r.value2(),
                        new Who(r.value3(), r.value4()),
                        r.value5(),
                        new What(r.value6(), r.value7(), r.value8()),
                        json.readTree(r.value9().data()),
                        r.value10() != null));
        return Page.of(rows, listing.size(), e -> Cursor.of(e.id()));
    }
}
