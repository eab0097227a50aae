package dev.kontor.dataset;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.DatasetFacts;
import dev.kontor.access.DatasetLevel;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.DatasetVisibility;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.People;
import dev.kontor.access.Reach;
import dev.kontor.access.Sight;
import dev.kontor.access.Standing;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import dev.kontor.web.Sorted;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Select;
import org.jooq.Table;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The SQL of lists of datasets. The keys of a page are found first, by one index, in the shape that suits what the
 * reader sees ({@link Sight}); only then are columns, owners and grants joined to that page.
 */
@Component
class DatasetLists {
    private static final Field<String> SORT_KEY = field(name("k", "sort_key"), String.class);
    private static final Field<UUID> KEY_ID = field(name("k", "id"), UUID.class);

    private final DSLContext sql;

    DatasetLists(DSLContext sql) {
        this.sql = sql;
    }

    Page<Dataset> ofWorkspace(Reach reach, Listing listing) {
        carried(reach.actor());
        DatasetOrder order = listing.order(DatasetOrder.class);
        Sight sight = Sight.of(reach);
        Condition where = DATASET.WORKSPACE_ID.eq(reach.workspaceId()).and(wanted(listing, order));
        Select<?> keys = sight.broad() ? walked(sight, where, order, listing) : gathered(sight, where, order, listing);
        return page(reach.actor(), reach.standing(), keys, order, listing);
    }

    /** Whoever sees the project sees all of its datasets (T-04). */
    Page<Dataset> ofProject(Grant<InProject> grant, Listing listing) {
        carried(grant.actor());
        DatasetOrder order = listing.order(DatasetOrder.class);
        Condition where = DATASET.PROJECT_ID.eq(grant.id()).and(wanted(listing, order));
        Select<?> keys = select(order.key().as("sort_key"), DATASET.ID)
                .from(DATASET)
                .where(where)
                .orderBy(order.fields())
                .limit(inline(listing.size() + 1));
        return page(grant.actor(), grant.scope().standing(), keys, order, listing);
    }

    private static void carried(Actor actor) {
        if (!actor.carries(DatasetPermission.DATASET_PREVIEW)) {
            throw Refusal.KEY_TOO_NARROW
                    .refused(DatasetPermission.DATASET_PREVIEW)
                    .with("permission", DatasetPermission.DATASET_PREVIEW.name());
        }
    }

    private static Select<?> walked(Sight sight, Condition where, DatasetOrder order, Listing listing) {
        return select(order.key().as("sort_key"), DATASET.ID)
                .from(DATASET)
                .join(PROJECT)
                .on(PROJECT.ID.eq(DATASET.PROJECT_ID))
                .and(PROJECT.TRASHED_AT.isNull())
                .where(where)
                .and(sight.sees(DATASET.PROJECT_ID, PROJECT.VISIBILITY))
                .orderBy(order.fields())
                .limit(inline(listing.size() + 1));
    }

    private static Select<?> gathered(Sight sight, Condition where, DatasetOrder order, Listing listing) {
        Table<?> each = lateral(select(order.key().as("sort_key"), DATASET.ID)
                        .from(DATASET)
                        .where(DATASET.PROJECT_ID.eq(Sight.ONE))
                        .and(where)
                        .orderBy(order.fields())
                        .limit(inline(listing.size() + 1)))
                .as("k");
        return select(SORT_KEY, KEY_ID)
                .from(sight.ones())
                .crossJoin(each)
                .orderBy(order.fields(SORT_KEY, KEY_ID))
                .limit(inline(listing.size() + 1));
    }

    private static Condition wanted(Listing listing, DatasetOrder order) {
        Condition after = listing.after(2).map(order::after).orElse(noCondition());
        return listing.search()
                .map(words -> after.and(lower(DATASET.NAME).contains(words)))
                .orElse(after);
    }

    private Page<Dataset> page(Actor actor, Standing standing, Select<?> keys, DatasetOrder order, Listing listing) {
        People people = People.seenBy(actor, Optional.of(standing));
        var rows = sql.select(SORT_KEY)
                .select(Datasets.FIELDS)
                .select(People.fields(actor))
                .select(DATASET_GRANT.LEVEL)
                .from(keys.asTable("k"))
                .join(DATASET)
                .on(DATASET.ID.eq(KEY_ID))
                .join(PROJECT)
                .on(PROJECT.ID.eq(DATASET.PROJECT_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(DATASET.OWNER_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .leftJoin(MEMBER)
                .on(People.membership(DATASET.WORKSPACE_ID))
                .leftJoin(DATASET_GRANT)
                .on(DATASET_GRANT.DATASET_ID.eq(DATASET.ID).and(DATASET_GRANT.USER_ID.eq(actor.userId())))
                .orderBy(order.fields(SORT_KEY, KEY_ID))
                .fetch(row -> new Sorted<>(
                        Datasets.dataset(row, actor, level(row, actor, standing), people.person(row), true),
                        row.get(SORT_KEY)));
        return Page.of(
                        rows,
                        listing.size(),
                        row -> Cursor.of(row.key(), row.item().id()))
                .map(Sorted::item);
    }

    private static DatasetLevel level(Record row, Actor actor, Standing standing) {
        boolean owner = row.get(DATASET.OWNER_ID).equals(actor.userId());
        return new DatasetFacts(
                        owner,
                        standing.admin(),
                        granted(row.get(DATASET_GRANT.LEVEL)),
                        DatasetVisibility.valueOf(row.get(DATASET.VISIBILITY)),
                        true)
                .level()
                .orElseThrow();
    }

    private static @Nullable DatasetLevel granted(@Nullable String level) {
        return level == null ? null : DatasetLevel.valueOf(level);
    }
}
