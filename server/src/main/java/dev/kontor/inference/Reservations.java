package dev.kontor.inference;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.Standing;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of reservations. Who writes them holds the row of what the workspace uses ({@link InferenceUses#hold}). */
@Component
class Reservations {
    private static final kontor.tables.InferenceReservation R = INFERENCE_RESERVATION;
    private static final int AT_ONCE = 1_000;

    private final DSLContext sql;

    Reservations(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * A reservation as its reader sees it.
     *
     * @param dataset its name when it was made; the dataset may be gone
     * @param inferred of those files, as far as was told
     * @param expiresAt what is not inferred is given back then, unless more is heard of it
     */
    record View(
            UUID id,
            UUID datasetId,
            String dataset,
            Person reservedBy,
            int files,
            int inferred,
            Reservation.State state,
            Instant reservedAt,
            Instant expiresAt,
            @Nullable Instant closedAt,
            List<String> can) {}

    Reservation insert(Grant<InDataset> grant, String plan, int files, Instant now, Instant expires) {
        return sql.insertInto(R)
                .set(R.WORKSPACE_ID, grant.scope().workspaceId())
                .set(R.PLAN, plan)
                .set(R.DATASET_ID, grant.id())
                .set(R.DATASET, select(DATASET.NAME).from(DATASET).where(DATASET.ID.eq(grant.id())))
                .set(R.USER_ID, grant.actor().userId())
                .set(R.FILES, files)
                .set(R.RESERVED_AT, now)
                .set(R.EXPIRES_AT, expires)
                .returning()
                .fetchSingle(Reservations::reservation);
    }

    Optional<Reservation> find(Grant<InDataset> grant, UUID id) {
        return find(R.DATASET_ID.eq(grant.id()), id);
    }

    Optional<Reservation> findInWorkspace(Grant<InWorkspace> grant, UUID id) {
        return find(R.WORKSPACE_ID.eq(grant.id()), id);
    }

    Optional<Reservation> findInProject(Grant<InProject> grant, UUID id) {
        return find(inProject(grant), id);
    }

    private Optional<Reservation> find(Condition where, UUID id) {
        return sql.selectFrom(R).where(where.and(R.ID.eq(id))).fetchOptional(Reservations::reservation);
    }

    /** Of datasets that are there: those of others are for the workspace's admins. */
    private static Condition inProject(Grant<InProject> grant) {
        return R.WORKSPACE_ID
                .eq(grant.scope().standing().workspaceId())
                .and(R.DATASET_ID.in(select(DATASET.ID).from(DATASET).where(DATASET.PROJECT_ID.eq(grant.id()))));
    }

    /** The name of whoever made it. */
    String maker(Reservation reservation) {
        return sql.select(APP_USER.NAME)
                .from(APP_USER)
                .where(APP_USER.ID.eq(reservation.userId()))
                .fetchSingle(row -> row.value1());
    }

    /** It goes on: so many are inferred by now. */
    void report(Reservation reservation, Instant expires) {
        sql.update(R)
                .set(R.INFERRED, reservation.inferred())
                .set(R.EXPIRES_AT, expires)
                .where(R.ID.eq(reservation.id()))
                .execute();
    }

    /** It is over, as it is. */
    void close(Reservation reservation, Instant now) {
        sql.update(R)
                .set(R.INFERRED, reservation.inferred())
                .set(R.STATE, reservation.state().name())
                .set(R.CLOSED_AT, now)
                .where(R.ID.eq(reservation.id()))
                .execute();
    }

    /** Whose reservations of whom nothing was heard in time: workspaces with their plans. */
    Map<UUID, List<String>> overdue(Instant now) {
        return sql.selectDistinct(R.WORKSPACE_ID, R.PLAN)
                .from(R)
                .where(R.STATE.eq(inline("OPEN")).and(R.EXPIRES_AT.le(now)))
                .limit(inline(AT_ONCE))
                .fetch()
                .intoGroups(R.WORKSPACE_ID, R.PLAN);
    }

    /** Closes those, with whoever made them. */
    Map<Reservation, Actor> expire(UUID workspaceId, String plan, Instant now) {
        return sql
                .update(R)
                .set(R.STATE, Reservation.State.EXPIRED.name())
                .set(R.CLOSED_AT, now)
                .from(APP_USER)
                .where(R.WORKSPACE_ID.eq(workspaceId).and(R.PLAN.eq(plan)).and(APP_USER.ID.eq(R.USER_ID)))
                .and(R.STATE.eq(inline("OPEN")).and(R.EXPIRES_AT.le(now)))
                .returningResult(
                        R.ID,
                        R.WORKSPACE_ID,
                        R.PLAN,
                        R.DATASET_ID,
                        R.DATASET,
                        R.USER_ID,
                        R.FILES,
                        R.INFERRED,
                        R.STATE,
                        APP_USER.NAME,
                        APP_USER.ORGANIZATION_ID)
                .fetch()
                .stream()
                .collect(Collectors.toMap(
                        Reservations::reservation,
                        row -> new Actor(
                                row.get(R.USER_ID),
                                row.get(APP_USER.NAME),
                                row.get(APP_USER.ORGANIZATION_ID),
                                false,
                                Optional.empty())));
    }

    boolean exist(UUID workspaceId, Instant before) {
        return sql.fetchExists(R, R.WORKSPACE_ID.eq(workspaceId).and(R.RESERVED_AT.lt(before)));
    }

    /** those made before that moment go; says how many files the open ones held, by plan. */
    Map<String, Integer> delete(UUID workspaceId, Instant before) {
        return sql
                .deleteFrom(R)
                .where(R.WORKSPACE_ID.eq(workspaceId).and(R.RESERVED_AT.lt(before)))
                .returning(R.PLAN, R.STATE, R.FILES, R.INFERRED)
                .fetch()
                .stream()
                .filter(row -> row.get(R.STATE).equals("OPEN"))
                .collect(Collectors.groupingBy(
                        row -> row.get(R.PLAN), Collectors.summingInt(row -> row.get(R.FILES) - row.get(R.INFERRED))));
    }

    void deleteAll(UUID workspaceId) {
        sql.deleteFrom(R).where(R.WORKSPACE_ID.eq(workspaceId)).execute();
    }

    Optional<View> view(Grant<InDataset> grant, UUID id) {
        return rows(grant.actor(), R.DATASET_ID.eq(grant.id()).and(R.ID.eq(id))).fetchOptional(settles(grant)::apply);
    }

    /** Newest first. */
    Page<View> list(Grant<InDataset> grant, Listing listing) {
        return page(grant.actor(), R.DATASET_ID.eq(grant.id()), listing, settles(grant));
    }

    /** All of a workspace, for its admins. */
    Page<View> listAll(Grant<InWorkspace> grant, Listing listing) {
        return page(
                grant.actor(),
                R.WORKSPACE_ID.eq(grant.id()),
                listing,
                ends(grant.actor(), grant.scope().standing()));
    }

    /** Those of a project's datasets, for whoever manages it. */
    Page<View> listOfProject(Grant<InProject> grant, Listing listing) {
        return page(
                grant.actor(),
                inProject(grant),
                listing,
                ends(grant.actor(), grant.scope().standing()));
    }

    private Page<View> page(Actor actor, Condition which, Listing listing, Function<Record, View> view) {
        Condition after = listing.after(1).<Condition>map(c -> R.ID.lt(c.id(0))).orElse(noCondition());
        List<View> rows = rows(actor, which.and(after))
                .orderBy(R.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(view::apply);
        return Page.of(rows, listing.size(), one -> Cursor.of(one.id()));
    }

    private SelectConditionStep<? extends Record> rows(Actor actor, Condition which) {
        return sql.select(
                        R.ID,
                        R.DATASET_ID,
                        R.DATASET,
                        R.USER_ID,
                        R.FILES,
                        R.INFERRED,
                        R.STATE,
                        R.RESERVED_AT,
                        R.EXPIRES_AT,
                        R.CLOSED_AT)
                .select(People.fields(actor))
                .from(R)
                .join(APP_USER)
                .on(APP_USER.ID.eq(R.USER_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .leftJoin(MEMBER)
                .on(People.membership(R.WORKSPACE_ID))
                .where(which);
    }

    /** Whoever made it says how many were inferred. */
    private static Function<Record, View> settles(Grant<InDataset> grant) {
        UUID self = grant.actor().userId();
        return row -> view(
                People.seenBy(grant), row, row.get(R.USER_ID).equals(self) ? List.of("RESERVATION_SETTLE") : List.of());
    }

    /** Whoever looks after the place ends anybody's. */
    private static Function<Record, View> ends(Actor actor, Standing standing) {
        People people = People.seenBy(actor, Optional.of(standing));
        return row -> view(people, row, List.of("RESERVATION_END"));
    }

    private static View view(People people, Record row, List<String> whileOpen) {
        Reservation.State state = Reservation.State.valueOf(row.get(R.STATE));
        return new View(
                row.get(R.ID),
                row.get(R.DATASET_ID),
                row.get(R.DATASET),
                people.person(row),
                row.get(R.FILES),
                row.get(R.INFERRED),
                state,
                row.get(R.RESERVED_AT),
                row.get(R.EXPIRES_AT),
                row.get(R.CLOSED_AT),
                state == Reservation.State.OPEN ? whileOpen : List.of());
    }

    private static Reservation reservation(Record row) {
        return new Reservation(
                row.get(R.ID),
                row.get(R.WORKSPACE_ID),
                row.get(R.PLAN),
                row.get(R.DATASET_ID),
                row.get(R.DATASET),
                row.get(R.USER_ID),
                row.get(R.FILES),
                row.get(R.INFERRED),
                Reservation.State.valueOf(row.get(R.STATE)));
    }
}
