package dev.kontor.picture;

import static kontor.tables.Tables.PICTURE;

import dev.kontor.storage.Digest;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jooq.BatchBindStep;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of pictures' headers. */
@Component
public class Pictures {
    /** Beside a left join of PICTURE by digest. */
    public static final List<Field<?>> FIELDS = List.of(PICTURE.WIDTH, PICTURE.HEIGHT, PICTURE.ORIENTATION);

    private final DSLContext sql;

    Pictures(DSLContext sql) {
        this.sql = sql;
    }

    /** Of contents that are stored already, or in this transaction. */
    public void insert(Map<Digest, Picture> pictures) {
        if (pictures.isEmpty()) {
            return;
        }
        BatchBindStep batch =
                sql.batch(sql.insertInto(PICTURE, PICTURE.DIGEST, PICTURE.WIDTH, PICTURE.HEIGHT, PICTURE.ORIENTATION)
                        .values((byte[]) null, null, null, null)
                        .onConflictDoNothing());
        for (var one : new TreeMap<>(pictures).entrySet()) {
            Picture picture = one.getValue();
            batch = batch.bind(one.getKey().bytes(), picture.width(), picture.height(), (short) picture.orientation());
        }
        batch.execute();
    }

    public static @Nullable Picture picture(Record row) {
        Integer width = row.get(PICTURE.WIDTH);
        return width == null ? null : new Picture(width, row.get(PICTURE.HEIGHT), row.get(PICTURE.ORIENTATION));
    }
}
