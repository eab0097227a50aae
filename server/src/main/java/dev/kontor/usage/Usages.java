package dev.kontor.usage;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.web.Cursor;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.jooq.impl.SQLDataType;
import org.springframework.stereotype.Component;

/** The SQL of who stores how much, largest first: sums of what the schema keeps for each project. */
@Component
class Usages {
    private static final kontor.tables.Workspace W = WORKSPACE.as("w");
    private static final Field<Long> CONTENTS = coalesce(PROJECT_STORAGE.CONTENTS, inline(0L));
    private static final Field<Long> BYTES = coalesce(PROJECT_STORAGE.BYTES, inline(0L));
    private static final Field<Long> OPEN_CONTENTS = coalesce(PROJECT_STORAGE.OPEN_CONTENTS, inline(0L));
    private static final Field<Long> OPEN_BYTES = coalesce(PROJECT_STORAGE.OPEN_BYTES, inline(0L));
    private static final Field<Long> ALL_BYTES = BYTES.plus(OPEN_BYTES);

    private static final Field<Long> USED = summed(PROJECT_STORAGE.BYTES).as("used");
    private static final Field<Long> OPEN_USED =
            summed(PROJECT_STORAGE.OPEN_BYTES).as("open_used");

    private static final Field<Long> INFERRED = coalesce(
                    field(select(INFERENCE_USE.INFERRED.plus(INFERENCE_USE.RESERVED))
                            .from(INFERENCE_USE)
                            .where(INFERENCE_USE.WORKSPACE_ID.eq(WORKSPACE.ID))
                            .and(INFERENCE_USE.PLAN.eq(WORKSPACE.PLAN))),
                    inline(0L))
            .as("inferred");

    private final DSLContext sql;
    private final PlanLimits limits;

    Usages(DSLContext sql, PlanLimits limits) {
        this.sql = sql;
        this.limits = limits;
    }

    private static Field<Long> summed(Field<Long> what) {
        Field<BigDecimal> sum = field(select(coalesce(sum(what), inline(BigDecimal.ZERO)))
                .from(PROJECT_STORAGE)
                .where(PROJECT_STORAGE.WORKSPACE_ID.eq(WORKSPACE.ID)));
        return sum.cast(SQLDataType.BIGINT);
    }

    /**
     * What a project stores: distinct contents and their bytes, those of open datasets apart.
     *
     * @param trashed in the trash, where it still counts
     */
    record OfProject(
            UUID id, String name, boolean trashed, long contents, long bytes, long openContents, long openBytes) {}

    /** What a workspace uses, and how much it may. */
    record OfWorkspace(UUID id, String name, String plan, String state, List<Quota> quotas) {
        OfWorkspace {
            quotas = List.copyOf(quotas);
        }

        /** In bytes, also of what is open. */
        private long stored() {
            return quotas.stream()
                    .filter(quota -> quota.quota() != Quota.Kind.INFERENCE)
                    .mapToLong(Quota::used)
                    .sum();
        }
    }

    OfProject of(Grant<InProject> grant) {
        return projects(PROJECT.ID.eq(grant.id()))
                .fetchOptional(Usages::project)
                .orElseThrow(Refusal.NOT_FOUND::refused);
    }

    OfWorkspace ofWorkspace(Grant<InWorkspace> grant) {
        return workspace(WORKSPACE.ID.eq(grant.id())).orElseThrow(Refusal.NOT_FOUND::refused);
    }

    Page<OfProject> projects(Grant<InWorkspace> grant, Listing listing) {
        return projects(grant.id(), listing);
    }

    /** C-02: of a workspace of the organization, by name and sums. */
    Page<OfProject> projectsOfOwn(Grant<InOrganization> grant, UUID workspaceId, Listing listing) {
        if (workspace(WORKSPACE.ID.eq(workspaceId).and(WORKSPACE.ORGANIZATION_ID.eq(grant.id())))
                .isEmpty()) {
            throw Refusal.NOT_FOUND.refused();
        }
        return projects(workspaceId, listing);
    }

    private Page<OfProject> projects(UUID workspaceId, Listing listing) {
        Condition after = listing.after(2)
                .<Condition>map(cursor -> row(ALL_BYTES, PROJECT.ID).lt(bytes(cursor), cursor.id(1)))
                .orElse(noCondition());
        List<OfProject> rows = projects(PROJECT.WORKSPACE_ID.eq(workspaceId).and(PROJECT.PURGED_AT.isNull()))
                .and(after)
                .orderBy(ALL_BYTES.desc(), PROJECT.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(Usages::project);
        return Page.of(rows, listing.size(), one -> Cursor.of(one.bytes() + one.openBytes(), one.id()));
    }

    private SelectConditionStep<? extends Record> projects(Condition where) {
        return sql.select(PROJECT.ID, PROJECT.NAME, PROJECT.TRASHED_AT)
                .select(
                        CONTENTS.as("contents"),
                        BYTES.as("bytes"),
                        OPEN_CONTENTS.as("open_contents"),
                        OPEN_BYTES.as("open_bytes"))
                .from(PROJECT)
                .leftJoin(PROJECT_STORAGE)
                .on(PROJECT_STORAGE.PROJECT_ID.eq(PROJECT.ID))
                .where(where);
    }

    private static OfProject project(Record row) {
        return new OfProject(
                row.get(PROJECT.ID),
                row.get(PROJECT.NAME),
                row.get(PROJECT.TRASHED_AT) != null,
                row.get("contents", long.class),
                row.get("bytes", long.class),
                row.get("open_contents", long.class),
                row.get("open_bytes", long.class));
    }

    /** C-05: all that the organization owns. */
    Page<OfWorkspace> workspaces(Grant<InOrganization> grant, Listing listing) {
        var sums = select(WORKSPACE.ID, WORKSPACE.NAME, WORKSPACE.PLAN, WORKSPACE.STATE, USED, OPEN_USED, INFERRED)
                .from(WORKSPACE)
                .where(WORKSPACE.ORGANIZATION_ID.eq(grant.id()).and(WORKSPACE.DELETED_AT.isNull()))
                .asTable(W.getName());
        Field<Long> all = field(name("used"), Long.class).plus(field(name("open_used"), Long.class));
        Condition after = listing.after(2)
                .<Condition>map(cursor -> row(all, W.ID).lt(bytes(cursor), cursor.id(1)))
                .orElse(noCondition());
        List<OfWorkspace> rows = sql.select(W.ID, W.NAME, W.PLAN, W.STATE)
                .select(
                        field(name("used"), Long.class),
                        field(name("open_used"), Long.class),
                        field(name("inferred"), Long.class))
                .from(sums)
                .where(after)
                .orderBy(all.desc(), W.ID.desc())
                .limit(inline(listing.size() + 1))
                .fetch(this::workspace);
        return Page.of(rows, listing.size(), one -> Cursor.of(one.stored(), one.id()));
    }

    private Optional<OfWorkspace> workspace(Condition which) {
        return sql.select(WORKSPACE.ID, WORKSPACE.NAME, WORKSPACE.PLAN, WORKSPACE.STATE, USED, OPEN_USED, INFERRED)
                .from(WORKSPACE)
                .where(which)
                .fetchOptional(this::workspace);
    }

    private OfWorkspace workspace(Record row) {
        PlanLimits.Limits most = limits.of(row.get(WORKSPACE.PLAN));
        return new OfWorkspace(
                row.get(WORKSPACE.ID),
                row.get(WORKSPACE.NAME),
                row.get(WORKSPACE.PLAN),
                row.get(WORKSPACE.STATE),
                List.of(
                        new Quota(Quota.Kind.STORAGE, row.get("used", long.class), most.storage()),
                        new Quota(Quota.Kind.OPEN_STORAGE, row.get("open_used", long.class), most.openStorage()),
                        new Quota(Quota.Kind.INFERENCE, row.get("inferred", long.class), most.inference())));
    }

    private static long bytes(Cursor cursor) {
        try {
            return Long.parseLong(cursor.part(0));
        } catch (NumberFormatException e) {
            throw Refusal.BAD_CURSOR.refused();
        }
    }
}
