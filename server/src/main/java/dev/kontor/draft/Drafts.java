package dev.kontor.draft;

import static dev.kontor.web.Refusal.NO_DRAFT;
import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.People;
import dev.kontor.branch.Branches;
import dev.kontor.version.Spot;
import dev.kontor.version.Spot.Layer;
import dev.kontor.version.Spots;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

/** The SQL of drafts and of the lines they stand on. */
@Component
class Drafts {
    private static final kontor.tables.Version V = VERSION.as("v");
    /** The newest of a line, or where it forked: numbers grow along both. */
    private static final Condition ITS_VERSION = VERSION.LINE_ID
            .eq(LINE.ID)
            .and(VERSION.NUMBER.eq(select(max(V.NUMBER)).from(V).where(V.LINE_ID.eq(LINE.ID))))
            .or(VERSION.LINE_ID.eq(LINE.PARENT_LINE_ID).and(VERSION.NUMBER.eq(LINE.FORKED_AT)));

    private static final Field<UUID> BASE = field(select(VERSION.ID)
                    .from(VERSION)
                    .where(ITS_VERSION)
                    .orderBy(VERSION.NUMBER.desc())
                    .limit(inline(1)))
            .as("base");

    private final DSLContext sql;
    private final Clock clock;
    private final Spots spots;
    private final Branches branches;
    private final Changes changes;

    Drafts(DSLContext sql, Clock clock, Spots spots, Branches branches, Changes changes) {
        this.sql = sql;
        this.clock = clock;
        this.spots = spots;
        this.branches = branches;
        this.changes = changes;
    }

    /** A draft, and whether it was there already. */
    record Opened(long number, boolean before) {}

    /** Opens one on a branch, or finds the one that is open there. */
    Opened open(Grant<InDataset> grant, String branch) {
        // of two who open the first draft one waits
        branches.hold(grant);
        long line = branches.line(grant, branch);
        Optional<Long> open = sql.select(DRAFT.NUMBER)
                .from(DRAFT)
                .where(DRAFT.LINE_ID.eq(line))
                .fetchOptional(DRAFT.NUMBER);
        if (open.isPresent()) {
            return new Opened(open.get(), true);
        }
        long number = branches.nextNumber(grant, line);
        sql.insertInto(DRAFT)
                .set(DRAFT.LINE_ID, line)
                .set(DRAFT.NUMBER, number)
                .set(DRAFT.DATASET_ID, grant.id())
                .set(DRAFT.OPENED_BY, grant.actor().userId())
                .set(DRAFT.CREATED_AT, clock.instant())
                .execute();
        return new Opened(number, false);
    }

    /** Takes an open draft in hand until the transaction ends; refused where it is open no more. */
    Work take(Grant<InDataset> grant, long number) {
        Record row = sql.select(DRAFT.LINE_ID, BRANCH.NAME, DRAFT.CATALOG_ID, LINE.PARENT_LINE_ID, LINE.FORKED_AT)
                .from(DRAFT)
                .join(LINE)
                .on(LINE.ID.eq(DRAFT.LINE_ID))
                .join(BRANCH)
                .on(BRANCH.LINE_ID.eq(DRAFT.LINE_ID))
                .where(DRAFT.DATASET_ID.eq(grant.id()).and(DRAFT.NUMBER.eq(number)))
                .forUpdate()
                .of(DRAFT)
                .fetchOptional()
                .orElseThrow(NO_DRAFT::refused);
        long line = row.get(DRAFT.LINE_ID);
        Work.Base base = sql.select(
                        VERSION.ID,
                        VERSION.NUMBER,
                        VERSION.ITEMS,
                        VERSION.BYTES,
                        VERSION.CATALOG_ID,
                        VERSION.STATISTICS)
                .from(LINE)
                .join(VERSION)
                .on(ITS_VERSION)
                .where(LINE.ID.eq(line))
                .orderBy(VERSION.NUMBER.desc())
                .limit(inline(1))
                .fetchOne(v -> new Work.Base(
                        v.value1(),
                        v.value2(),
                        v.value3(),
                        v.value4(),
                        v.value5(),
                        v.value6().data()));
        return new Work(
                grant,
                row.get(BRANCH.NAME),
                line,
                number,
                spots.below(row.get(LINE.PARENT_LINE_ID), row.get(LINE.FORKED_AT)),
                base,
                row.get(DRAFT.CATALOG_ID));
    }

    Optional<Changes.Delta> delta(Grant<InDataset> grant, long number) {
        return rows(grant).and(DRAFT.NUMBER.eq(number)).fetchOptional(this::delta);
    }

    private Changes.Delta delta(Record row) {
        return new Changes.Delta(
                row.get(DRAFT.LINE_ID),
                row.get(DRAFT.NUMBER),
                spots.below(row.get(LINE.PARENT_LINE_ID), row.get(LINE.FORKED_AT)));
    }

    boolean open(Grant<InDataset> grant, long number) {
        return sql.fetchExists(DRAFT, DRAFT.DATASET_ID.eq(grant.id()).and(DRAFT.NUMBER.eq(number)));
    }

    Optional<Draft> find(Grant<InDataset> grant, long number) {
        return described(grant, rows(grant).and(DRAFT.NUMBER.eq(number)).fetch()).stream()
                .findFirst();
    }

    /** One per branch at most. */
    List<Draft> list(Grant<InDataset> grant) {
        return described(
                grant, rows(grant).orderBy(DRAFT.NUMBER).limit(inline(200)).fetch());
    }

    /** With how much each changes, which costs one statement for all. */
    private List<Draft> described(Grant<InDataset> grant, List<Record> rows) {
        List<Long> lines = rows.stream()
                .filter(row -> row.get(LINE.PARENT_LINE_ID) != null)
                .map(row -> row.get(DRAFT.LINE_ID))
                .toList();
        Map<Long, List<Layer>> below = lines.isEmpty() ? Map.of() : spots.below(lines);
        List<Changes.Counts> counts = changes.counts(rows.stream()
                .map(row -> new Changes.Delta(
                        row.get(DRAFT.LINE_ID),
                        row.get(DRAFT.NUMBER),
                        below.getOrDefault(row.get(DRAFT.LINE_ID), List.of())))
                .toList());
        return IntStream.range(0, rows.size())
                .mapToObj(i -> draft(grant, rows.get(i), counts.get(i)))
                .toList();
    }

    private SelectConditionStep<Record> rows(Grant<InDataset> grant) {
        return sql.select(
                        DRAFT.NUMBER,
                        DRAFT.LINE_ID,
                        BRANCH.NAME,
                        DRAFT.CREATED_AT,
                        LINE.PARENT_LINE_ID,
                        LINE.FORKED_AT,
                        BASE)
                .select(People.fields(grant.actor()))
                .from(DRAFT)
                .join(LINE)
                .on(LINE.ID.eq(DRAFT.LINE_ID))
                .join(BRANCH)
                .on(BRANCH.LINE_ID.eq(DRAFT.LINE_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(DRAFT.OPENED_BY))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .leftJoin(MEMBER)
                .on(People.membership(val(grant.scope().workspaceId())))
                .where(DRAFT.DATASET_ID.eq(grant.id()));
    }

    private static Draft draft(Grant<InDataset> grant, Record row, Changes.Counts counts) {
        return new Draft(
                row.get(DRAFT.NUMBER),
                row.get(BRANCH.NAME),
                row.get(BASE),
                row.get(DRAFT.CREATED_AT),
                People.seenBy(grant).person(row),
                counts.added(),
                counts.changed(),
                counts.removed(),
                counts.bytes());
    }

    void delete(Work work) {
        sql.deleteFrom(DRAFT).where(DRAFT.LINE_ID.eq(work.lineId())).execute();
    }

    void setCatalog(Work work, String json) {
        long id = sql.insertInto(CATALOG)
                .set(CATALOG.WORKSPACE_ID, work.grant().scope().workspaceId())
                .set(CATALOG.BODY, JSONB.jsonb(json))
                .returning(CATALOG.ID)
                .fetchSingle()
                .get(CATALOG.ID);
        sql.update(DRAFT)
                .set(DRAFT.CATALOG_ID, id)
                .where(DRAFT.LINE_ID.eq(work.lineId()))
                .execute();
    }

    /** Declares what another version does; false where the draft does so already. */
    boolean adoptCatalog(Work work, Spot from) {
        String wanted = from.catalog().orElse("{}");
        if (catalog(work).orElse("{}").equals(wanted)) {
            return false;
        }
        setCatalog(work, wanted);
        return true;
    }

    /** What the draft's labels are checked against. */
    Optional<String> catalog(Work work) {
        if (work.catalogId() == null) {
            return Optional.empty();
        }
        return sql.select(CATALOG.BODY)
                .from(CATALOG)
                .where(CATALOG.ID.eq(work.catalogId()))
                .fetchOptional(CATALOG.BODY)
                .map(JSONB::data);
    }

    /** The version that a draft becomes. */
    record Committed(String message, long items, long bytes, Changes.Counts counts, String statistics) {}

    UUID insertVersion(Work work, Committed version) {
        return sql.insertInto(VERSION)
                .set(VERSION.LINE_ID, work.lineId())
                .set(VERSION.NUMBER, work.number())
                .set(VERSION.DATASET_ID, work.grant().id())
                .set(VERSION.MESSAGE, version.message())
                .set(VERSION.AUTHOR_ID, work.grant().actor().userId())
                .set(VERSION.CREATED_AT, clock.instant())
                .set(VERSION.ITEMS, version.items())
                .set(VERSION.BYTES, version.bytes())
                .set(VERSION.ADDED, version.counts().added())
                .set(VERSION.CHANGED, version.counts().changed())
                .set(VERSION.REMOVED, version.counts().removed())
                .set(VERSION.CATALOG_ID, work.catalogId())
                .set(VERSION.STATISTICS, JSONB.jsonb(version.statistics()))
                .returning(VERSION.ID)
                .fetchSingle()
                .get(VERSION.ID);
    }
}
