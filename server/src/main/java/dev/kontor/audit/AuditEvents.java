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

/** The SQL of reading the log, newest first. */
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

    /** One event; {@code byKey} where an access key acted for the person. */
    record Entry(UUID id, Instant at, Who actor, String kind, What object, JsonNode detail, boolean byKey) {}

    /** Which events are wanted: words in names or kind, one person's, of one kind. */
    record Wanted(
            Listing listing, @Nullable UUID actor, @Nullable String kind) {
        Condition condition() {
            Condition found = listing.search()
                    .<Condition>map(q -> lower(AUDIT_EVENT.OBJECT_NAME)
                            .contains(q)
                            .or(lower(AUDIT_EVENT.ACTOR_NAME).contains(q))
                            .or(AUDIT_EVENT.KIND.contains(q)))
                    .orElse(noCondition());
            Condition by = actor == null ? noCondition() : AUDIT_EVENT.ACTOR_ID.eq(actor);
            Condition of = kind == null ? noCondition() : AUDIT_EVENT.KIND.eq(kind);
            Condition after = listing.after(1)
                    .<Condition>map(c -> AUDIT_EVENT.ID.lt(c.id(0)))
                    .orElse(noCondition());
            return found.and(by).and(of).and(after);
        }
    }

    Page<Entry> list(Grant<InWorkspace> grant, Wanted wanted) {
        int size = wanted.listing().size();
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
                .and(wanted.condition())
                .orderBy(AUDIT_EVENT.ID.desc())
                .limit(inline(size + 1))
                .fetch(r -> new Entry(
                        r.value1(),
                        r.value2(),
                        new Who(r.value3(), r.value4()),
                        r.value5(),
                        new What(r.value6(), r.value7(), r.value8()),
                        json.readTree(r.value9().data()),
                        r.value10() != null));
        return Page.of(rows, size, e -> Cursor.of(e.id()));
    }
}
