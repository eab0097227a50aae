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
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * The SQL of the list of open datasets, over all workspaces: straight along an index of those that are open, which carries
 * all that searching looks at, so that a name nobody has costs reading the index and no more.
 */
@Component
class OpenDatasets {
    private static final Field<String> KEY = field(name("k", "sort_key"), String.class);
    private static final Field<UUID> ID = field(name("k", "id"), UUID.class);

    private final DSLContext sql;

    OpenDatasets(DSLContext sql) {
        this.sql = sql;
    }

    /** The same for everybody, but for keys narrowed to workspaces (section 10). */
    Page<OpenDataset> list(Actor actor, Listing listing) {
        Access.carried(actor, DatasetPermission.DATASET_PREVIEW);
        DatasetOrder order = listing.order(DatasetOrder.class);
        var rows = sql.select(Datasets.FIELDS)
                .select(KEY, ORGANIZATION.ID, ORGANIZATION.NAME)
                .from(keys(actor, order, listing))
                .join(DATASET)
                .on(DATASET.ID.eq(ID))
                .join(PROJECT)
                .on(PROJECT.ID.eq(DATASET.PROJECT_ID))
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(DATASET.WORKSPACE_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(WORKSPACE.ORGANIZATION_ID))
                .orderBy(order.fields(KEY, ID))
                .fetch(row -> new Sorted<>(dataset(row), row.get(KEY)));
        return Page.of(
                        rows,
                        listing.size(),
                        row -> Cursor.of(row.key(), row.item().id()))
                .map(Sorted::item);
    }

    private static Table<?> keys(Actor actor, DatasetOrder order, Listing listing) {
        // not like: it would put its pattern together anew for each name
        Condition found = listing.search()
                .<Condition>map(words -> position(lower(DATASET.NAME), words).gt(0))
                .orElse(noCondition());
        Condition reached = actor.onlyWorkspaces().map(DATASET.WORKSPACE_ID::in).orElse(noCondition());
        // fenced: joined, it would be asked of names that do not fit
        Condition open = exists(selectOne()
                .from(OPEN_DATASET)
                .where(OPEN_DATASET.DATASET_ID.eq(DATASET.ID))
                .offset(inline(0)));
        return select(order.key().as("sort_key"), DATASET.ID.as("id"))
                .from(DATASET)
                .where(DATASET.VISIBILITY.eq(inline("OPEN")))
                .and(listing.after(2).map(order::after).orElse(noCondition()))
                .and(found)
                .and(reached)
                .and(open)
                .orderBy(order.fields())
                .limit(inline(listing.size() + 1))
                .asTable("k");
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
