package dev.kontor.project;

import static kontor.tables.Tables.PROJECT;
import static kontor.tables.Tables.WORKSPACE;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Sight;
import dev.kontor.access.Sights;
import dev.kontor.web.Found;
import dev.kontor.web.Found.Place;
import dev.kontor.web.Words;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/** The SQL of searching projects by name, in the order of names; those in the trash are not found. */
@Component
public class FoundProjects {
    private static final Field<String> KEY = field(name("k", "plain_name"), String.class);
    private static final Field<UUID> ID = field(name("k", "id"), UUID.class);

    private final DSLContext sql;

    FoundProjects(DSLContext sql) {
        this.sql = sql;
    }

    public record Hit(UUID id, String name, Place workspace) {}

    public Found<Hit> find(Sights sights, Words words, int limit) {
        Condition fits = PROJECT.TRASHED_AT.isNull().and(words.allBegin(PROJECT.PLAIN_NAME));
        Table<?> all = walked(sights, fits, limit)
                .unionAll(select(PROJECT.PLAIN_NAME, PROJECT.ID)
                        .from(sights.gathered())
                        .join(PROJECT)
                        .on(PROJECT.ID.eq(Sight.ONE))
                        .where(fits))
                .asTable("k");
        Table<?> keys = select(KEY, ID)
                .from(all)
                .orderBy(KEY, ID)
                .limit(inline(limit + 1))
                .asTable("k");
        return Found.of(
                sql.select(PROJECT.ID, PROJECT.NAME, WORKSPACE.ID, WORKSPACE.NAME)
                        .from(keys)
                        .join(PROJECT)
                        .on(PROJECT.ID.eq(ID))
                        .join(WORKSPACE)
                        .on(WORKSPACE.ID.eq(PROJECT.WORKSPACE_ID))
                        .orderBy(KEY, ID)
                        .fetch(row -> new Hit(row.value1(), row.value2(), new Place(row.value3(), row.value4()))),
                limit);
    }

    private static Select<Record2<String, UUID>> walked(Sights sights, Condition fits, int limit) {
        Table<?> each = lateral(select(PROJECT.PLAIN_NAME, PROJECT.ID)
                        .from(PROJECT)
                        .where(PROJECT.WORKSPACE_ID.eq(Sights.WORKSPACE))
                        .and(fits)
                        .and(sights.sees(PROJECT.ID, PROJECT.VISIBILITY))
                        .orderBy(PROJECT.PLAIN_NAME, PROJECT.ID)
                        .limit(inline(limit + 1)))
                .as("k");
        return select(KEY, ID).from(sights.walked()).crossJoin(each);
    }
}
