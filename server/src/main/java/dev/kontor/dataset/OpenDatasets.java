package dev.kontor.dataset;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.OPEN_DATASET;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Person;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Sorted;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** The SQL of the list of open datasets, over all workspaces: straight along the index of those that are open. */
@Component
class OpenDatasets {
    private final DSLContext sql;

    OpenDatasets(DSLContext sql) {
        this.sql = sql;
    }

    /** The same for everybody, but for keys narrowed to workspaces (section 10). */
    Page<OpenDataset> list(Actor actor, Listing listing) {
        Access.carried(actor, DatasetPermission.DATASET_PREVIEW);
        DatasetOrder order = listing.order(DatasetOrder.class);
        Field<String> sortKey = order.key().as("sort_key");
        Condition after = listing.after(2).map(order::after).orElse(noCondition());
        Condition found = listing.search()
                .<Condition>map(words -> lower(DATASET.NAME).contains(words))
                .orElse(noCondition());
        Condition reached = actor.onlyWorkspaces().map(DATASET.WORKSPACE_ID::in).orElse(noCondition());
        var rows = sql.select(Datasets.FIELDS)
                .select(sortKey, ORGANIZATION.ID, ORGANIZATION.NAME)
                .from(DATASET)
                .join(OPEN_DATASET)
                .on(OPEN_DATASET.DATASET_ID.eq(DATASET.ID))
                .join(PROJECT)
                .on(PROJECT.ID.eq(DATASET.PROJECT_ID))
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(DATASET.WORKSPACE_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(WORKSPACE.ORGANIZATION_ID))
                .where(DATASET.VISIBILITY.eq(inline("OPEN")))
                .and(after)
                .and(found)
                .and(reached)
                .orderBy(order.fields())
                .limit(inline(listing.size() + 1))
                .fetch(row -> new Sorted<>(dataset(row), row.get(sortKey)));
        return Page.of(
                        rows,
                        listing.size(),
                        row -> Cursor.of(row.key(), row.item().id()))
                .map(Sorted::item);
    }

    private static OpenDataset dataset(Record r) {
        return new OpenDataset(
                r.get(DATASET.ID),
                r.get(DATASET.WORKSPACE_ID),
                r.get(DATASET.NAME),
                r.get(DATASET.DESCRIPTION),
                new Person.Organization(r.get(ORGANIZATION.ID), r.get(ORGANIZATION.NAME)),
                r.get(DATASET.ITEMS),
                r.get(DATASET.BYTES),
                r.get(DATASET.LATEST),
                r.get(DATASET.COVER),
                r.get(DATASET.CREATED_AT));
    }
}
