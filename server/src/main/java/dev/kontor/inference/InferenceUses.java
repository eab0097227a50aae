package dev.kontor.inference;

import static kontor.tables.Tables.INFERENCE_MONTH;
import static kontor.tables.Tables.INFERENCE_USE;
import static kontor.tables.Tables.WORKSPACE;
import static org.jooq.impl.DSL.field;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of how many files a workspace had labels inferred for on a plan, and by the month. */
@Component
class InferenceUses {
    private final DSLContext sql;

    InferenceUses(DSLContext sql) {
        this.sql = sql;
    }

    /** A workspace on its plan. */
    record Account(UUID workspaceId, String name, String plan) {}

    Account of(Grant<InDataset> grant) {
        return sql.select(WORKSPACE.ID, WORKSPACE.NAME, WORKSPACE.PLAN)
                .from(WORKSPACE)
                .where(WORKSPACE.ID.eq(grant.scope().workspaceId()))
                .fetchSingle(row -> new Account(row.value1(), row.value2(), row.value3()));
    }

    /** From the first reservation on a plan. */
    void open(UUID workspaceId, String plan) {
        sql.insertInto(INFERENCE_USE)
                .set(INFERENCE_USE.WORKSPACE_ID, workspaceId)
                .set(INFERENCE_USE.PLAN, plan)
                .onConflictDoNothing()
                .execute();
    }

    /** Until the transaction ends nobody else reserves or gives back; says what is inferred and reserved together. */
    Optional<Long> hold(UUID workspaceId, String plan) {
        return sql.select(INFERENCE_USE.INFERRED, INFERENCE_USE.RESERVED)
                .from(INFERENCE_USE)
                .where(INFERENCE_USE.WORKSPACE_ID.eq(workspaceId).and(INFERENCE_USE.PLAN.eq(plan)))
                .forUpdate()
                .fetchOptional(row -> row.value1() + row.value2());
    }

    /** Behind {@link #hold}: for how many labels were inferred on a plan. */
    long inferred(UUID workspaceId, String plan) {
        return sql.select(INFERENCE_USE.INFERRED)
                .from(INFERENCE_USE)
                .where(INFERENCE_USE.WORKSPACE_ID.eq(workspaceId).and(INFERENCE_USE.PLAN.eq(plan)))
                .fetchSingle(row -> row.value1());
    }

    void holdAll(UUID workspaceId) {
        sql.select(INFERENCE_USE.PLAN)
                .from(INFERENCE_USE)
                .where(INFERENCE_USE.WORKSPACE_ID.eq(workspaceId))
                .orderBy(INFERENCE_USE.PLAN)
                .forUpdate()
                .fetch();
    }

    /** Behind {@link #hold}: so many more are inferred for good, and so many more are held, or fewer. */
    void add(UUID workspaceId, String plan, int inferred, int reserved) {
        sql.update(INFERENCE_USE)
                .set(INFERENCE_USE.INFERRED, INFERENCE_USE.INFERRED.plus(inferred))
                .set(INFERENCE_USE.RESERVED, INFERENCE_USE.RESERVED.plus(reserved))
                .where(INFERENCE_USE.WORKSPACE_ID.eq(workspaceId).and(INFERENCE_USE.PLAN.eq(plan)))
                .execute();
        if (inferred > 0) {
            sql.insertInto(INFERENCE_MONTH)
                    .set(INFERENCE_MONTH.WORKSPACE_ID, workspaceId)
                    // the clock of all months: a node's own may stand in another one
                    .set(INFERENCE_MONTH.MONTH, field("month_of(meter_now())", LocalDate.class))
                    .set(INFERENCE_MONTH.FILES, (long) inferred)
                    .onDuplicateKeyUpdate()
                    .set(INFERENCE_MONTH.FILES, INFERENCE_MONTH.FILES.plus(inferred))
                    .execute();
        }
    }

    void deleteAll(UUID workspaceId) {
        sql.deleteFrom(INFERENCE_MONTH)
                .where(INFERENCE_MONTH.WORKSPACE_ID.eq(workspaceId))
                .execute();
        sql.deleteFrom(INFERENCE_USE)
                .where(INFERENCE_USE.WORKSPACE_ID.eq(workspaceId))
                .execute();
    }
}
