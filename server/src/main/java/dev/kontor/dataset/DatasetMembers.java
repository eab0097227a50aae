package dev.kontor.dataset;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.SIGHT;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.DatasetLevel;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.People;
import dev.kontor.dataset.DatasetMember.Source;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Sorted;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL of levels granted on a dataset, beside its owner. */
@Component
public class DatasetMembers {
    private static final Field<String> LEVEL = field(name("held", "level"), String.class);
    private static final Field<UUID> USER = field(name("held", "user_id"), UUID.class);

    private final DSLContext sql;
    private final Clock clock;

    DatasetMembers(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    /** By name; the owner is one of them. */
    Page<DatasetMember> list(Grant<InDataset> grant, Listing listing) {
        People people = People.seenBy(grant);
        Field<String> key = lower(APP_USER.NAME);
        Condition after = listing.after(2)
                .map(cursor -> row(key, USER).gt(row(val(cursor.part(0)), val(cursor.id(1)))))
                .orElse(noCondition());
        Condition search =
                listing.search().map(words -> (Condition) key.contains(words)).orElse(noCondition());
        var held = select(DATASET.OWNER_ID.as("user_id"), inline("OWNER").as("level"))
                .from(DATASET)
                .where(DATASET.ID.eq(grant.id()))
                .unionAll(select(DATASET_GRANT.USER_ID, DATASET_GRANT.LEVEL)
                        .from(DATASET_GRANT)
                        .where(DATASET_GRANT.DATASET_ID.eq(grant.id())))
                .asTable("held");
        var rows = sql.select(USER, LEVEL, key.as("sort_key"))
                .select(People.fields(grant.actor()))
                .from(held)
                .join(APP_USER)
                .on(APP_USER.ID.eq(USER))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .leftJoin(MEMBER)
                .on(People.membership(val(grant.scope().workspaceId())))
                .where(after)
                .and(search)
                .orderBy(key, USER)
                .limit(inline(listing.size() + 1))
                .fetch(row ->
                        new Sorted<>(new Held(row.get(USER), member(row, people)), row.get("sort_key", String.class)));
        return Page.of(
                        rows,
                        listing.size(),
                        row -> Cursor.of(row.key(), row.item().userId()))
                .map(row -> row.item().member());
    }

    private record Held(UUID userId, DatasetMember member) {}

    private static DatasetMember member(Record row, People people) {
        DatasetLevel level = DatasetLevel.valueOf(row.get(LEVEL));
        boolean owner = level == DatasetLevel.OWNER;
        return new DatasetMember(people.person(row), level, owner, owner ? Source.OWNER : Source.GRANT);
    }

    /**
     * A member of the workspace whom the actor may name.
     *
     * @param seesProject by both gates
     * @param active neither locked nor removed
     */
    public record Candidate(UUID userId, String name, boolean owner, boolean seesProject, boolean active) {}

    public Optional<Candidate> candidate(Grant<InDataset> grant, UUID userId) {
        Field<Boolean> sees = field(exists(selectOne()
                .from(SIGHT)
                .where(SIGHT.PROJECT_ID
                        .eq(grant.scope().projectId())
                        .and(SIGHT.USER_ID.eq(APP_USER.ID))
                        .and(SIGHT.SEEN))));
        People people = People.seenBy(grant);
        return sql.select(DATASET.OWNER_ID, APP_USER.LOCKED_AT, sees.as("sees_project"))
                .select(People.fields(grant.actor()))
                .from(DATASET)
                .join(MEMBER)
                .on(MEMBER.WORKSPACE_ID.eq(DATASET.WORKSPACE_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(MEMBER.USER_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .where(DATASET.ID.eq(grant.id()).and(MEMBER.USER_ID.eq(userId)))
                .fetchOptional()
                .filter(people::sees)
                .map(row -> new Candidate(
                        userId,
                        row.get(APP_USER.NAME),
                        row.get(DATASET.OWNER_ID).equals(userId),
                        row.get("sees_project", Boolean.class),
                        row.get(APP_USER.LOCKED_AT) == null));
    }

    /** @param by whose word it is */
    public void put(Grant<InDataset> grant, UUID userId, DatasetLevel level, UUID by) {
        sql.insertInto(DATASET_GRANT)
                .set(DATASET_GRANT.WORKSPACE_ID, grant.scope().workspaceId())
                .set(DATASET_GRANT.DATASET_ID, grant.id())
                .set(DATASET_GRANT.USER_ID, userId)
                .set(DATASET_GRANT.LEVEL, level.name())
                .set(DATASET_GRANT.GRANTED_BY, by)
                .set(DATASET_GRANT.GRANTED_AT, clock.instant())
                .onConflict(DATASET_GRANT.DATASET_ID, DATASET_GRANT.USER_ID)
                .doUpdate()
                .set(DATASET_GRANT.LEVEL, level.name())
                .set(DATASET_GRANT.GRANTED_BY, by)
                .set(DATASET_GRANT.GRANTED_AT, clock.instant())
                .execute();
    }

    /** The level granted before, if one was. */
    public Optional<DatasetLevel> granted(Grant<InDataset> grant, UUID userId) {
        return sql.select(DATASET_GRANT.LEVEL)
                .from(DATASET_GRANT)
                .where(DATASET_GRANT.DATASET_ID.eq(grant.id()).and(DATASET_GRANT.USER_ID.eq(userId)))
                .fetchOptional(row -> DatasetLevel.valueOf(row.value1()));
    }

    void remove(Grant<InDataset> grant, UUID userId) {
        sql.deleteFrom(DATASET_GRANT)
                .where(DATASET_GRANT.DATASET_ID.eq(grant.id()).and(DATASET_GRANT.USER_ID.eq(userId)))
                .execute();
    }
}
