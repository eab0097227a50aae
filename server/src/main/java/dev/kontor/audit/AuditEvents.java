package dev.kontor.audit;

import static kontor.tables.Tables.AUDIT_EVENT;
import static kontor.tables.facts.Tables.WORKSPACE_CARD;
import static org.jooq.impl.DSL.*;

import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
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

    record Where(UUID id, @Nullable String name) {}

    /**
     * One event; {@code byKey} where an access key acted for the person. What happened in another organization's
     * workspace has neither object nor particulars (C-07).
     */
    record Entry(
            UUID id,
            Instant at,
            Who actor,
            String kind,
            @Nullable Where workspace,
            @Nullable What object,
            @Nullable JsonNode detail,
            boolean byKey) {}

    /** What is looked for: by filter, and by words. */
    record Wanted(ActivityFilter filter, @Nullable String q) {
        Condition in(Logbook book) {
            return book.events().and(filter.condition(book.told())).and(ActivityFilter.words(q, book.told()));
        }
    }

    Page<Entry> list(Logbook book, ActivityFilter filter, Listing listing) {
        Wanted wanted = new Wanted(filter, listing.search().orElse(null));
        var rows = after(book, wanted, listing.after(2), listing.size() + 1);
        return Page.of(rows, listing.size(), AuditEvents::cursor);
    }

    static Cursor cursor(Entry entry) {
        return Cursor.of(entry.at(), entry.id());
    }

    List<Entry> after(Logbook book, Wanted wanted, Optional<Cursor> cursor, int size) {
        Condition after = cursor.<Condition>map(
                        c -> row(AUDIT_EVENT.AT, AUDIT_EVENT.ID).lt(c.instant(0), c.id(1)))
                .orElse(noCondition());
        return sql.select(
                        AUDIT_EVENT.ID,
                        AUDIT_EVENT.AT,
                        AUDIT_EVENT.ACTOR_ID,
                        AUDIT_EVENT.ACTOR_NAME,
                        AUDIT_EVENT.KIND,
                        AUDIT_EVENT.WORKSPACE_ID,
                        WORKSPACE_CARD.NAME,
                        AUDIT_EVENT.OBJECT_KIND,
                        AUDIT_EVENT.OBJECT_ID,
                        AUDIT_EVENT.OBJECT_NAME,
                        AUDIT_EVENT.DETAIL,
                        AUDIT_EVENT.KEY_ID,
                        field(book.told()).as("told"))
                .from(AUDIT_EVENT)
                .leftJoin(WORKSPACE_CARD)
                .on(WORKSPACE_CARD.WORKSPACE_ID.eq(AUDIT_EVENT.WORKSPACE_ID))
                .where(wanted.in(book))
                .and(after)
                .orderBy(AUDIT_EVENT.AT.desc(), AUDIT_EVENT.ID.desc())
                .limit(inline(size))
                .fetch(this::entry);
    }

    /** How many there are between each bound and the next, by the number of the first of them, counted from 1. */
    Map<Integer, Integer> counts(Logbook book, Wanted wanted, List<Instant> bounds) {
        var bucket = field(
                        "width_bucket({0}, {1})",
                        Integer.class,
                        AUDIT_EVENT.AT,
                        val(
                                bounds.toArray(Instant[]::new),
                                AUDIT_EVENT.AT.getDataType().array()))
                .as("bucket");
        return sql.select(bucket, count())
                .from(AUDIT_EVENT)
                .leftJoin(WORKSPACE_CARD)
                .on(WORKSPACE_CARD.WORKSPACE_ID.eq(AUDIT_EVENT.WORKSPACE_ID))
                .where(wanted.in(book))
                .and(AUDIT_EVENT.AT.ge(bounds.getFirst()).and(AUDIT_EVENT.AT.lt(bounds.getLast())))
                .groupBy(bucket)
                .fetchMap(bucket, count());
    }

    private Entry entry(Record r) {
        boolean told = Boolean.TRUE.equals(r.get("told", Boolean.class));
        UUID workspace = r.get(AUDIT_EVENT.WORKSPACE_ID);
        return new Entry(
                r.get(AUDIT_EVENT.ID),
                r.get(AUDIT_EVENT.AT),
                new Who(r.get(AUDIT_EVENT.ACTOR_ID), r.get(AUDIT_EVENT.ACTOR_NAME)),
                r.get(AUDIT_EVENT.KIND),
                workspace == null ? null : new Where(workspace, r.get(WORKSPACE_CARD.NAME)),
                told
                        ? new What(
                                r.get(AUDIT_EVENT.OBJECT_KIND),
                                r.get(AUDIT_EVENT.OBJECT_ID),
                                r.get(AUDIT_EVENT.OBJECT_NAME))
                        : null,
                told ? json.readTree(r.get(AUDIT_EVENT.DETAIL).data()) : null,
                told && r.get(AUDIT_EVENT.KEY_ID) != null);
    }
}
