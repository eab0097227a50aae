package dev.kontor.version;

import static dev.kontor.web.Refusal.BAD_CURSOR;
import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.People;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

/** The SQL of version records. */
@Component
public class Versions {
    private static final Field<String[]> TAGS = field(
                    select(arrayAgg(TAG.NAME).orderBy(TAG.NAME)).from(TAG).where(TAG.VERSION_ID.eq(VERSION.ID)))
            .as("tags");

    private static final kontor.tables.Version LATER = VERSION.as("later");
    private static final Field<Boolean> NEWEST = field(notExists(selectOne()
                    .from(LATER)
                    .where(LATER.LINE_ID.eq(VERSION.LINE_ID).and(LATER.NUMBER.gt(VERSION.NUMBER)))))
            .as("newest");

    private final DSLContext sql;

    Versions(DSLContext sql) {
        this.sql = sql;
    }

    /** Of all branches, newest first. */
    Page<Version> list(Grant<InDataset> grant, Listing listing) {
        return list(grant, noCondition(), listing);
    }

    /** Those that led to a state, newest first: along its line, and along each below up to where it was left. */
    Page<Version> history(Spot spot, Listing listing) {
        Condition along = spot.layers().stream()
                .map(layer -> VERSION.LINE_ID.eq(layer.lineId()).and(VERSION.NUMBER.le(layer.at())))
                .reduce(falseCondition(), Condition::or);
        return list(spot.grant(), along, listing);
    }

    private Page<Version> list(Grant<InDataset> grant, Condition which, Listing listing) {
        Condition before = listing.after(1)
                .map(cursor -> VERSION.NUMBER.lt(number(cursor)))
                .orElse(noCondition());
        var rows = rows(grant)
                .and(which)
                .and(before)
                .orderBy(VERSION.NUMBER.desc())
                .limit(inline(listing.size() + 1))
                .fetch(row -> version(row, People.seenBy(grant)));
        return Page.of(rows, listing.size(), version -> Cursor.of(version.number()));
    }

    public Optional<Version> find(Grant<InDataset> grant, UUID id) {
        return rows(grant).and(VERSION.ID.eq(id)).fetchOptional(row -> version(row, People.seenBy(grant)));
    }

    /** How many labels a version has, by type and category, and items by media type; as JSON. */
    public String statistics(Grant<InDataset> grant, UUID id) {
        return sql.select(VERSION.STATISTICS)
                .from(VERSION)
                .where(VERSION.DATASET_ID.eq(grant.id()).and(VERSION.ID.eq(id)))
                .fetchOptional(VERSION.STATISTICS)
                .map(JSONB::data)
                .orElse("{}");
    }

    private SelectConditionStep<Record> rows(Grant<InDataset> grant) {
        return sql.select(
                        VERSION.ID,
                        VERSION.NUMBER,
                        BRANCH.NAME,
                        VERSION.MESSAGE,
                        VERSION.CREATED_AT,
                        VERSION.ITEMS,
                        VERSION.BYTES,
                        VERSION.ADDED,
                        VERSION.CHANGED,
                        VERSION.REMOVED,
                        TAGS,
                        NEWEST)
                .select(People.fields(grant.actor()))
                .from(VERSION)
                .join(BRANCH)
                .on(BRANCH.LINE_ID.eq(VERSION.LINE_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(VERSION.AUTHOR_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .leftJoin(MEMBER)
                .on(People.membership(val(grant.scope().workspaceId())))
                .where(VERSION.DATASET_ID.eq(grant.id()));
    }

    private static Version version(Record row, People people) {
        String[] tags = row.get(TAGS);
        return new Version(
                row.get(VERSION.ID),
                row.get(VERSION.NUMBER),
                row.get(BRANCH.NAME),
                row.get(VERSION.MESSAGE),
                people.person(row),
                row.get(VERSION.CREATED_AT),
                row.get(VERSION.ITEMS),
                row.get(VERSION.BYTES),
                row.get(VERSION.ADDED),
                row.get(VERSION.CHANGED),
                row.get(VERSION.REMOVED),
                row.get(NEWEST),
                tags == null ? java.util.List.of() : Arrays.asList(tags));
    }

    private static long number(Cursor cursor) {
        try {
            return Long.parseLong(cursor.part(0));
        } catch (NumberFormatException e) {
            throw BAD_CURSOR.refused();
        }
    }
}
