package dev.kontor.usage;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Grant.InProject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.springframework.stereotype.Component;

/** The SQL of how much a workspace stores, as seen from one project in it. */
@Component
class StorageUses {
    private final DSLContext sql;

    StorageUses(DSLContext sql) {
        this.sql = sql;
    }

    /** What the workspace uses of the quota that concerns a place in it. */
    record Around(String plan, boolean open, long used) {}

    Around around(Grant<InDataset> grant) {
        Field<Boolean> open = DATASET.VISIBILITY.eq(inline("OPEN"));
        Field<BigDecimal> used = when(open, sum(PROJECT_STORAGE.OPEN_BYTES)).otherwise(sum(PROJECT_STORAGE.BYTES));
        return sql.select(
                        WORKSPACE.PLAN,
                        open,
                        coalesce(
                                field(select(used)
                                        .from(PROJECT_STORAGE)
                                        .where(PROJECT_STORAGE.WORKSPACE_ID.eq(WORKSPACE.ID))),
                                inline(BigDecimal.ZERO)))
                .from(DATASET)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(DATASET.WORKSPACE_ID))
                .where(DATASET.ID.eq(grant.id()))
                .fetchSingle(row ->
                        new Around(row.value1(), row.value2(), row.value3().longValue()));
    }

    Around aroundProject(Grant<InProject> grant) {
        return sql.select(
                        WORKSPACE.PLAN,
                        coalesce(
                                field(select(sum(PROJECT_STORAGE.BYTES))
                                        .from(PROJECT_STORAGE)
                                        .where(PROJECT_STORAGE.WORKSPACE_ID.eq(WORKSPACE.ID))),
                                inline(BigDecimal.ZERO)))
                .from(WORKSPACE)
                .where(WORKSPACE.ID.eq(grant.scope().standing().workspaceId()))
                .fetchSingle(row -> new Around(row.value1(), false, row.value2().longValue()));
    }

    /** By how much the transaction made a project grow, and what its workspace uses with that. */
    record Growth(
            UUID workspaceId, String workspace, String plan, long grown, long openGrown, long used, long openUsed) {}

    /** Nothing where it did not. Whoever else grows in the workspace waits from here on until this transaction ends. */
    Optional<Growth> growth(UUID projectId) {
        return sql.fetchOptional("select * from storage_growth({0}) where used is not null", val(projectId))
                .map(row -> new Growth(
                        row.get("workspace", UUID.class),
                        row.get("named", String.class),
                        row.get("plan", String.class),
                        row.get("grown", Long.class),
                        row.get("open_grown", Long.class),
                        row.get("used", Long.class),
                        row.get("open_used", Long.class)));
    }
}
