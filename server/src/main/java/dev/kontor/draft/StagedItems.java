package dev.kontor.draft;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.draft.Plan.Current;
import dev.kontor.draft.Plan.Row;
import dev.kontor.storage.Digest;
import dev.kontor.version.Overlay;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.BatchBindStep;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of a draft's rows: what is at some paths, and what a {@link Plan} makes of it. */
@Component
class StagedItems {
    private static final long FOREVER = Long.MAX_VALUE;
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final List<Field<?>> ANNOTS = List.of(ANNOT.ID, ANNOT.LABELS, ANNOT.META);

    private final DSLContext sql;

    StagedItems(DSLContext sql) {
        this.sql = sql;
    }

    /** What is at those paths, by path, and the rows of labels that can be used again. */
    record Found(Map<String, Current> current, Map<Annot, Long> annots) {
        Current at(String path) {
            return current.getOrDefault(path, Current.ABSENT);
        }
    }

    /** Labels and metadata, of which one row is enough. */
    record Annot(@Nullable JsonNode labels, @Nullable JsonNode metadata) {
        static Annot of(Value value) {
            return new Annot(value.labels(), value.metadata());
        }

        boolean none() {
            return labels == null && metadata == null;
        }
    }

    Found find(Work work, Collection<String> paths) {
        String[] wanted = paths.toArray(String[]::new);
        Found found = new Found(new HashMap<>(), new HashMap<>());
        below(work, wanted, found);
        // the partial index on the head and the one on removed rows each serve one half
        sql.select(ITEM.PATH, ITEM.ADDED_IN, ITEM.REMOVED_IN, ITEM.DIGEST, ITEM.SIZE, ITEM.MEDIA_TYPE)
                .select(ANNOTS)
                .from(ITEM)
                .leftJoin(ANNOT)
                .on(ANNOT.ID.eq(ITEM.ANNOT_ID))
                .where(ITEM.LINE_ID.eq(work.lineId()))
                .and(ITEM.PATH.eq(any(wanted)))
                .and(ITEM.REMOVED_IN.ge(work.number()))
                .forEach(
                        row -> found.current().merge(row.get(ITEM.PATH), current(work, row, found), StagedItems::both));
        return found;
    }

    private void below(Work work, String[] paths, Found found) {
        if (work.below().isEmpty()) {
            return;
        }
        var i = Overlay.I;
        sql.select(i.PATH, i.DIGEST, i.SIZE, i.MEDIA_TYPE)
                .select(ANNOTS)
                .from(Overlay.rows(work.below(), ITEM.PATH.eq(any(paths))))
                .leftJoin(ANNOT)
                .on(ANNOT.ID.eq(i.ANNOT_ID))
                .forEach(row -> found.current()
                        .put(
                                row.get(i.PATH),
                                new Current(
                                        Optional.empty(),
                                        Optional.empty(),
                                        false,
                                        value(row, row.get(i.DIGEST), row.get(i.SIZE), row.get(i.MEDIA_TYPE), found))));
    }

    private static Current current(Work work, Record row, Found found) {
        byte[] digest = row.get(ITEM.DIGEST);
        Row one = new Row(
                digest == null ? null : value(row, digest, row.get(ITEM.SIZE), row.get(ITEM.MEDIA_TYPE), found));
        boolean own = row.get(ITEM.ADDED_IN) == work.number();
        return own
                ? new Current(Optional.of(one), Optional.empty(), false, null)
                : new Current(Optional.empty(), Optional.of(one), row.get(ITEM.REMOVED_IN) == work.number(), null);
    }

    private static Current both(Current a, Current b) {
        return new Current(
                a.own().or(b::own),
                a.base().or(b::base),
                a.hidden() || b.hidden(),
                a.below() != null ? a.below() : b.below());
    }

    private static Value value(Record row, byte[] digest, long size, String mediaType, Found found) {
        Value value =
                new Value(Digest.of(digest), size, mediaType, json(row.get(ANNOT.LABELS)), json(row.get(ANNOT.META)));
        if (row.get(ANNOT.ID) != null) {
            found.annots().put(Annot.of(value), row.get(ANNOT.ID));
        }
        return value;
    }

    private static @Nullable JsonNode json(@Nullable JSONB body) {
        return body == null ? null : JSON.readTree(body.data());
    }

    /** Carries plans out, by path. */
    void carryOut(Work work, Map<String, Plan> plans, Found found) {
        Condition line = ITEM.LINE_ID.eq(work.lineId());
        String[] drop = paths(plans, Plan::drop);
        if (drop.length > 0) {
            sql.deleteFrom(ITEM)
                    .where(line.and(ITEM.PATH.eq(any(drop))).and(ITEM.ADDED_IN.eq(work.number())))
                    .execute();
        }
        String[] hide = paths(plans, Plan::hide);
        if (hide.length > 0) {
            sql.update(ITEM)
                    .set(ITEM.REMOVED_IN, work.number())
                    .where(line.and(ITEM.PATH.eq(any(hide)))
                            .and(ITEM.REMOVED_IN.eq(inline(FOREVER)))
                            .and(ITEM.ADDED_IN.lt(work.number())))
                    .execute();
        }
        String[] reveal = paths(plans, Plan::reveal);
        if (reveal.length > 0) {
            sql.update(ITEM)
                    .set(ITEM.REMOVED_IN, FOREVER)
                    .where(line.and(ITEM.PATH.eq(any(reveal))).and(ITEM.REMOVED_IN.eq(work.number())))
                    .execute();
        }
        put(work, plans, found.annots());
    }

    private static String[] paths(Map<String, Plan> plans, java.util.function.Predicate<Plan> which) {
        return plans.entrySet().stream()
                .filter(one -> which.test(one.getValue()))
                .map(Map.Entry::getKey)
                .toArray(String[]::new);
    }

    private void put(Work work, Map<String, Plan> plans, Map<Annot, Long> annots) {
        newAnnots(work, plans.values(), annots);
        BatchBindStep batch = sql.batch(sql.insertInto(
                        ITEM,
                        ITEM.LINE_ID,
                        ITEM.PATH,
                        ITEM.ADDED_IN,
                        ITEM.DIGEST,
                        ITEM.SIZE,
                        ITEM.MEDIA_TYPE,
                        ITEM.ANNOT_ID)
                .values((Long) null, null, null, null, null, null, null));
        for (var one : plans.entrySet()) {
            Value value = one.getValue().put();
            if (value != null) {
                batch = batch.bind(
                        work.lineId(),
                        one.getKey(),
                        work.number(),
                        value.digest().bytes(),
                        value.size(),
                        value.mediaType(),
                        annots.get(Annot.of(value)));
            } else if (one.getValue().tombstone()) {
                batch = batch.bind(work.lineId(), one.getKey(), work.number(), null, 0L, "", null);
            }
        }
        if (batch.size() > 0) {
            batch.execute();
        }
    }

    /** Rows for labels that have none yet; equal ones share a row. */
    private void newAnnots(Work work, Collection<Plan> plans, Map<Annot, Long> annots) {
        List<Annot> fresh = new ArrayList<>();
        for (Plan plan : plans) {
            Annot annot = plan.put() == null ? new Annot(null, null) : Annot.of(plan.put());
            if (!annot.none() && annots.putIfAbsent(annot, -1L) == null) {
                fresh.add(annot);
            }
        }
        if (fresh.isEmpty()) {
            return;
        }
        List<Long> ids = sql.fetch("select nextval('annot_id') as id from generate_series(1, {0})", val(fresh.size()))
                .getValues("id", Long.class);
        BatchBindStep batch = sql.batch(sql.insertInto(ANNOT, ANNOT.ID, ANNOT.WORKSPACE_ID, ANNOT.LABELS, ANNOT.META)
                .values((Long) null, null, null, null));
        for (int i = 0; i < fresh.size(); i++) {
            annots.put(fresh.get(i), ids.get(i));
            batch = batch.bind(
                    ids.get(i),
                    work.grant().scope().workspaceId(),
                    jsonb(fresh.get(i).labels()),
                    jsonb(fresh.get(i).metadata()));
        }
        batch.execute();
    }

    private static @Nullable JSONB jsonb(@Nullable JsonNode body) {
        return body == null ? null : JSONB.jsonb(body.toString());
    }

    /** The line is as its last version left it. */
    void discard(Work work) {
        sql.deleteFrom(ITEM)
                .where(ITEM.LINE_ID.eq(work.lineId()).and(Overlay.added(ITEM.ADDED_IN.eq(work.number()))))
                .execute();
        sql.update(ITEM)
                .set(ITEM.REMOVED_IN, FOREVER)
                .where(ITEM.LINE_ID.eq(work.lineId()).and(ITEM.REMOVED_IN.eq(work.number())))
                .and(ITEM.REMOVED_IN.lt(inline(FOREVER))) // the index of ended rows knows no others
                .execute();
    }
}
