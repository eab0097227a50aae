package dev.kontor.usage;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * The SQL that counts what projects store from scratch, from items and documents alone, and puts right what the schema
 * had kept otherwise. For tests and the shell: it takes no grant. A project is held while it is counted, so that it may
 * be done while others write.
 */
public class StorageCounts {
    /** What is stored, each content once: digests with their sizes, by whether they are of open datasets. */
    private static final String TRUTH = """
        select open, digest, min(size) as size
        from (select d.visibility = 'OPEN' as open, i.digest, i.size
              from dataset d
              join line l on l.dataset_id = d.id
              join item i on i.line_id = l.id
              where d.project_id = {0} and i.digest is not null
              union all
              select v.open, i.digest, i.size
              from leaving v
              join leaving_line y on y.leaving_id = v.id
              join item i on i.line_id = y.line_id
              where v.project_id = {0} and i.digest is not null
              union all
              select false, digest, size from document where project_id = {0} and digest is not null) c
        group by open, digest\
        """;

    private final DSLContext sql;

    public StorageCounts(DSLContext sql) {
        this.sql = sql;
    }

    /** Contents and bytes that count, and those of open datasets. */
    public record Sums(long contents, long bytes, long openContents, long openBytes) {
        static final Sums NONE = new Sums(0, 0, 0, 0);
    }

    /**
     * What was not as it should be.
     *
     * @param missing contents that are in use and were not counted
     * @param surplus contents that were counted and are not in use
     */
    public record Difference(UUID projectId, String name, int missing, int surplus, Sums kept, Sums counted) {}

    /** The next projects by id. */
    public List<UUID> projects(@Nullable UUID after, int limit) {
        return sql.select(PROJECT.ID)
                .from(PROJECT)
                .where(after == null ? DSL.noCondition() : PROJECT.ID.gt(after))
                .orderBy(PROJECT.ID)
                .limit(limit)
                .fetch(PROJECT.ID);
    }

    /** Counts a project again, and repairs it in the same transaction. Nothing where all is well. */
    public Optional<Difference> recount(UUID projectId) {
        return sql.transactionResult(inner -> new StorageCounts(inner.dsl()).counted(projectId));
    }

    private Optional<Difference> counted(UUID projectId) {
        Optional<String> name = sql.select(PROJECT.NAME)
                .from(PROJECT)
                .where(PROJECT.ID.eq(projectId))
                .fetchOptional(PROJECT.NAME);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        sql.execute("select storage_hold(id, workspace_id) from project where id = {0}", val(projectId));
        Sums kept = kept(projectId);
        int surplus = sql.execute(
                "with t as (" + TRUTH + ") delete from project_content c where c.project_id = {0} and not exists"
                        + " (select from t where t.open = c.open and t.digest = c.digest and t.size = c.size)",
                val(projectId));
        int missing = sql.execute(
                "with t as (" + TRUTH + ") insert into project_content (project_id, open, digest, size)"
                        + " select {0}, open, digest, size from t on conflict do nothing",
                val(projectId));
        Sums counted = summed(projectId);
        if (missing == 0 && surplus == 0 && kept.equals(counted)) {
            return Optional.empty();
        }
        put(projectId, counted);
        return Optional.of(new Difference(projectId, name.get(), missing, surplus, kept, counted));
    }

    private Sums kept(UUID projectId) {
        return sql.select(
                        PROJECT_STORAGE.CONTENTS,
                        PROJECT_STORAGE.BYTES,
                        PROJECT_STORAGE.OPEN_CONTENTS,
                        PROJECT_STORAGE.OPEN_BYTES)
                .from(PROJECT_STORAGE)
                .where(PROJECT_STORAGE.PROJECT_ID.eq(projectId))
                .fetchOptional(row -> new Sums(row.value1(), row.value2(), row.value3(), row.value4()))
                .orElse(Sums.NONE);
    }

    private Sums summed(UUID projectId) {
        Record row = sql.fetchSingle("""
            select count(*) filter (where not open) as contents,
                   coalesce(sum(size) filter (where not open), 0) :: bigint as bytes,
                   count(*) filter (where open) as open_contents,
                   coalesce(sum(size) filter (where open), 0) :: bigint as open_bytes
            from project_content where project_id = {0}\
            """, val(projectId));
        return new Sums(
                row.get("contents", Long.class),
                row.get("bytes", Long.class),
                row.get("open_contents", Long.class),
                row.get("open_bytes", Long.class));
    }

    private void put(UUID projectId, Sums counted) {
        sql.update(PROJECT_STORAGE)
                .set(PROJECT_STORAGE.CONTENTS, counted.contents())
                .set(PROJECT_STORAGE.BYTES, counted.bytes())
                .set(PROJECT_STORAGE.OPEN_CONTENTS, counted.openContents())
                .set(PROJECT_STORAGE.OPEN_BYTES, counted.openBytes())
                .where(PROJECT_STORAGE.PROJECT_ID.eq(projectId))
                .execute();
    }
}
