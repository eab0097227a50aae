package dev.kontor.web;

import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.row;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;

/**
 * Lists that stand in the order of a name: what is looked for in them, and how one page follows the other.
 *
 * @param order as an index has it
 * @param id tells equal names apart; every row selects it, and {@link #key()}
 * @param searched what the words of a search may stand in
 */
public record ByName(Field<String> order, Field<UUID> id, List<Field<String>> searched) {
    public ByName {
        searched = List.copyOf(searched);
    }

    public static ByName of(Field<String> name, Field<UUID> id) {
        return new ByName(lower(name), id, List.of(name));
    }

    /** The same list, searched in that field as well. */
    public ByName foundBy(Field<String> also) {
        return new ByName(
                order, id, Stream.concat(searched.stream(), Stream.of(also)).toList());
    }

    /** The same list in the order of characters, where an index has it so. */
    public ByName plain() {
        return new ByName(order.collate("C"), id, searched);
    }

    /** To select: the name as the database sorts it. */
    public Field<String> key() {
        return order.as("sort_key");
    }

    /** Rows that contain what is looked for. */
    public Condition found(Listing listing) {
        return listing.search()
                .flatMap(words -> searched.stream()
                        .map(field -> (Condition) lower(field).contains(words))
                        .reduce(Condition::or))
                .orElse(noCondition());
    }

    /** The wanted page of those rows. */
    public <T> Page<T> page(SelectConditionStep<? extends Record> rows, Listing listing, Function<Record, T> item) {
        Condition after = listing.after(2)
                .map(cursor -> (Condition) row(order, id).gt(cursor.part(0), cursor.id(1)))
                .orElse(noCondition());
        List<Placed<T>> read = rows.and(found(listing))
                .and(after)
                .orderBy(order, id)
                .limit(inline(listing.size() + 1))
                .fetch(r -> new Placed<>(item.apply(r), Cursor.of(r.get(key()), r.get(id))));
        return Page.of(read, listing.size(), Placed::place).map(Placed::item);
    }

    private record Placed<T>(T item, Cursor place) {}
}
