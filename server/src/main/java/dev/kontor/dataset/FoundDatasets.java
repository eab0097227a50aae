package dev.kontor.dataset;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Sight;
import dev.kontor.access.Sights;
import dev.kontor.web.Found;
import dev.kontor.web.Found.Place;
import dev.kontor.web.Words;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.OrderField;
import org.jooq.Record2;
import org.jooq.Select;
import org.jooq.Table;
import org.springframework.stereotype.Component;

/**
 * The SQL of searching datasets: along the words of their names, in the order of words, until enough are found. Of the
 * words of one name only the first that fits counts, so that nothing is found twice.
 */
@Component
public class FoundDatasets {
    private static final Field<String> WORD = field(name("k", "word"), String.class);
    private static final Field<UUID> ID = field(name("k", "dataset_id"), UUID.class);

    private final DSLContext sql;

    FoundDatasets(DSLContext sql) {
        this.sql = sql;
    }

    public record Hit(UUID id, String name, Place project, Place workspace) {}

    public Found<Hit> find(Sights sights, Words words, int limit) {
        Table<?> all = walked(sights, words, limit)
                .unionAll(gathered(sights, words, limit))
                .asTable("k");
        Table<?> keys = select(WORD, ID)
                .from(all)
                .orderBy(order(WORD, ID))
                .limit(inline(limit + 1))
                .asTable("k");
        return Found.of(
                sql.select(DATASET.ID, DATASET.NAME, PROJECT.ID, PROJECT.NAME, WORKSPACE.ID, WORKSPACE.NAME)
                        .from(keys)
                        .join(DATASET)
                        .on(DATASET.ID.eq(ID))
                        .join(PROJECT)
                        .on(PROJECT.ID.eq(DATASET.PROJECT_ID))
                        .join(WORKSPACE)
                        .on(WORKSPACE.ID.eq(DATASET.WORKSPACE_ID))
                        .orderBy(order(WORD, ID))
                        .fetch(row -> new Hit(
                                row.value1(),
                                row.value2(),
                                new Place(row.value3(), row.value4()),
                                new Place(row.value5(), row.value6()))),
                limit);
    }

    private static Select<Record2<String, UUID>> walked(Sights sights, Words words, int limit) {
        Table<?> each = lateral(select(DATASET_WORD.WORD, DATASET_WORD.DATASET_ID)
                        .from(DATASET_WORD)
                        .join(PROJECT)
                        .on(PROJECT.ID.eq(DATASET_WORD.PROJECT_ID))
                        .and(PROJECT.TRASHED_AT.isNull())
                        .where(DATASET_WORD.WORKSPACE_ID.eq(Sights.WORKSPACE))
                        .and(sights.sees(DATASET_WORD.PROJECT_ID, PROJECT.VISIBILITY))
                        .and(fits(words))
                        .orderBy(order(DATASET_WORD.WORD, DATASET_WORD.DATASET_ID))
                        .limit(inline(limit + 1)))
                .as("k");
        return select(WORD, ID).from(sights.walked()).crossJoin(each);
    }

    private static Select<Record2<String, UUID>> gathered(Sights sights, Words words, int limit) {
        Table<?> each = lateral(select(DATASET_WORD.WORD, DATASET_WORD.DATASET_ID)
                        .from(DATASET_WORD)
                        .where(DATASET_WORD.PROJECT_ID.eq(Sight.ONE))
                        .and(fits(words))
                        .orderBy(order(DATASET_WORD.WORD, DATASET_WORD.DATASET_ID))
                        .limit(inline(limit + 1)))
                .as("k");
        return select(WORD, ID).from(sights.gathered()).crossJoin(each);
    }

    private static Condition fits(Words words) {
        String rarest = words.rarest();
        kontor.tables.DatasetWord earlier = DATASET_WORD.as("earlier");
        Condition first = notExists(selectOne()
                .from(earlier)
                .where(earlier.DATASET_ID.eq(DATASET_WORD.DATASET_ID))
                .and(earlier.WORD.ge(rarest))
                .and(earlier.WORD.lt(DATASET_WORD.WORD)));
        return words.list().stream()
                .filter(word -> !word.equals(rarest))
                .map(FoundDatasets::alsoHas)
                .reduce(Words.begins(DATASET_WORD.WORD, rarest).and(first), Condition::and);
    }

    private static Condition alsoHas(String word) {
        kontor.tables.DatasetWord other = DATASET_WORD.as("other");
        return exists(selectOne()
                .from(other)
                .where(other.DATASET_ID.eq(DATASET_WORD.DATASET_ID))
                .and(Words.begins(other.WORD, word)));
    }

    /** By word; of one word the newest first, since ids grow with time. */
    private static List<OrderField<?>> order(Field<String> word, Field<UUID> id) {
        return List.of(word.collate("C"), id.desc());
    }
}
