package dev.kontor.version;

import static dev.kontor.web.Refusal.NOT_FOUND;
import static dev.kontor.web.Refusal.UNACCEPTABLE;
import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.DATASET_STANDING;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetFacts;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.version.Ref.OfDraft;
import dev.kontor.version.Ref.OfName;
import dev.kontor.version.Ref.OfNumber;
import dev.kontor.version.Ref.OfVersion;
import dev.kontor.version.Spot.Layer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.Record4;
import org.jooq.Select;
import org.jooq.SelectSelectStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds the state that a reference names, and asks in the same statement whether the actor may look at it. */
@Component
public class Spots {
    private static final Field<Long> LINE_ID = field(name("s", "line_id"), Long.class);
    private static final Field<Long> NUMBER = field(name("s", "number"), Long.class);
    private static final Field<UUID> VERSION_ID = field(name("s", "version_id"), UUID.class);
    private static final Field<Long> CATALOG_ID = field(name("s", "catalog_id"), Long.class);

    private static final kontor.tables.Line L = LINE.as("l");
    private static final kontor.tables.Version V = VERSION.as("v");
    /** The newest of a line, or where it forked: numbers grow along both. */
    private static final Condition OF_LINE = VERSION.LINE_ID
            .eq(L.ID)
            .and(VERSION.NUMBER.eq(select(max(V.NUMBER)).from(V).where(V.LINE_ID.eq(L.ID))))
            .or(VERSION.LINE_ID.eq(L.PARENT_LINE_ID).and(VERSION.NUMBER.eq(L.FORKED_AT)));

    private final DSLContext sql;
    private final Access access;

    Spots(DSLContext sql, Access access) {
        this.sql = sql;
        this.access = access;
    }

    public Spot find(Actor actor, UUID datasetId, String ref) {
        Ref wanted = Ref.read(ref);
        return find(actor, wanted.needs(), datasetId, wanted);
    }

    /** A state that stays: no draft. */
    public Spot version(Actor actor, UUID datasetId, String ref) {
        Ref wanted = Ref.read(ref);
        if (wanted instanceof OfDraft) {
            throw UNACCEPTABLE.on("version", "This needs a version; a draft still changes.");
        }
        return find(actor, DatasetPermission.DATASET_READ, datasetId, wanted);
    }

    Spot find(Actor actor, DatasetPermission permission, UUID datasetId, Ref wanted) {
        Record row = sql.select(DATASET.ID, DATASET.PROJECT_ID, DATASET.WORKSPACE_ID, DATASET.VISIBILITY)
                .select(DatasetFacts.FIELDS)
                .select(LINE_ID, NUMBER, VERSION_ID, LINE.PARENT_LINE_ID, LINE.FORKED_AT, CATALOG.BODY)
                .from(DATASET)
                .leftJoin(DATASET_STANDING)
                .on(DatasetFacts.join(actor, DATASET.ID))
                .leftJoin(lateral(named(wanted)).as("s"))
                .on(trueCondition())
                .leftJoin(LINE)
                .on(LINE.ID.eq(LINE_ID))
                .leftJoin(CATALOG)
                .on(CATALOG.ID.eq(CATALOG_ID))
                .where(DATASET.ID.eq(datasetId))
                .fetchOptional()
                .orElseThrow(NOT_FOUND::refused);
        Grant<InDataset> grant = access.require(actor, permission, row);
        Long line = row.get(LINE_ID);
        if (line == null) {
            return empty(grant, wanted);
        }
        List<Layer> layers = new ArrayList<>();
        layers.add(new Layer(line, row.get(NUMBER)));
        layers.addAll(below(row.get(LINE.PARENT_LINE_ID), row.get(LINE.FORKED_AT)));
        return new Spot(
                grant,
                layers,
                row.get(VERSION_ID),
                row.get(NUMBER),
                Optional.ofNullable(row.get(CATALOG.BODY)).map(JSONB::data));
    }

    /** The version before a state on its way here; nothing before the first. */
    public Spot before(Spot spot) {
        List<Layer> layers = spot.layers();
        if (layers.isEmpty()) {
            return spot;
        }
        List<Layer> below = layers.subList(1, layers.size());
        Layer own = layers.getFirst();
        Condition forked = below.isEmpty()
                ? falseCondition()
                : VERSION.LINE_ID
                        .eq(below.getFirst().lineId())
                        .and(VERSION.NUMBER.eq(below.getFirst().at()));
        return sql.select(VERSION.ID, VERSION.LINE_ID, VERSION.NUMBER)
                .from(VERSION)
                .where(VERSION.LINE_ID.eq(own.lineId()).and(VERSION.NUMBER.lt(own.at())))
                .or(forked)
                .orderBy(VERSION.NUMBER.desc())
                .limit(inline(1))
                .fetchOptional(row -> {
                    List<Layer> its = new ArrayList<>(below);
                    if (row.value2() == own.lineId()) {
                        its.addFirst(new Layer(own.lineId(), row.value3()));
                    }
                    return new Spot(spot.grant(), its, row.value1(), row.value3(), spot.catalog());
                })
                .orElseGet(() -> new Spot(spot.grant(), List.of(), null, 0, Optional.empty()));
    }

    /** Refused where a version was deleted after it was found. */
    void check(Spot spot) {
        if (spot.versionId() != null && !sql.fetchExists(VERSION, VERSION.ID.eq(spot.versionId()))) {
            throw NOT_FOUND.refused();
        }
    }

    /** The main branch is there from the beginning, although its line comes with the first draft. */
    private static Spot empty(Grant<InDataset> grant, Ref wanted) {
        if (wanted.equals(new OfName(Ref.MAIN))) {
            return new Spot(grant, List.of(), null, 0, Optional.empty());
        }
        throw NOT_FOUND.refused();
    }

    private static Select<?> named(Ref wanted) {
        return switch (wanted) {
            case OfVersion(UUID id) ->
                version().from(VERSION).where(VERSION.DATASET_ID.eq(DATASET.ID).and(VERSION.ID.eq(id)));
            case OfNumber(long number) ->
                version().from(VERSION).where(VERSION.DATASET_ID.eq(DATASET.ID).and(VERSION.NUMBER.eq(number)));
            case OfName(String name) ->
                version()
                        .from(BRANCH)
                        .join(L)
                        .on(L.ID.eq(BRANCH.LINE_ID))
                        .join(VERSION)
                        .on(OF_LINE)
                        .where(BRANCH.DATASET_ID.eq(DATASET.ID).and(BRANCH.NAME.eq(name)))
                        .unionAll(version()
                                .from(TAG)
                                .join(VERSION)
                                .on(VERSION.ID.eq(TAG.VERSION_ID))
                                .where(TAG.DATASET_ID.eq(DATASET.ID).and(TAG.NAME.eq(name))))
                        .orderBy(field(name("number")).desc())
                        .limit(inline(1));
            case OfDraft(long number) ->
                select(
                                DRAFT.LINE_ID,
                                DRAFT.NUMBER,
                                inline((UUID) null).as("version_id"),
                                coalesce(DRAFT.CATALOG_ID, newestCatalog()).as("catalog_id"))
                        .from(DRAFT)
                        .join(L)
                        .on(L.ID.eq(DRAFT.LINE_ID))
                        .where(DRAFT.DATASET_ID.eq(DATASET.ID).and(DRAFT.NUMBER.eq(number)));
        };
    }

    private static SelectSelectStep<Record4<Long, Long, UUID, Long>> version() {
        return select(VERSION.LINE_ID, VERSION.NUMBER, VERSION.ID.as("version_id"), VERSION.CATALOG_ID);
    }

    private static Field<Long> newestCatalog() {
        return field(select(VERSION.CATALOG_ID)
                .from(VERSION)
                .where(OF_LINE)
                .orderBy(VERSION.NUMBER.desc())
                .limit(inline(1)));
    }

    /** The same of several lines, by one statement; those that overlay none are left out. */
    public Map<Long, List<Layer>> below(Collection<Long> lines) {
        Map<Long, List<Layer>> all = new HashMap<>();
        sql.fetch("""
            with recursive chain(of, line_id, at, depth) as (
                select id, parent_line_id, forked_at, 1 from line where id = any ({0}) and parent_line_id is not null
                union all
                select c.of, l.parent_line_id, l.forked_at, c.depth + 1
                from chain c join line l on l.id = c.line_id
                where l.parent_line_id is not null)
            select of, line_id, at from chain order by of, depth\
            """, val(lines.toArray(Long[]::new)))
                .forEach(row -> all.computeIfAbsent(row.get("of", Long.class), line -> new ArrayList<>())
                        .add(new Layer(row.get("line_id", Long.class), row.get("at", Long.class))));
        return all;
    }

    /** The lines that a line overlays; chains are short, and that of the main branch has one line. */
    public List<Layer> below(@Nullable Long parentId, @Nullable Long forkedAt) {
        if (parentId == null || forkedAt == null) {
            return List.of();
        }
        return sql.fetch("""
            with recursive chain(line_id, at, depth) as (
                select {0}, {1}, 1
                union all
                select l.parent_line_id, l.forked_at, c.depth + 1
                from chain c join line l on l.id = c.line_id
                where l.parent_line_id is not null)
            select line_id, at from chain order by depth\
            """, val(parentId), val(forkedAt))
                .map(row -> new Layer(row.get("line_id", Long.class), row.get("at", Long.class)));
    }
}
