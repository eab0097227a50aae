package dev.kontor.dataset;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Access;
import dev.kontor.access.DatasetFacts;
import dev.kontor.access.DatasetLevel;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.DatasetVisibility;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Reach;
import dev.kontor.access.Sight;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Sorted;
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
 * The SQL of lists of datasets, in the shape that suits what the reader sees ({@link Sight}): straight along the order
 * index, or from keys gathered in a few projects. Either way owners are looked up for rows of the page only, and levels
 * as {@link GrantedLevels} says.
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
        Access.carried(reach.actor(), DatasetPermission.DATASET_PREVIEW);
        DatasetOrder order = listing.order(DatasetOrder.class);
        Sight sight = Sight.of(reach);
        Condition where = DATASET.WORKSPACE_ID.eq(reach.workspaceId()).and(wanted(listing, order));
        Owners owners = Owners.seenBy(reach);
        GrantedLevels levels = GrantedLevels.of(reach);
        if (sight.broad()) {
            Condition seen = PROJECT.TRASHED_AT.isNull().and(sight.sees(DATASET.PROJECT_ID, PROJECT.VISIBILITY));
            return page(owners, levels, DATASET, where.and(seen), order, listing);
        }
        Table<?> keys = gathered(sight, where, order, listing).asTable("k");
        return page(owners, levels, keys.join(DATASET).on(DATASET.ID.eq(KEY_ID)), noCondition(), order, listing);
    }

    /** Whoever sees the project sees all of its datasets (T-04). */
    Page<Dataset> ofProject(Grant<InProject> grant, Listing listing) {
        Access.carried(grant.actor(), DatasetPermission.DATASET_PREVIEW);
        DatasetOrder order = listing.order(DatasetOrder.class);
        Condition where = DATASET.PROJECT_ID.eq(grant.id()).and(wanted(listing, order));
        return page(Owners.seenBy(grant), GrantedLevels.of(grant), DATASET, where, order, listing);
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

    private Page<Dataset> page(
            Owners owners, GrantedLevels levels, Table<?> found, Condition where, DatasetOrder order, Listing listing) {
        Field<String> sortKey = order.key().as("sort_key");
        var rows = sql.select(sortKey)
                .select(levels.fields())
                .select(APP_USER.LOCKED_AT)
                .select(Datasets.FIELDS)
                .select(owners.fields())
                .from(found)
                .join(PROJECT)
                .on(PROJECT.ID.eq(DATASET.PROJECT_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(DATASET.OWNER_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .where(where)
                .orderBy(order.fields())
                .limit(inline(listing.size() + 1))
                .fetch(row -> new Sorted<>(
                        Datasets.dataset(
                                row,
                                owners.actor(),
                                facts(row, owners, levels.in().apply(row)),
                                owners.person(row)),
                        row.get(sortKey)));
        return Page.of(
                        rows,
                        listing.size(),
                        row -> Cursor.of(row.key(), row.item().id()))
                .map(Sorted::item);
    }

    private static DatasetFacts facts(Record row, Owners owners, @Nullable DatasetLevel granted) {
        return new DatasetFacts(
                row.get(DATASET.OWNER_ID).equals(owners.actor().userId()),
                owners.standing().admin(),
                granted,
                DatasetVisibility.valueOf(row.get(DATASET.VISIBILITY)),
                true,
                WorkspacePermission.WORKSPACE_OWN.heldBy(owners.standing().roles())
                        && row.get(APP_USER.LOCKED_AT) != null);
    }
}
