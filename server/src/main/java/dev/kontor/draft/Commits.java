package dev.kontor.draft;

import static kontor.tables.Tables.VERSION;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.version.Diffs;
import dev.kontor.version.Spot;
import dev.kontor.version.Spot.Layer;
import dev.kontor.version.Spots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of version records that go. */
@Component
class Commits {
    private final DSLContext sql;
    private final Spots spots;
    private final Diffs diffs;

    Commits(DSLContext sql, Spots spots, Diffs diffs) {
        this.sql = sql;
        this.spots = spots;
        this.diffs = diffs;
    }

    /** Nothing new comes to rest on it until the transaction ends: what would, waits at its row. */
    void hold(UUID versionId) {
        sql.select(VERSION.ID)
                .from(VERSION)
                .where(VERSION.ID.eq(versionId))
                .forUpdate()
                .fetch();
    }

    /** The versions of the same line around a number; 0 where it is the first. */
    record Neighbours(long before, long after) {}

    Neighbours neighbours(Layer own) {
        var line = VERSION.LINE_ID.eq(own.lineId());
        return sql.select(
                        coalesce(max(VERSION.NUMBER).filterWhere(VERSION.NUMBER.lt(own.at())), inline(0L)),
                        min(VERSION.NUMBER).filterWhere(VERSION.NUMBER.gt(own.at())))
                .from(VERSION)
                .where(line)
                .fetchSingle(row -> new Neighbours(row.value1(), row.value2()));
    }

    void delete(UUID versionId) {
        sql.deleteFrom(VERSION).where(VERSION.ID.eq(versionId)).execute();
    }

    /** What the version after a deleted one changed is told against the one before it now. */
    void recount(Grant<InDataset> grant, Spot deleted, long after) {
        List<Layer> layers = new ArrayList<>(deleted.layers());
        layers.set(0, new Layer(layers.getFirst().lineId(), after));
        Spot next = new Spot(grant, layers, null, after, Optional.empty());
        Diffs.Counts counts = diffs.counts(new Diffs.Between(spots.before(next), next));
        sql.update(VERSION)
                .set(VERSION.ADDED, counts.added())
                .set(VERSION.CHANGED, counts.changed())
                .set(VERSION.REMOVED, counts.removed())
                .where(VERSION.LINE_ID.eq(layers.getFirst().lineId()).and(VERSION.NUMBER.eq(after)))
                .execute();
    }
}
