package dev.kontor.bench.served;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.DatasetLevel;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.DatasetVisibility;
import dev.kontor.access.Person;
import dev.kontor.dataset.Dataset;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Sorted;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * The datasets of a workspace by name as if everybody might see all of them: the same rows and columns as the product's
 * page answers a workspace admin, with neither facts nor conditions nor levels. What authorization costs is the difference.
 */
@RestController
class OpenPages {
    private static final Field<String> ORDER = lower(DATASET.NAME).collate("C");
    private static final List<Field<?>> FIELDS = List.of(
            DATASET.ID,
            DATASET.WORKSPACE_ID,
            DATASET.PROJECT_ID,
            DATASET.NAME,
            DATASET.DESCRIPTION,
            DATASET.VISIBILITY,
            DATASET.OWNER_ID,
            DATASET.CREATED_AT,
            DATASET.ITEMS,
            DATASET.BYTES,
            DATASET.LATEST,
            DATASET.DRAFT,
            DATASET.COVER,
            DATASET.REVISION,
            PROJECT.NAME,
            APP_USER.NAME,
            ORGANIZATION.ID,
            ORGANIZATION.NAME);
    private static final List<String> CAN = DatasetPermission.namesHeldBy(DatasetLevel.ADMIN);

    private final DSLContext sql;

    OpenPages(DSLContext sql) {
        this.sql = sql;
    }

    @GetMapping("/api/v1/bench/workspaces/{workspaceId}/datasets")
    Page<Dataset> page(@PathVariable UUID workspaceId, Listing listing) {
        Condition after = listing.after(2)
                .<Condition>map(cursor -> row(ORDER, DATASET.ID).gt(row(val(cursor.part(0)), val(cursor.id(1)))))
                .orElse(noCondition());
        var rows = sql.select(ORDER.as("sort_key"))
                .select(FIELDS)
                .from(DATASET)
                .join(PROJECT)
                .on(PROJECT.ID.eq(DATASET.PROJECT_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(DATASET.OWNER_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .where(DATASET.WORKSPACE_ID.eq(workspaceId))
                .and(after)
                .orderBy(ORDER, DATASET.ID)
                .limit(inline(listing.size() + 1))
                .fetch(row -> new Sorted<>(dataset(row), row.get("sort_key", String.class)));
        return Page.of(
                        rows,
                        listing.size(),
                        row -> Cursor.of(row.key(), row.item().id()))
                .map(Sorted::item);
    }

    private static Dataset dataset(Record r) {
        Person owner = new Person(
                r.get(DATASET.OWNER_ID),
                r.get(APP_USER.NAME),
                new Person.Organization(r.get(ORGANIZATION.ID), r.get(ORGANIZATION.NAME)));
        return new Dataset(
                r.get(DATASET.ID),
                r.get(DATASET.WORKSPACE_ID),
                new Dataset.ProjectName(r.get(DATASET.PROJECT_ID), r.get(PROJECT.NAME)),
                r.get(DATASET.NAME),
                r.get(DATASET.DESCRIPTION),
                DatasetVisibility.valueOf(r.get(DATASET.VISIBILITY)),
                owner,
                DatasetLevel.ADMIN,
                r.get(DATASET.CREATED_AT),
                r.get(DATASET.ITEMS),
                r.get(DATASET.BYTES),
                r.get(DATASET.LATEST),
                r.get(DATASET.DRAFT),
                r.get(DATASET.COVER),
                r.get(DATASET.REVISION),
                CAN);
    }
}
