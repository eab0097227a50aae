package dev.kontor.member;

import static kontor.tables.Tables.MEMBER;
import static org.jooq.impl.DSL.*;

import dev.kontor.web.Cursor;
import dev.kontor.web.Refusal;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.OrderField;

/** The orders in which members are listed, each served by an index. */
enum MemberOrder {
    NAME,
    NAME_DESC,
    JOINED,
    JOINED_DESC;

    private boolean byName() {
        return this == NAME || this == NAME_DESC;
    }

    private boolean down() {
        return this == NAME_DESC || this == JOINED_DESC;
    }

    /** What the cursor carries, as text. */
    Field<String> key() {
        return byName() ? MEMBER.SORT_NAME : to("YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"");
    }

    private static Field<String> to(String format) {
        return field("to_char({0} at time zone 'UTC', {1})", String.class, MEMBER.JOINED_AT, inline(format));
    }

    List<OrderField<?>> fields() {
        Field<?> first = byName() ? MEMBER.SORT_NAME : MEMBER.JOINED_AT;
        return down() ? List.of(first.desc(), MEMBER.USER_ID.desc()) : List.of(first.asc(), MEMBER.USER_ID.asc());
    }

    Condition after(Cursor cursor) {
        if (byName()) {
            var here = row(MEMBER.SORT_NAME, MEMBER.USER_ID);
            return down() ? here.lt(cursor.part(0), cursor.id(1)) : here.gt(cursor.part(0), cursor.id(1));
        }
        var here = row(MEMBER.JOINED_AT, MEMBER.USER_ID);
        Instant joined = instant(cursor.part(0));
        return down() ? here.lt(joined, cursor.id(1)) : here.gt(joined, cursor.id(1));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeParseException e) {
            throw Refusal.BAD_CURSOR.refused();
        }
    }
}
