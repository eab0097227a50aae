package dev.kontor.project;

import static kontor.tables.Tables.PROJECT;
import static kontor.tables.facts.Tables.SIGHT;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Person;
import dev.kontor.access.Reach;
import dev.kontor.access.Sight;
import dev.kontor.web.Cursor;
import dev.kontor.web.Page;
import dev.kontor.web.Sorted;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Select;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

/** The SQL of lists of projects, filtered by what their reader reaches, in one of the two shapes of {@link Sight}. */
@Component
class ProjectLists {
    private final DSLContext sql;
    private final ProjectSettings settings;

    ProjectLists(DSLContext sql, ProjectSettings settings) {
        this.sql = sql;
        this.settings = settings;
    }

    Page<Project> list(Reach reach, ProjectListing wanted) {
        ProjectOrder order = wanted.listing().order(ProjectOrder.class);
        int size = wanted.listing().size();
        Select<?> keys = keys(reach, wanted, order).orderBy(order.fields()).limit(inline(size + 1));
        var reader = new ProjectColumns.Reader(
                reach.actor(), reach.standing(), (actor, known) -> Person.seenBy(reach, known), settings.trash(), null);
        var rows = sql.select(ProjectColumns.FIELDS)
                .select(ProjectOrder.KEY.as("sort_key"))
                .from(ProjectColumns.joined(PROJECT.join(keys.asTable("k"))
                        .on(field(name("k", "id"), UUID.class).eq(PROJECT.ID))))
                .orderBy(order.fields())
                .fetch(r -> new Sorted<>(ProjectColumns.read(r, reader), r.get("sort_key", String.class)));
        return Page.of(rows, size, row -> Cursor.of(row.key(), row.item().id())).map(Sorted::item);
    }

    private SelectConditionStep<?> keys(Reach reach, ProjectListing wanted, ProjectOrder order) {
        Sight sight = Sight.of(reach);
        Condition filter = PROJECT.WORKSPACE_ID
                .eq(reach.workspaceId())
                .and(wanted.condition())
                .and(wanted.listing().after(2).map(order::after).orElse(noCondition()));
        if (wanted.trashed()) {
            return sql.select(PROJECT.ID).from(PROJECT).where(filter).and(inSight(reach));
        }
        return sight.broad()
                ? sql.select(PROJECT.ID).from(PROJECT).where(filter).and(sight.sees(PROJECT.ID, PROJECT.VISIBILITY))
                : sql.select(PROJECT.ID)
                        .from(sight.ones())
                        .join(PROJECT)
                        .on(PROJECT.ID.eq(Sight.ONE))
                        .where(filter);
    }

    /** The trash is small: each of its projects is asked about by itself, as it is by id. */
    private static Condition inSight(Reach reach) {
        return exists(selectOne()
                .from(SIGHT)
                .where(SIGHT.PROJECT_ID.eq(PROJECT.ID))
                .and(SIGHT.USER_ID.eq(reach.actor().userId()))
                .and(SIGHT.SEEN));
    }
}
