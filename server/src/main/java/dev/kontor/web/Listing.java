package dev.kontor.web;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/**
 * How a client wants a list: {@code limit} (1 to 200, 50 if not said), {@code cursor} (of the page before), {@code q}
 * (words to look for), {@code sort} (a field, with a minus in front for the other direction).
 */
@ParameterObject
public record Listing(
        @Nullable Integer limit,
        @Nullable String cursor,
        @Nullable String q,
        @Nullable String sort) {
    private static final int USUAL = 50;
    private static final int MOST = 200;
    private static final int LONGEST_SEARCH = 200;

    public Listing {
        if (limit != null && (limit < 1 || limit > MOST)) {
            throw Refusal.UNACCEPTABLE.on("limit", "A page has between 1 and " + MOST + " items.");
        }
        if (q != null && q.length() > LONGEST_SEARCH) {
            throw Refusal.UNACCEPTABLE.on("q", "A search has at most " + LONGEST_SEARCH + " characters.");
        }
    }

    public int size() {
        return limit == null ? USUAL : limit;
    }

    public Optional<Cursor> after(int parts) {
        return Cursor.read(cursor, parts);
    }

    /** What to look for, in lower case; nothing where nothing was asked. */
    public Optional<String> search() {
        return Optional.ofNullable(q)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .map(text -> text.toLowerCase(Locale.ROOT));
    }

    /** The wanted order, one of those that the list offers; the first is the usual one. */
    public <E extends Enum<E>> E order(Class<E> offered) {
        E[] orders = offered.getEnumConstants();
        if (sort == null || sort.isEmpty()) {
            return orders[0];
        }
        String name = sort.startsWith("-") ? sort.substring(1) + "_DESC" : sort;
        for (E order : orders) {
            if (order.name().equalsIgnoreCase(name)) {
                return order;
            }
        }
        throw Refusal.UNACCEPTABLE.on("sort", "This list cannot be sorted by " + sort + ".");
    }
}
