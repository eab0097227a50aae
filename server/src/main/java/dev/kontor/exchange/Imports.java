package dev.kontor.exchange;

import static kontor.tables.Tables.IMPORT;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.least;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.exchange.Import.Phase;
import dev.kontor.exchange.Import.State;
import dev.kontor.storage.Digest;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;

/** The SQL of imports, and how far each is. */
@Component
class Imports {
    private static final kontor.tables.Import I = IMPORT;
    private static final TypeReference<Map<String, String>> CLASSES = new TypeReference<>() {};

    private final DSLContext sql;
    private final Clock clock;

    Imports(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** What is asked for. */
    record Wanted(Format format, String folder, boolean declares, boolean boxes) {}

    /** How many of somebody's are under way; whoever begins one waits for the others that they begin. */
    int running(Actor starter) {
        sql.execute(
                "select pg_advisory_xact_lock(hashtextextended({0}, 5))",
                val(starter.userId().toString()));
        return sql.fetchCount(I, I.STARTER_ID.eq(starter.userId()).and(I.STATE.eq(inline(State.RUNNING.name()))));
    }

    /** Nothing where one into that draft is under way. */
    Optional<UUID> insert(Grant<InDataset> grant, String name, long draft, Wanted wanted, Digest file, long size) {
        return sql.insertInto(I)
                .set(I.WORKSPACE_ID, grant.scope().workspaceId())
                .set(I.DATASET_ID, grant.id())
                .set(I.DATASET_NAME, name)
                .set(I.DRAFT, draft)
                .set(I.FORMAT, wanted.format().name())
                .set(I.DIGEST, file.bytes())
                .set(I.SIZE, size)
                .set(I.FOLDER, wanted.folder())
                .set(I.DECLARES, wanted.declares())
                .set(I.BOXES, wanted.boxes())
                .set(I.STARTER_ID, grant.actor().userId())
                .set(I.KEY_ID, grant.actor().key().map(Actor.Key::id).orElse(null))
                .set(I.TOTAL, size)
                .set(I.STARTED_AT, clock.instant())
                .onConflictDoNothing()
                .returning(I.ID)
                .fetchOptional(I.ID);
    }

    UUID workspace(UUID id) {
        return sql.select(I.WORKSPACE_ID)
                .from(I)
                .where(I.ID.eq(id))
                .fetchSingle()
                .value1();
    }

    Optional<Import> find(UUID id) {
        return sql.selectFrom(I).where(I.ID.eq(id)).fetchOptional(Imports::read);
    }

    /** Takes it in hand until the transaction ends; nothing where the dataset went. */
    Optional<Import> hold(UUID id) {
        return sql.selectFrom(I).where(I.ID.eq(id)).forUpdate().fetchOptional(Imports::read);
    }

    Optional<Import> find(Grant<InDataset> grant, UUID id) {
        return sql.selectFrom(I)
                .where(I.DATASET_ID.eq(grant.id()).and(I.ID.eq(id)))
                .fetchOptional(Imports::read);
    }

    /** Of one draft, newest first. */
    Page<Import> list(Grant<InDataset> grant, long draft, Listing listing) {
        Condition after = listing.after(1).<Condition>map(c -> I.ID.lt(c.id(0))).orElse(noCondition());
        List<Import> rows = sql.selectFrom(I)
                .where(I.DATASET_ID.eq(grant.id()).and(I.DRAFT.eq(draft)).and(after))
                .orderBy(I.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(Imports::read);
        return Page.of(rows, listing.size(), one -> Cursor.of(one.id()));
    }

    /** Begins to read, from the start; whoever did before gives up when they look. */
    int newRun(UUID id) {
        return sql.update(I)
                .set(I.RUN, I.RUN.plus(1))
                .set(I.HANDLED, 0L)
                .set(I.LABELS, 0L)
                .set(I.PROBLEMS, 0L)
                .where(I.ID.eq(id))
                .returning(I.RUN)
                .fetchSingle()
                .get(I.RUN);
    }

    void readSoFar(UUID id, long bytes, long labels, long problems) {
        sql.update(I)
                .set(I.HANDLED, least(I.TOTAL, inline(bytes)))
                .set(I.LABELS, I.LABELS.plus(labels))
                .set(I.PROBLEMS, I.PROBLEMS.plus(problems))
                .where(I.ID.eq(id))
                .execute();
    }

    void readWhole(UUID id, Map<String, String> classes, List<String> types, Phase next, long paths) {
        sql.update(I)
                .set(I.CLASSES, JSONB.jsonb(Exact.JSON.writeValueAsString(classes)))
                .set(I.TYPES, types.toArray(String[]::new))
                .set(I.PHASE, next.name())
                .set(I.HANDLED, 0L)
                .set(I.TOTAL, paths)
                .where(I.ID.eq(id))
                .execute();
    }

    void filesDone(UUID id, long files, long problems) {
        sql.update(I)
                .set(I.PHASE, Phase.LABELS.name())
                .set(I.FILES, files)
                .set(I.PROBLEMS, I.PROBLEMS.plus(problems))
                .where(I.ID.eq(id))
                .execute();
    }

    void put(UUID id, String last, long paths, Import.Counts more, List<String> unknown) {
        sql.update(I)
                .set(I.AFTER, last)
                .set(I.HANDLED, I.HANDLED.plus(paths))
                .set(I.ITEMS, I.ITEMS.plus(more.items()))
                .set(I.UNCHANGED, I.UNCHANGED.plus(more.unchanged()))
                .set(I.PROBLEMS, I.PROBLEMS.plus(more.problems()))
                .set(I.UNKNOWN, unknown.toArray(String[]::new))
                .where(I.ID.eq(id))
                .execute();
    }

    /** Ends it and lets go of the file; says whether it was still running. */
    boolean end(UUID id, State state, @Nullable String reason, @Nullable String detail) {
        return sql.update(I)
                        .set(I.STATE, state.name())
                        .set(I.REASON, reason)
                        .set(I.DETAIL, detail)
                        .set(I.ENDED_AT, clock.instant())
                        .setNull(I.DIGEST)
                        .where(I.ID.eq(id).and(I.STATE.eq(State.RUNNING.name())))
                        .execute()
                == 1;
    }

    private static Import read(Record r) {
        byte[] digest = r.get(I.DIGEST);
        return new Import(
                r.get(I.ID),
                r.get(I.WORKSPACE_ID),
                r.get(I.DATASET_ID),
                r.get(I.DATASET_NAME),
                r.get(I.DRAFT),
                Format.valueOf(r.get(I.FORMAT)),
                digest == null ? null : Digest.of(digest),
                r.get(I.SIZE),
                r.get(I.FOLDER),
                r.get(I.DECLARES),
                r.get(I.BOXES),
                r.get(I.STARTER_ID),
                r.get(I.KEY_ID),
                State.valueOf(r.get(I.STATE)),
                Phase.valueOf(r.get(I.PHASE)),
                r.get(I.RUN),
                r.get(I.REASON),
                r.get(I.DETAIL),
                Exact.JSON.readValue(r.get(I.CLASSES).data(), CLASSES),
                Arrays.asList(r.get(I.TYPES)),
                r.get(I.AFTER),
                r.get(I.HANDLED),
                r.get(I.TOTAL),
                new Import.Counts(
                        r.get(I.ITEMS), r.get(I.UNCHANGED), r.get(I.LABELS), r.get(I.FILES), r.get(I.PROBLEMS)),
                Arrays.asList(r.get(I.UNKNOWN)),
                r.get(I.STARTED_AT),
                r.get(I.ENDED_AT));
    }
}
