package dev.kontor.dataset;

import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Record1;
import org.jooq.Select;
import org.jooq.Table;
import org.jooq.TableField;

/**
 * Rows of a dataset of which there may be very many: declared as a bean by whoever owns their table, they leave with the
 * dataset or, where they are too many for that, after it.
 *
 * @param of the column by which they are found
 * @param keys what stands there, asked while the dataset is there; held, so that no rows come to it meanwhile
 */
public record Numerous(TableField<?, UUID> of, Function<UUID, Select<Record1<UUID>>> keys) {
    Table<?> table() {
        return Objects.requireNonNull(of.getTable());
    }

    String kind() {
        return table().getName();
    }
}
