package dev.kontor.document;

import static kontor.tables.Tables.DOCUMENT;
import static org.jooq.impl.DSL.*;

import dev.kontor.web.Cursor;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;

/** The orders in which documents are listed; each is served by an index. Ids are made in the order of time. */
enum DocumentOrder {
    NAME,
    NAME_DESC,
    CREATED,
    CREATED_DESC;

    static final Field<String> KEY = lower(DOCUMENT.NAME).collate("C");

    private boolean down() {
        return this == NAME_DESC || this == CREATED_DESC;
    }

    List<OrderField<?>> fields() {
        return switch (this) {
            case NAME -> List.of(KEY.asc(), DOCUMENT.ID.asc());
            case NAME_DESC -> List.of(KEY.desc(), DOCUMENT.ID.desc());
            case CREATED -> List.of(DOCUMENT.ID.asc());
            case CREATED_DESC -> List.of(DOCUMENT.ID.desc());
        };
    }

    Condition after(Cursor cursor) {
        if (this == CREATED || this == CREATED_DESC) {
            return down() ? DOCUMENT.ID.lt(cursor.id(1)) : DOCUMENT.ID.gt(cursor.id(1));
        }
        var here = row(KEY, DOCUMENT.ID);
        return down() ? here.lt(cursor.part(0), cursor.id(1)) : here.gt(cursor.part(0), cursor.id(1));
    }
}
