package dev.kontor.branch;

import static dev.kontor.web.Refusal.NOT_FOUND;
import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.version.Ref;
import dev.kontor.version.Spot.Layer;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

/** The SQL of branches and of the lines that they point to. */
@Component
public class Branches {
    private static final kontor.tables.Branch FROM = BRANCH.as("origin");
    private static final kontor.tables.Version OWN = VERSION.as("own");
    private static final Field<Long> NEWEST = field(
                    select(max(OWN.NUMBER)).from(OWN).where(OWN.LINE_ID.eq(LINE.ID)))
            .as("newest");
    private static final Field<Long> VERSIONS = field(
                    select(count().cast(Long.class)).from(OWN).where(OWN.LINE_ID.eq(LINE.ID)))
            .as("versions");
    private static final Field<UUID> VERSION_ID = field(select(VERSION.ID)
                    .from(VERSION)
                    .where(VERSION.DATASET_ID.eq(BRANCH.DATASET_ID))
                    .and(VERSION.NUMBER.eq(coalesce(
                            field(select(max(OWN.NUMBER)).from(OWN).where(OWN.LINE_ID.eq(LINE.ID))), LINE.FORKED_AT))))
            .as("version_id");
    private static final Field<Boolean> MAIN =
            field(BRANCH.NAME.eq(inline(Ref.MAIN))).as("main");
    /** Names in one order, whatever their case. */
    private static final Field<String> ORDER = field("lower({0}) collate \"C\"", String.class, BRANCH.NAME);

    private final DSLContext sql;
    private final Clock clock;

    Branches(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** Holds what branches, tags and versions a dataset has until the transaction ends: of two who change it one waits. */
    public void hold(Grant<InDataset> grant) {
        sql.select(DATASET.ID)
                .from(DATASET)
                .where(DATASET.ID.eq(grant.id()))
                .forNoKeyUpdate()
                .fetch();
    }

    /** The main branch first, then by name. */
    Page<Branch> list(Grant<InDataset> grant, Listing listing) {
        Condition found = listing.search().map(BRANCH.NAME::containsIgnoreCase).orElse(noCondition());
        Condition after = listing.after(2)
                .map(cursor -> row(not(BRANCH.NAME.eq(inline(Ref.MAIN))), ORDER)
                        .gt(val(cursor.part(0).equals("rest")), val(cursor.part(1))))
                .orElse(noCondition());
        List<Branch> rows = rows(grant)
                .and(found)
                .and(after)
                .orderBy(BRANCH.NAME.eq(inline(Ref.MAIN)).desc(), ORDER)
                .limit(inline(listing.size() + 1))
                .fetch(row -> branch(grant, row));
        return Page.of(
                rows,
                listing.size(),
                branch ->
                        Cursor.of(branch.main() ? "main" : "rest", branch.name().toLowerCase(java.util.Locale.ROOT)));
    }

    Optional<Branch> find(Grant<InDataset> grant, String name) {
        return rows(grant).and(BRANCH.NAME.eq(name)).fetchOptional(row -> branch(grant, row));
    }

    private SelectConditionStep<Record> rows(Grant<InDataset> grant) {
        return sql.select(BRANCH.NAME, BRANCH.CREATED_AT, LINE.FORKED_AT, FROM.NAME, DRAFT.NUMBER)
                .select(NEWEST, VERSIONS, VERSION_ID, MAIN)
                .from(BRANCH)
                .join(LINE)
                .on(LINE.ID.eq(BRANCH.LINE_ID))
                .leftJoin(FROM)
                .on(FROM.LINE_ID.eq(LINE.PARENT_LINE_ID))
                .leftJoin(DRAFT)
                .on(DRAFT.LINE_ID.eq(LINE.ID))
                .where(BRANCH.DATASET_ID.eq(grant.id()));
    }

    private static Branch branch(Grant<InDataset> grant, Record row) {
        boolean changes = DatasetPermission.DATASET_CHANGE.heldBy(grant.scope().level());
        Long newest = row.get(NEWEST);
        String from = row.get(FROM.NAME);
        return new Branch(
                row.get(BRANCH.NAME),
                row.get(MAIN),
                row.get(VERSION_ID),
                newest == null ? row.get(LINE.FORKED_AT) : newest,
                changes ? row.get(DRAFT.NUMBER) : null,
                from == null ? null : new Branch.Origin(from, row.get(LINE.FORKED_AT)),
                row.get(VERSIONS),
                row.get(BRANCH.CREATED_AT));
    }

    /** The line that a branch points to. The main branch is there from the beginning, although its line comes with the first draft. */
    public long line(Grant<InDataset> grant, String name) {
        return sql.select(BRANCH.LINE_ID)
                .from(BRANCH)
                .where(BRANCH.DATASET_ID.eq(grant.id()).and(BRANCH.NAME.eq(name)))
                .fetchOptional(BRANCH.LINE_ID)
                .orElseGet(() -> {
                    if (!name.equals(Ref.MAIN)) {
                        throw NOT_FOUND.refused();
                    }
                    return insert(grant, name, Optional.empty());
                });
    }

    /** A branch with a line of its own, which overlays what it starts from. */
    long insert(Grant<InDataset> grant, String name, Optional<Layer> from) {
        long line = sql.insertInto(LINE)
                .set(LINE.WORKSPACE_ID, grant.scope().workspaceId())
                .set(LINE.DATASET_ID, grant.id())
                .set(LINE.PARENT_LINE_ID, from.map(Layer::lineId).orElse(null))
                .set(LINE.FORKED_AT, from.map(Layer::at).orElse(null))
                .returning(LINE.ID)
                .fetchSingle()
                .get(LINE.ID);
        sql.insertInto(BRANCH)
                .set(BRANCH.DATASET_ID, grant.id())
                .set(BRANCH.NAME, name)
                .set(BRANCH.LINE_ID, line)
                .set(BRANCH.CREATED_AT, clock.instant())
                .execute();
        return line;
    }

    /** Whether a branch or tag of the dataset goes by that name, in whatever case. */
    boolean taken(Grant<InDataset> grant, RefName name) {
        Field<String> wanted = lower(val(name.text()));
        return sql.fetchExists(
                        BRANCH,
                        BRANCH.DATASET_ID.eq(grant.id()).and(lower(BRANCH.NAME).eq(wanted)))
                || sql.fetchExists(
                        TAG, TAG.DATASET_ID.eq(grant.id()).and(lower(TAG.NAME).eq(wanted)));
    }

    void rename(Grant<InDataset> grant, String name, RefName wanted) {
        sql.update(BRANCH)
                .set(BRANCH.NAME, wanted.text())
                .where(BRANCH.DATASET_ID.eq(grant.id()).and(BRANCH.NAME.eq(name)))
                .execute();
    }

    /** What would lose its ground with a branch: tags of its versions, branches that start from them, its open draft. */
    List<String> uses(Grant<InDataset> grant, long line) {
        return sql.select(concat(inline("tag "), TAG.NAME))
                .from(TAG)
                .join(VERSION)
                .on(VERSION.ID.eq(TAG.VERSION_ID))
                .where(VERSION.LINE_ID.eq(line))
                .unionAll(select(concat(inline("branch "), BRANCH.NAME))
                        .from(LINE)
                        .join(BRANCH)
                        .on(BRANCH.LINE_ID.eq(LINE.ID))
                        .where(LINE.PARENT_LINE_ID.eq(line)))
                .unionAll(select(concat(inline("draft "), DRAFT.NUMBER))
                        .from(DRAFT)
                        .where(DRAFT.LINE_ID.eq(line).and(DRAFT.DATASET_ID.eq(grant.id()))))
                .orderBy(1)
                .limit(inline(20))
                .fetch(row -> row.value1());
    }

    /** What rests on a version: branches that end with it or start from it, tags. */
    public List<String> uses(UUID versionId) {
        kontor.tables.Line l = LINE.as("l");
        return sql.select(concat(inline("branch "), BRANCH.NAME))
                .from(VERSION)
                .join(BRANCH)
                .on(BRANCH.LINE_ID.eq(VERSION.LINE_ID))
                .where(VERSION.ID.eq(versionId))
                .andNotExists(selectOne()
                        .from(OWN)
                        .where(OWN.LINE_ID.eq(VERSION.LINE_ID).and(OWN.NUMBER.gt(VERSION.NUMBER))))
                .unionAll(select(concat(inline("branch "), BRANCH.NAME))
                        .from(VERSION)
                        .join(l)
                        .on(l.PARENT_LINE_ID.eq(VERSION.LINE_ID).and(l.FORKED_AT.eq(VERSION.NUMBER)))
                        .join(BRANCH)
                        .on(BRANCH.LINE_ID.eq(l.ID))
                        .where(VERSION.ID.eq(versionId)))
                .unionAll(select(concat(inline("tag "), TAG.NAME)).from(TAG).where(TAG.VERSION_ID.eq(versionId)))
                .orderBy(1)
                .limit(inline(20))
                .fetch(row -> row.value1());
    }

    /** Its numbers stay used: no other line gives them out again. */
    void delete(Grant<InDataset> grant, long line) {
        long next = next(grant);
        sql.deleteFrom(BRANCH).where(BRANCH.LINE_ID.eq(line)).execute();
        sql.deleteFrom(LINE).where(LINE.ID.eq(line)).execute();
        sql.update(LINE)
                .set(LINE.NEXT_NUMBER, next)
                .where(LINE.DATASET_ID.eq(grant.id()).and(LINE.PARENT_LINE_ID.isNull()))
                .execute();
    }

    /** A number that no version or draft of the dataset has had. */
    public long nextNumber(Grant<InDataset> grant, long line) {
        long number = next(grant);
        sql.update(LINE)
                .set(LINE.NEXT_NUMBER, number + 1)
                .where(LINE.ID.eq(line))
                .execute();
        return number;
    }

    private long next(Grant<InDataset> grant) {
        return sql.select(max(LINE.NEXT_NUMBER))
                .from(LINE)
                .where(LINE.DATASET_ID.eq(grant.id()))
                .fetchSingle()
                .value1();
    }

    /** T-16: with a dataset go its branches and tags; its lines let go of each other, so that its versions can go next. */
    public void deleteNames(UUID datasetId) {
        sql.deleteFrom(TAG).where(TAG.DATASET_ID.eq(datasetId)).execute();
        sql.deleteFrom(BRANCH).where(BRANCH.DATASET_ID.eq(datasetId)).execute();
        sql.update(LINE)
                .setNull(LINE.PARENT_LINE_ID)
                .setNull(LINE.FORKED_AT)
                .where(LINE.DATASET_ID.eq(datasetId).and(LINE.PARENT_LINE_ID.isNotNull()))
                .execute();
    }

    /** After its versions. */
    public void deleteLines(UUID datasetId) {
        sql.deleteFrom(LINE).where(LINE.DATASET_ID.eq(datasetId)).execute();
    }
}
