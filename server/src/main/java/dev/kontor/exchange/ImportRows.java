package dev.kontor.exchange;

import static kontor.tables.Tables.IMPORT;
import static kontor.tables.Tables.IMPORT_ITEM;
import static kontor.tables.Tables.IMPORT_LABEL;
import static kontor.tables.Tables.IMPORT_PROBLEM;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.countDistinct;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.noCondition;
import static org.jooq.impl.DSL.notExists;
import static org.jooq.impl.DSL.octetLength;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.selectOne;
import static org.jooq.impl.DSL.sum;

import dev.kontor.dataset.Numerous;
import dev.kontor.exchange.Import.Problem;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.TableField;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The SQL of what was read of files, until it is put into drafts: the database sorts it, so that memory need not hold it. */
@Component
class ImportRows {
    private final DSLContext sql;

    ImportRows(DSLContext sql) {
        this.sql = sql;
    }

    @Bean
    static Numerous importItemsOfDatasets() {
        return ofDatasets(IMPORT_ITEM.IMPORT_ID);
    }

    @Bean
    static Numerous importLabelsOfDatasets() {
        return ofDatasets(IMPORT_LABEL.IMPORT_ID);
    }

    @Bean
    static Numerous importProblemsOfDatasets() {
        return ofDatasets(IMPORT_PROBLEM.IMPORT_ID);
    }

    /** Whoever reads a file holds its import while they write down what they read. */
    private static Numerous ofDatasets(TableField<?, UUID> importId) {
        return new Numerous(
                importId,
                dataset -> select(IMPORT.ID)
                        .from(IMPORT)
                        .where(IMPORT.DATASET_ID.eq(dataset))
                        .forUpdate());
    }

    /** @param key how the file calls it; {@code body} of JSON lines, which say all at once */
    record ItemRow(String path, String key, @Nullable String body) {}

    record LabelRow(String key, long n, String type, String category, String body) {}

    void clear(UUID id) {
        sql.deleteFrom(IMPORT_ITEM).where(IMPORT_ITEM.IMPORT_ID.eq(id)).execute();
        sql.deleteFrom(IMPORT_LABEL).where(IMPORT_LABEL.IMPORT_ID.eq(id)).execute();
    }

    void forgetProblems(UUID id) {
        sql.deleteFrom(IMPORT_PROBLEM).where(IMPORT_PROBLEM.IMPORT_ID.eq(id)).execute();
    }

    void insert(UUID id, Collection<ItemRow> items, Collection<LabelRow> labels) {
        if (!items.isEmpty()) {
            BatchBindStep batch = sql.batch(sql.insertInto(
                            IMPORT_ITEM, IMPORT_ITEM.IMPORT_ID, IMPORT_ITEM.PATH, IMPORT_ITEM.KEY, IMPORT_ITEM.BODY)
                    .values((UUID) null, null, null, null)
                    .onConflictDoNothing());
            for (ItemRow one : items) {
                batch = batch.bind(id, one.path(), one.key(), one.body());
            }
            batch.execute();
        }
        if (!labels.isEmpty()) {
            BatchBindStep batch = sql.batch(sql.insertInto(
                            IMPORT_LABEL,
                            IMPORT_LABEL.IMPORT_ID,
                            IMPORT_LABEL.KEY,
                            IMPORT_LABEL.N,
                            IMPORT_LABEL.TYPE,
                            IMPORT_LABEL.CATEGORY,
                            IMPORT_LABEL.BODY)
                    .values((UUID) null, null, null, null, null, null));
            for (LabelRow one : labels) {
                batch = batch.bind(id, one.key(), one.n(), one.type(), one.category(), one.body());
            }
            batch.execute();
        }
    }

    void insertProblems(UUID id, Collection<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        BatchBindStep batch = sql.batch(
                sql.insertInto(IMPORT_PROBLEM, IMPORT_PROBLEM.IMPORT_ID, IMPORT_PROBLEM.PLACE, IMPORT_PROBLEM.DETAIL)
                        .values((UUID) null, null, null));
        for (Problem one : problems) {
            batch = batch.bind(id, one.place(), one.detail());
        }
        batch.execute();
    }

    List<Problem> problems(UUID id, int most) {
        return sql.select(IMPORT_PROBLEM.PLACE, IMPORT_PROBLEM.DETAIL)
                .from(IMPORT_PROBLEM)
                .where(IMPORT_PROBLEM.IMPORT_ID.eq(id))
                .orderBy(IMPORT_PROBLEM.N)
                .limit(inline(most))
                .fetch(row -> new Problem(row.value1(), row.value2()));
    }

    long paths(UUID id) {
        return sql.select(countDistinct(IMPORT_ITEM.PATH))
                .from(IMPORT_ITEM)
                .where(IMPORT_ITEM.IMPORT_ID.eq(id))
                .fetchSingle()
                .value1();
    }

    /** A category of labels of one type, as the file calls it. */
    record Use(String type, String category) {}

    List<Use> uses(UUID id, int most) {
        return sql.selectDistinct(IMPORT_LABEL.TYPE, IMPORT_LABEL.CATEGORY)
                .from(IMPORT_LABEL)
                .where(IMPORT_LABEL.IMPORT_ID.eq(id))
                .orderBy(IMPORT_LABEL.TYPE, IMPORT_LABEL.CATEGORY)
                .limit(inline(most))
                .fetch(row -> new Use(row.value1(), row.value2()));
    }

    /** Labels of items that the file does not speak of otherwise. */
    List<String> orphans(UUID id, int most) {
        return sql.selectDistinct(IMPORT_LABEL.KEY)
                .from(IMPORT_LABEL)
                .where(IMPORT_LABEL.IMPORT_ID.eq(id))
                .and(notExists(selectOne()
                        .from(IMPORT_ITEM)
                        .where(IMPORT_ITEM.IMPORT_ID.eq(id).and(IMPORT_ITEM.KEY.eq(IMPORT_LABEL.KEY)))))
                .limit(inline(most))
                .fetch(IMPORT_LABEL.KEY);
    }

    /** The next ones after a path. Of one path there may be several. */
    List<ItemRow> after(UUID id, @Nullable String path, int limit) {
        return sql.select(IMPORT_ITEM.PATH, IMPORT_ITEM.KEY, IMPORT_ITEM.BODY)
                .from(IMPORT_ITEM)
                .where(IMPORT_ITEM.IMPORT_ID.eq(id))
                .and(path == null ? noCondition() : IMPORT_ITEM.PATH.gt(path))
                .orderBy(IMPORT_ITEM.PATH, IMPORT_ITEM.KEY)
                .limit(inline(limit))
                .fetch(row -> new ItemRow(row.value1(), row.value2(), row.value3()));
    }

    /** How many bytes the labels of each key take. */
    Map<String, Long> sizes(UUID id, Collection<String> keys) {
        return sql.select(IMPORT_LABEL.KEY, sum(octetLength(IMPORT_LABEL.BODY)))
                .from(IMPORT_LABEL)
                .where(IMPORT_LABEL.IMPORT_ID.eq(id))
                .and(IMPORT_LABEL.KEY.eq(any(keys.toArray(String[]::new))))
                .groupBy(IMPORT_LABEL.KEY)
                .fetchMap(
                        row -> row.value1(),
                        row -> BigDecimal.ZERO.add(row.value2()).longValue());
    }

    /** In the order of the file. */
    Map<String, List<LabelRow>> labels(UUID id, Collection<String> keys) {
        return sql.select(IMPORT_LABEL.KEY, IMPORT_LABEL.N, IMPORT_LABEL.TYPE, IMPORT_LABEL.CATEGORY, IMPORT_LABEL.BODY)
                .from(IMPORT_LABEL)
                .where(IMPORT_LABEL.IMPORT_ID.eq(id))
                .and(IMPORT_LABEL.KEY.eq(any(keys.toArray(String[]::new))))
                .orderBy(IMPORT_LABEL.KEY, IMPORT_LABEL.N)
                .fetchGroups(
                        row -> row.value1(),
                        row -> new LabelRow(row.value1(), row.value2(), row.value3(), row.value4(), row.value5()));
    }
}
