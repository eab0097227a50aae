package dev.kontor.version;

import static dev.kontor.web.Refusal.NOT_FOUND;
import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.DATASET_STANDING;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetFacts;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.version.Ref.OfBranch;
import dev.kontor.version.Ref.OfDraft;
import dev.kontor.version.Ref.OfVersion;
import dev.kontor.version.Spot.Layer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
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

    /** The main branch is there from the beginning, although its line comes with the first draft. */
    private static Spot empty(Grant<InDataset> grant, Ref wanted) {
        if (wanted.equals(new OfBranch(Ref.MAIN))) {
            return new Spot(grant, List.of(), null, 0, Optional.empty());
        }
        throw NOT_FOUND.refused();
    }

    private static Select<?> named(Ref wanted) {
        return switch (wanted) {
            case OfVersion(UUID id) ->
                version().from(VERSION).where(VERSION.DATASET_ID.eq(DATASET.ID).and(VERSION.ID.eq(id)));
            case OfBranch(String name) ->
                version()
                        .from(BRANCH)
                        .join(L)
                        .on(L.ID.eq(BRANCH.LINE_ID))
                        .join(VERSION)
                        .on(OF_LINE)
                        .where(BRANCH.DATASET_ID.eq(DATASET.ID).and(BRANCH.NAME.eq(name)))
                        .orderBy(VERSION.NUMBER.desc())
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

    private static SelectSelectStep<?> version() {
        return select(VERSION.LINE_ID, VERSION.NUMBER, VERSION.ID.as("version_id"), VERSION.CATALOG_ID);
    }

    private static Field<Long> newestCatalog() {
        return field(select(VERSION.CATALOG_ID)
                .from(VERSION)
                .where(OF_LINE)
                .orderBy(VERSION.NUMBER.desc())
                .limit(inline(1)));
    }

    /** The lines that a line overlays; chains are short, and that of the main branch has one line. */
    public List<Layer> below(@Nullable Long parentId, @Nullable Long forkedAt) {
        List<Layer> layers = new ArrayList<>();
        Long line = parentId;
        Long at = forkedAt;
        while (line != null && at != null) {
            layers.add(new Layer(line, at));
            var parent = sql.select(LINE.PARENT_LINE_ID, LINE.FORKED_AT)
                    .from(LINE)
                    .where(LINE.ID.eq(line))
                    .fetchSingle();
            line = parent.value1();
            at = parent.value2();
        }
        return layers;
    }
}
