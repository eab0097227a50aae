package dev.kontor.project;

import static kontor.tables.Tables.PROJECT;
import static org.jooq.impl.DSL.*;

import dev.kontor.web.Cursor;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;

/** The orders in which projects are listed; each is served by an index. Ids are made in the order of time. */
enum ProjectOrder {
    NAME,
    NAME_DESC,
    CREATED,
    CREATED_DESC;

    static final Field<String> KEY = lower(PROJECT.NAME).collate("C");

    private boolean down() {
        return this == NAME_DESC || this == CREATED_DESC;
    }

    List<OrderField<?>> fields() {
        return switch (this) {
            case NAME -> List.of(KEY.asc(), PROJECT.ID.asc());
            case NAME_DESC -> List.of(KEY.desc(), PROJECT.ID.desc());
            case CREATED -> List.of(PROJECT.ID.asc());
            case CREATED_DESC -> List.of(PROJECT.ID.desc());
        };
    }

    Condition after(Cursor cursor) {
        if (this == CREATED || this == CREATED_DESC) {
            return down() ? PROJECT.ID.lt(cursor.id(1)) : PROJECT.ID.gt(cursor.id(1));
        }
        var here = row(KEY, PROJECT.ID);
        return down() ? here.lt(cursor.part(0), cursor.id(1)) : here.gt(cursor.part(0), cursor.id(1));
    }
}
