package dev.kontor.member;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.ACTIVE_USER;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.member.MemberAddition.State;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Clock;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of additions and of whom each is still to add. */
@Component
class MemberAdditions {
    private static final kontor.tables.MemberAddition A = MEMBER_ADDITION;
    private static final kontor.tables.MemberAdditionPerson P = MEMBER_ADDITION_PERSON;

    private final DSLContext sql;
    private final Clock clock;

    MemberAdditions(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /**
     * Begins one, of everybody in the organization who is no member, neither locked nor removed; without the excepted
     * ones, and of those who were removed from the workspace once only the named ones (M-08).
     */
    UUID insert(Grant<InWorkspace> grant, UUID organizationId, Collection<UUID> except, Collection<UUID> former) {
        UUID id = sql.insertInto(A)
                .set(A.WORKSPACE_ID, grant.id())
                .set(A.ORGANIZATION_ID, organizationId)
                .set(A.STARTER_ID, grant.actor().userId())
                .set(A.KEY_ID, grant.actor().key().map(Actor.Key::id).orElse(null))
                .set(A.STARTED_AT, clock.instant())
                .returning(A.ID)
                .fetchSingle()
                .get(A.ID);
        int total = sql.insertInto(P, P.ADDITION_ID, P.USER_ID)
                .select(select(val(id), ACTIVE_USER.USER_ID)
                        .from(ACTIVE_USER)
                        .where(Candidates.addable(grant.id(), organizationId))
                        .and(ACTIVE_USER.USER_ID.ne(all(except.toArray(UUID[]::new))))
                        .and(not(Candidates.former(grant.id()))
                                .or(ACTIVE_USER.USER_ID.eq(any(former.toArray(UUID[]::new))))))
                .execute();
        sql.update(A).set(A.TOTAL, total).where(A.ID.eq(id)).execute();
        return id;
    }

    /** Takes the next ones out of what is left to do. */
    Set<UUID> take(UUID id, int most) {
        return sql.deleteFrom(P)
                .where(P.ADDITION_ID.eq(id))
                .and(P.USER_ID.in(select(P.USER_ID)
                        .from(P)
                        .where(P.ADDITION_ID.eq(id))
                        .orderBy(P.USER_ID)
                        .limit(most)))
                .returning(P.USER_ID)
                .fetchSet(P.USER_ID);
    }

    /** What was done; with nothing left, it is done altogether. */
    void progress(UUID id, int handled, int added) {
        Condition left = exists(selectOne().from(P).where(P.ADDITION_ID.eq(id)));
        sql.update(A)
                .set(A.HANDLED, A.HANDLED.plus(handled))
                .set(A.ADDED, A.ADDED.plus(added))
                .set(A.STATE, when(left, State.RUNNING.name()).otherwise(State.DONE.name()))
                .set(A.ENDED_AT, when(not(left), val(clock.instant())))
                .where(A.ID.eq(id))
                .execute();
    }

    /** Ends it with what is left undone; says whether it was still running. */
    boolean end(UUID id, State state, @Nullable String reason) {
        boolean ended = sql.update(A)
                        .set(A.STATE, state.name())
                        .set(A.REASON, reason)
                        .set(A.ENDED_AT, clock.instant())
                        .where(A.ID.eq(id).and(A.STATE.eq(State.RUNNING.name())))
                        .execute()
                == 1;
        if (ended) {
            sql.deleteFrom(P).where(P.ADDITION_ID.eq(id)).execute();
        }
        return ended;
    }

    Optional<MemberAddition> byId(UUID id) {
        return rows().and(A.ID.eq(id)).fetchOptional(MemberAdditions::addition);
    }

    /** Only one's own: whoever starts one answers for it. */
    Optional<MemberAddition> find(Reach reach, UUID id) {
        return rows().and(own(reach)).and(A.ID.eq(id)).fetchOptional(MemberAdditions::addition);
    }

    Page<MemberAddition> list(Reach reach, Listing listing) {
        Condition after = listing.after(1).<Condition>map(c -> A.ID.lt(c.id(0))).orElse(noCondition());
        var rows = rows().and(own(reach))
                .and(after)
                .orderBy(A.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(MemberAdditions::addition);
        return Page.of(rows, listing.size(), addition -> Cursor.of(addition.id()));
    }

    private static Condition own(Reach reach) {
        return A.WORKSPACE_ID
                .eq(reach.workspaceId())
                .and(A.STARTER_ID.eq(reach.actor().userId()));
    }

    private SelectConditionStep<? extends Record> rows() {
        return sql.select(A.fields())
                .select(ORGANIZATION.ID, ORGANIZATION.NAME)
                .from(A)
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(A.ORGANIZATION_ID))
                .where(noCondition());
    }

    private static MemberAddition addition(Record r) {
        return new MemberAddition(
                r.get(A.ID),
                r.get(A.WORKSPACE_ID),
                new Person.Organization(r.get(ORGANIZATION.ID), r.get(ORGANIZATION.NAME)),
                r.get(A.STARTER_ID),
                r.get(A.KEY_ID),
                State.valueOf(r.get(A.STATE)),
                r.get(A.REASON),
                r.get(A.TOTAL),
                r.get(A.HANDLED),
                r.get(A.ADDED),
                r.get(A.STARTED_AT),
                r.get(A.ENDED_AT));
    }
}
