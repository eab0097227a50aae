package dev.kontor.bucket;

import static kontor.tables.Tables.BUCKET_IMPORT;
import static org.jooq.impl.DSL.coalesce;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.val;

import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.bucket.BucketImport.Counts;
import dev.kontor.bucket.BucketImport.Refusal;
import dev.kontor.bucket.BucketImport.State;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of imports from buckets, and how far each is. */
@Component
class BucketImports {
    private static final kontor.tables.BucketImport B = BUCKET_IMPORT;

    private final DSLContext sql;
    private final Clock clock;
    private final JsonMapper json;

    BucketImports(DSLContext sql, Clock clock, JsonMapper json) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
    }

    /** Nothing where one is running already. */
    Optional<UUID> insert(Grant<InDataset> into, long draft, OutsideBucket from, String prefix, String folder) {
        return sql.insertInto(B)
                .set(B.WORKSPACE_ID, into.scope().workspaceId())
                .set(B.DATASET_ID, into.id())
                .set(B.DRAFT, draft)
                .set(B.BUCKET, from.place())
                .set(B.PREFIX, prefix)
                .set(B.FOLDER, folder)
                .set(B.STARTER_ID, into.actor().userId())
                .set(B.KEY_ID, into.actor().key().map(Actor.Key::id).orElse(null))
                .set(B.STARTED_AT, clock.instant())
                .onConflictDoNothing()
                .returning(B.ID)
                .fetchOptional(B.ID);
    }

    /** Nothing where its dataset is gone. */
    Optional<BucketImport> find(UUID id) {
        return sql.selectFrom(B).where(B.ID.eq(id)).fetchOptional(this::read);
    }

    /** Takes it in hand until the transaction ends. */
    Optional<BucketImport> hold(UUID id) {
        return sql.selectFrom(B).where(B.ID.eq(id)).forUpdate().fetchOptional(this::read);
    }

    Optional<BucketImport> find(Grant<InDataset> grant, UUID id) {
        return sql.selectFrom(B)
                .where(B.DATASET_ID.eq(grant.id()).and(B.ID.eq(id)))
                .fetchOptional(this::read);
    }

    /** Newest first. */
    Page<BucketImport> list(Grant<InDataset> grant, Listing listing) {
        Condition after = listing.after(1).<Condition>map(c -> B.ID.lt(c.id(0))).orElse(noCondition());
        List<BucketImport> rows = sql.selectFrom(B)
                .where(B.DATASET_ID.eq(grant.id()).and(after))
                .orderBy(B.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(this::read);
        return Page.of(rows, listing.size(), one -> Cursor.of(one.id()));
    }

    void progress(BucketImport one, Counts more, List<Refusal> refusals, @Nullable String after) {
        List<Refusal> room = refusals.subList(
                0, Math.min(refusals.size(), BucketImport.TOLD - one.refusals().size()));
        sql.update(B)
                .set(B.LOOKED, B.LOOKED.plus(more.looked()))
                .set(B.STAGED, B.STAGED.plus(more.staged()))
                .set(B.UNCHANGED, B.UNCHANGED.plus(more.unchanged()))
                .set(B.REFUSED, B.REFUSED.plus(more.refused()))
                .set(
                        B.REFUSALS,
                        field("{0} || {1}", JSONB.class, B.REFUSALS, val(JSONB.jsonb(json.writeValueAsString(room)))))
                .set(B.AFTER, coalesce(val(after), B.AFTER))
                .set(B.FAILURES, 0)
                .where(B.ID.eq(one.id()))
                .execute();
    }

    /** One more in a row; says how many these are. */
    int failed(UUID id) {
        return sql.update(B)
                .set(B.FAILURES, B.FAILURES.plus(1))
                .where(B.ID.eq(id))
                .returning(B.FAILURES)
                .fetchOptional(B.FAILURES)
                .orElse(Integer.MAX_VALUE);
    }

    /** Ends it; says whether it was still running. */
    boolean end(UUID id, State state, @Nullable String reason, @Nullable String detail) {
        return sql.update(B)
                        .set(B.STATE, state.name())
                        .set(B.REASON, reason)
                        .set(B.DETAIL, detail)
                        .set(B.ENDED_AT, clock.instant())
                        .where(B.ID.eq(id).and(B.STATE.eq(State.RUNNING.name())))
                        .execute()
                == 1;
    }

    private BucketImport read(Record r) {
        return new BucketImport(
                r.get(B.ID),
                r.get(B.WORKSPACE_ID),
                r.get(B.DATASET_ID),
                r.get(B.DRAFT),
                r.get(B.BUCKET),
                r.get(B.PREFIX),
                r.get(B.FOLDER),
                r.get(B.STARTER_ID),
                r.get(B.KEY_ID),
                State.valueOf(r.get(B.STATE)),
                r.get(B.REASON),
                r.get(B.DETAIL),
                r.get(B.AFTER),
                new Counts(r.get(B.LOOKED), r.get(B.STAGED), r.get(B.UNCHANGED), r.get(B.REFUSED)),
                json.readValue(r.get(B.REFUSALS).data(), new TypeReference<List<Refusal>>() {}),
                r.get(B.FAILURES),
                r.get(B.STARTED_AT),
                r.get(B.ENDED_AT));
    }
}
