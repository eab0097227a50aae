package dev.kontor.branch;

import static dev.kontor.web.Refusal.REF_NAME_TAKEN;
import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

/** The SQL of tags. */
@Component
public class Tags {
    private static final Field<String> ORDER = field("lower({0}) collate \"C\"", String.class, TAG.NAME);

    private final DSLContext sql;
    private final Clock clock;
    private final Branches branches;

    Tags(DSLContext sql, Clock clock, Branches branches) {
        this.sql = sql;
        this.clock = clock;
        this.branches = branches;
    }

    /** By name. */
    Page<Tag> list(Grant<InDataset> grant, Listing listing) {
        Condition found = listing.search().map(TAG.NAME::containsIgnoreCase).orElse(noCondition());
        Condition after =
                listing.after(1).map(cursor -> ORDER.gt(cursor.part(0))).orElse(noCondition());
        List<Tag> rows = rows(grant)
                .and(found)
                .and(after)
                .orderBy(ORDER)
                .limit(inline(listing.size() + 1))
                .fetch(Tags::tag);
        return Page.of(rows, listing.size(), tag -> Cursor.of(tag.name().toLowerCase(Locale.ROOT)));
    }

    Optional<Tag> find(Grant<InDataset> grant, String name) {
        return rows(grant).and(TAG.NAME.eq(name)).fetchOptional(Tags::tag);
    }

    private SelectConditionStep<Record> rows(Grant<InDataset> grant) {
        return sql.select(
                        List.of(TAG.NAME, TAG.VERSION_ID, VERSION.NUMBER, BRANCH.NAME, VERSION.MESSAGE, TAG.CREATED_AT))
                .from(TAG)
                .join(VERSION)
                .on(VERSION.ID.eq(TAG.VERSION_ID))
                .join(BRANCH)
                .on(BRANCH.LINE_ID.eq(VERSION.LINE_ID))
                .where(TAG.DATASET_ID.eq(grant.id()));
    }

    private static Tag tag(Record row) {
        return new Tag(
                row.get(TAG.NAME),
                row.get(TAG.VERSION_ID),
                row.get(VERSION.NUMBER),
                row.get(BRANCH.NAME),
                row.get(VERSION.MESSAGE),
                row.get(TAG.CREATED_AT));
    }

    /** Refused where the name is taken; asked while the dataset's names are held. */
    public void insert(Grant<InDataset> grant, RefName name, UUID versionId) {
        branches.hold(grant);
        if (branches.taken(grant, name)) {
            throw REF_NAME_TAKEN.on("tag", name);
        }
        sql.insertInto(TAG)
                .set(TAG.DATASET_ID, grant.id())
                .set(TAG.NAME, name.text())
                .set(TAG.VERSION_ID, versionId)
                .set(TAG.CREATED_AT, clock.instant())
                .execute();
    }

    void delete(Grant<InDataset> grant, String name) {
        sql.deleteFrom(TAG)
                .where(TAG.DATASET_ID.eq(grant.id()).and(TAG.NAME.eq(name)))
                .execute();
    }
}
