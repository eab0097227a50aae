package dev.kontor.organization;

import static kontor.tables.Tables.APP_USER;
import static org.jooq.impl.DSL.*;

import dev.kontor.web.Cursor;
import dev.kontor.web.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;

/** The orders in which an organization's users are listed; whoever was never seen counts as longest away. */
enum UserOrder {
    NAME,
    NAME_DESC,
    CREATED,
    CREATED_DESC,
    SEEN,
    SEEN_DESC;

    /** As it stands in the index. */
    private static final Field<Instant> LAST_SEEN =
            field("coalesce({0}, 'epoch' :: timestamptz)", Instant.class, APP_USER.LAST_SEEN_AT);

    private boolean down() {
        return this == NAME_DESC || this == CREATED_DESC || this == SEEN_DESC;
    }

    private Field<?> key() {
        return switch (this) {
            case NAME, NAME_DESC -> lower(APP_USER.NAME);
            case CREATED, CREATED_DESC -> APP_USER.CREATED_AT;
            case SEEN, SEEN_DESC -> LAST_SEEN;
        };
    }

    List<OrderField<?>> fields() {
        return down() ? List.of(key().desc(), APP_USER.ID.desc()) : List.of(key().asc(), APP_USER.ID.asc());
    }

    /** What the cursor carries of a row. */
    Cursor cursor(OrganizationUsers.Entry last, String loweredName) {
        Object key =
                switch (this) {
                    case NAME, NAME_DESC -> loweredName;
                    case CREATED, CREATED_DESC -> last.createdAt();
                    case SEEN, SEEN_DESC -> last.lastSeenAt() == null ? Instant.EPOCH : last.lastSeenAt();
                };
        return Cursor.of(key, last.id());
    }

    Condition after(Cursor cursor) {
        return switch (this) {
            case NAME, NAME_DESC -> beyond(lower(APP_USER.NAME), cursor.part(0), cursor);
            case CREATED, CREATED_DESC -> beyond(APP_USER.CREATED_AT, instant(cursor.part(0)), cursor);
            case SEEN, SEEN_DESC -> beyond(LAST_SEEN, instant(cursor.part(0)), cursor);
        };
    }

    private <T> Condition beyond(Field<T> field, T value, Cursor cursor) {
        var here = row(field, APP_USER.ID);
        return down() ? here.lt(value, cursor.id(1)) : here.gt(value, cursor.id(1));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.BAD_CURSOR.refused();
        }
    }
}
