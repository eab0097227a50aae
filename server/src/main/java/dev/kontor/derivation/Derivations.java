package dev.kontor.derivation;

import static kontor.tables.Tables.DERIVATION;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;

import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.derivation.Derivation.Source;
import dev.kontor.derivation.Derivation.State;
import dev.kontor.draft.FillDraft;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import dev.kontor.workspace.WorkspacePurging;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The SQL of derivations, and how far each is. */
@Component
class Derivations {
    private static final kontor.tables.Derivation D = DERIVATION;

    private final DSLContext sql;
    private final Clock clock;
    private final JsonMapper json;

    Derivations(DSLContext sql, Clock clock, JsonMapper json) {
        this.sql = sql;
        this.clock = clock;
        this.json = json;
    }

    /** What is to be made of which versions. */
    record Plan(String name, List<Source> sources, @Nullable Where where, FillDraft.Conflicts conflicts, long total) {
        Plan {
            sources = List.copyOf(sources);
        }
    }

    UUID insert(Grant<InDataset> into, long draft, Plan plan) {
        return sql.insertInto(D)
                .set(D.WORKSPACE_ID, into.scope().workspaceId())
                .set(D.DATASET_ID, into.id())
                .set(D.MADE_ID, into.id())
                .set(D.NAME, plan.name())
                .set(D.DRAFT, draft)
                .set(D.SOURCES, JSONB.jsonb(json.writeValueAsString(plan.sources())))
                .set(D.CONDITION, plan.where() == null ? null : JSONB.jsonb(json.writeValueAsString(plan.where())))
                .set(D.CONFLICTS, plan.conflicts().name())
                .set(D.TOTAL, plan.total())
                .set(D.STARTER_ID, into.actor().userId())
                .set(D.KEY_ID, into.actor().key().map(Actor.Key::id).orElse(null))
                .set(D.STARTED_AT, clock.instant())
                .returning(D.ID)
                .fetchSingle()
                .get(D.ID);
    }

    UUID workspace(UUID id) {
        return sql.select(D.WORKSPACE_ID)
                .from(D)
                .where(D.ID.eq(id))
                .fetchOptional(D.WORKSPACE_ID)
                .orElseThrow(Refusal.NOT_FOUND::refused);
    }

    /** How many items its sources have. */
    long total(UUID id) {
        return sql.select(D.TOTAL).from(D).where(D.ID.eq(id)).fetchSingle().value1();
    }

    boolean exists(UUID id) {
        return sql.fetchExists(D, D.ID.eq(id));
    }

    /** those that were begun before the purge; what came after it stays. */
    @EventListener
    void on(WorkspacePurging purging) {
        sql.deleteFrom(D)
                .where(D.WORKSPACE_ID.eq(purging.workspaceId()).and(D.STARTED_AT.le(purging.begunAt())))
                .execute();
    }

    /** Takes it in hand until the transaction ends. */
    Derivation hold(UUID id) {
        return sql.selectFrom(D).where(D.ID.eq(id)).forUpdate().fetchSingle(this::derivation);
    }

    void progress(Derivation derivation, FillDraft.Page page) {
        boolean sourceDone = page.last() == null;
        sql.update(D)
                .set(D.HANDLED, D.HANDLED.plus(page.looked()))
                .set(D.TAKEN, D.TAKEN.plus(page.taken()))
                .set(D.SOURCE, derivation.source() + (sourceDone ? 1 : 0))
                .set(D.LOOKED, sourceDone ? 0 : derivation.looked() + page.looked())
                .set(D.AFTER, page.last())
                .where(D.ID.eq(derivation.id()))
                .execute();
    }

    /** Ends it; says whether it was still running. */
    boolean end(UUID id, State state, @Nullable String reason, @Nullable String detail) {
        return sql.update(D)
                        .set(D.STATE, state.name())
                        .set(D.REASON, reason)
                        .set(D.DETAIL, detail)
                        .set(D.ENDED_AT, clock.instant())
                        .where(D.ID.eq(id).and(D.STATE.eq(State.RUNNING.name())))
                        .execute()
                == 1;
    }

    /** Only one's own: whoever starts one answers for it. */
    Optional<Derivation> find(Actor actor, UUID id) {
        return sql.selectFrom(D).where(own(actor).and(D.ID.eq(id))).fetchOptional(this::derivation);
    }

    Page<Derivation> list(Actor actor, @Nullable UUID datasetId, Listing listing) {
        Condition after = listing.after(1).<Condition>map(c -> D.ID.lt(c.id(0))).orElse(noCondition());
        List<Derivation> rows = sql.selectFrom(D)
                .where(own(actor))
                .and(datasetId == null ? noCondition() : D.MADE_ID.eq(datasetId))
                .and(after)
                .orderBy(D.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(this::derivation);
        return Page.of(rows, listing.size(), derivation -> Cursor.of(derivation.id()));
    }

    /** Of a key narrowed to workspaces, only what was made in those (section 10). */
    private static Condition own(Actor actor) {
        return actor.onlyWorkspaces()
                .map(only -> D.WORKSPACE_ID.eq(any(only.toArray(UUID[]::new))))
                .orElse(noCondition())
                .and(D.STARTER_ID.eq(actor.userId()));
    }

    private Derivation derivation(Record r) {
        JSONB where = r.get(D.CONDITION);
        return new Derivation(
                r.get(D.ID),
                r.get(D.WORKSPACE_ID),
                r.get(D.DATASET_ID),
                r.get(D.MADE_ID),
                r.get(D.NAME),
                r.get(D.DRAFT),
                json.readValue(r.get(D.SOURCES).data(), new TypeReference<List<Source>>() {}),
                where == null ? null : json.readValue(where.data(), Where.class),
                FillDraft.Conflicts.valueOf(r.get(D.CONFLICTS)),
                r.get(D.STARTER_ID),
                r.get(D.KEY_ID),
                State.valueOf(r.get(D.STATE)),
                r.get(D.REASON),
                r.get(D.DETAIL),
                r.get(D.SOURCE),
                r.get(D.AFTER),
                r.get(D.LOOKED),
                r.get(D.TOTAL),
                r.get(D.HANDLED),
                r.get(D.TAKEN),
                r.get(D.STARTED_AT),
                r.get(D.ENDED_AT));
    }
}
