package dev.kontor.derivation;

import static org.jooq.impl.DSL.noCondition;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jooq.Condition;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** How large a file is, in bytes, both limits included. */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SizeIs(@Nullable Long atLeast, @Nullable Long atMost) {
    SizeIs {
        if (atLeast == null && atMost == null) {
            throw Where.bad("A size is compared by atLeast or atMost.");
        }
    }

    Condition of(Field<Long> field) {
        return (atLeast == null ? noCondition() : field.ge(atLeast))
                .and(atMost == null ? noCondition() : field.le(atMost));
    }
}
