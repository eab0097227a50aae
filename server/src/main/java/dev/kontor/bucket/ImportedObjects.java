package dev.kontor.bucket;

import static kontor.tables.Tables.IMPORTED_OBJECT;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.excluded;
import static org.jooq.impl.DSL.select;
import static org.jooq.impl.DSL.val;

import dev.kontor.dataset.Numerous;
import dev.kontor.storage.Digest;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** The SQL of what was imported before: where it came from, as what, and what that was. */
@Component
class ImportedObjects {
    private static final kontor.tables.ImportedObject I = IMPORTED_OBJECT;

    private final DSLContext sql;

    ImportedObjects(DSLContext sql) {
        this.sql = sql;
    }

    /** Nobody remembers more while the dataset is deleted, which is alone in its workspace. */
    @Bean
    static Numerous importedObjectsOfDatasets() {
        return new Numerous(I.DATASET_ID, dataset -> select(val(dataset)));
    }

    /** @param mark of bucket, name, tag and size, in hexadecimal digits */
    record Imported(String mark, Digest digest) {}

    Map<String, Imported> find(UUID datasetId, Collection<String> paths) {
        return sql.select(I.PATH, I.MARK, I.DIGEST)
                .from(I)
                .where(I.DATASET_ID.eq(datasetId).and(I.PATH.eq(any(paths.toArray(String[]::new)))))
                .fetchMap(
                        I.PATH,
                        row -> new Imported(HexFormat.of().formatHex(row.get(I.MARK)), Digest.of(row.get(I.DIGEST))));
    }

    /** By path. */
    void remember(UUID datasetId, Map<String, Imported> all) {
        if (all.isEmpty()) {
            return;
        }
        BatchBindStep batch = sql.batch(sql.insertInto(I, I.DATASET_ID, I.PATH, I.MARK, I.DIGEST)
                .values((UUID) null, null, null, null)
                .onConflict(I.DATASET_ID, I.PATH)
                .doUpdate()
                .set(I.MARK, excluded(I.MARK))
                .set(I.DIGEST, excluded(I.DIGEST)));
        for (var one : new TreeMap<>(all).entrySet()) {
            batch = batch.bind(
                    datasetId,
                    one.getKey(),
                    HexFormat.of().parseHex(one.getValue().mark()),
                    one.getValue().digest().bytes());
        }
        batch.execute();
    }
}
