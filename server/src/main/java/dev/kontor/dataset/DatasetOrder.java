package dev.kontor.dataset;

import static kontor.tables.Tables.DATASET;
import static org.jooq.impl.DSL.*;

import dev.kontor.web.Cursor;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.SortField;

/** The orders that lists of datasets offer, each served by an index; ids grow with time. */
enum DatasetOrder {
    NAME(true, false),
    NAME_DESC(true, true),
    CREATED(false, false),
    CREATED_DESC(false, true);

    private static final Field<String> LOWER = lower(DATASET.NAME).collate("C");

    private final boolean byName;
    private final boolean descending;

    DatasetOrder(boolean byName, boolean descending) {
        this.byName = byName;
        this.descending = descending;
    }

    /** The key as the database sorts it. */
    Field<String> key() {
        return byName ? LOWER : inline("");
    }

    List<SortField<?>> fields() {
        return sorted(byName ? List.of(LOWER, DATASET.ID) : List.of(DATASET.ID));
    }

    /** The same order over rows gathered as {@code key, id}. */
    List<SortField<?>> fields(Field<String> key, Field<UUID> id) {
        return sorted(byName ? List.of(key.collate("C"), id) : List.of(id));
    }

    private List<SortField<?>> sorted(List<? extends Field<?>> fields) {
        return fields.stream()
                .<SortField<?>>map(field -> descending ? field.desc() : field.asc())
                .toList();
    }

    Condition after(Cursor cursor) {
        if (!byName) {
            return descending ? DATASET.ID.lt(cursor.id(1)) : DATASET.ID.gt(cursor.id(1));
        }
        var here = row(LOWER, DATASET.ID);
        var there = row(val(cursor.part(0)), val(cursor.id(1)));
        return descending ? here.lt(there) : here.gt(there);
    }
}
