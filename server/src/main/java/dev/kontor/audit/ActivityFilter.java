package dev.kontor.audit;

import static kontor.tables.Tables.AUDIT_EVENT;
import static org.jooq.impl.DSL.*;

import dev.kontor.web.Refusal;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;

/**
 * Which events are wanted: one user's ({@code actor}), of one {@code kind}, about one {@code object} (its id), from one
 * moment ({@code from}) until before another ({@code to}).
 */
@ParameterObject
record ActivityFilter(
        @Nullable UUID actor,
        @Nullable String kind,
        @Nullable String object,
        @Nullable Instant from,
        @Nullable Instant to) {
    private static final int LONGEST = 200;

    ActivityFilter {
        if (from != null && to != null && to.isBefore(from)) {
            throw Refusal.UNACCEPTABLE.on("to", "The time ends before it begins.");
        }
        if (kind != null && kind.length() > LONGEST || object != null && object.length() > LONGEST) {
            throw Refusal.UNACCEPTABLE.on("kind", "Kinds and ids have at most " + LONGEST + " characters.");
        }
    }

    /** What is looked for in objects counts only where the reader is told of them: {@code told}. */
    Condition condition(Condition told) {
        Condition found = noCondition();
        if (actor != null) found = found.and(AUDIT_EVENT.ACTOR_ID.eq(actor));
        if (kind != null && !kind.isEmpty()) found = found.and(AUDIT_EVENT.KIND.eq(kind));
        if (object != null && !object.isEmpty()) {
            found = found.and(AUDIT_EVENT.OBJECT_ID.eq(object)).and(told);
        }
        if (from != null) found = found.and(AUDIT_EVENT.AT.ge(from));
        if (to != null) found = found.and(AUDIT_EVENT.AT.lt(to));
        return found;
    }

    /** Words in the names of who acted, in the kind, or in the name of what it was done to. */
    static Condition words(@Nullable String q, Condition told) {
        if (q == null || q.isBlank()) {
            return noCondition();
        }
        String words = q.strip().toLowerCase(Locale.ROOT);
        return lower(AUDIT_EVENT.ACTOR_NAME)
                .contains(words)
                .or(AUDIT_EVENT.KIND.contains(words))
                .or(lower(AUDIT_EVENT.OBJECT_NAME).contains(words).and(told));
    }
}
