package dev.kontor.dataset;

import static kontor.tables.Tables.DATASET;
import static kontor.tables.Tables.DATASET_GRANT;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Actor;
import dev.kontor.access.DatasetLevel;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Reach;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/**
 * The levels granted to whoever reads a list: a handful comes with the reader's reach, more are looked up for the rows
 * of the page; joined, PostgreSQL would read all that is granted to the reader. Workspace admins hold the highest that
 * can be granted anyway (T-05).
 *
 * @param fields to select beside a dataset's own
 */
record GrantedLevels(List<Field<?>> fields, Function<Record, @Nullable DatasetLevel> in) {
    private static final Field<String> LEVEL = field(name("granted"), String.class);

    GrantedLevels {
        fields = List.copyOf(fields);
    }

    static GrantedLevels of(Reach reach) {
        Map<UUID, DatasetLevel> granted = reach.granted();
        return granted == null
                ? of(reach.actor(), reach.standing().admin())
                : new GrantedLevels(List.of(), row -> granted.get(row.get(DATASET.ID)));
    }

    static GrantedLevels of(Grant<InProject> grant) {
        return of(grant.actor(), grant.scope().standing().admin());
    }

    private static GrantedLevels of(Actor actor, boolean admin) {
        if (admin) {
            return new GrantedLevels(List.of(), row -> null);
        }
        Field<String> level = field(select(DATASET_GRANT.LEVEL)
                .from(DATASET_GRANT)
                .where(DATASET_GRANT.DATASET_ID.eq(DATASET.ID).and(DATASET_GRANT.USER_ID.eq(actor.userId()))));
        return new GrantedLevels(List.of(level.as(LEVEL)), GrantedLevels::read);
    }

    private static @Nullable DatasetLevel read(Record row) {
        String level = row.get(LEVEL);
        return level == null ? null : DatasetLevel.valueOf(level);
    }
}
