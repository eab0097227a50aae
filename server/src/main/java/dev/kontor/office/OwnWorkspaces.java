package dev.kontor.office;

import static kontor.tables.Tables.APP_USER;
import static kontor.tables.Tables.DATASET;
import static kontor.tables.Tables.MEMBER;
import static kontor.tables.Tables.PROJECT;
import static kontor.tables.Tables.WORKSPACE;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InOrganization;
import dev.kontor.web.ByName;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.SelectConditionStep;
import org.springframework.stereotype.Component;

/** The SQL of what administrators see of the workspaces that their organization owns (C-04): names, owners, plans, sums. */
@Component
class OwnWorkspaces {
    private static final ByName BY_NAME = ByName.of(WORKSPACE.NAME, WORKSPACE.ID);
    private static final ByName PROJECTS_BY_NAME =
            ByName.of(PROJECT.NAME, PROJECT.ID).plain();
    private static final Field<Integer> MEMBERS = field(
                    selectCount().from(MEMBER).where(MEMBER.WORKSPACE_ID.eq(WORKSPACE.ID)))
            .as("members");
    private static final Field<Integer> PROJECTS = field(
                    selectCount().from(PROJECT).where(PROJECT.WORKSPACE_ID.eq(WORKSPACE.ID)))
            .as("projects");

    private final DSLContext sql;

    OwnWorkspaces(DSLContext sql) {
        this.sql = sql;
    }

    /** An owner is one's own user, so they are named. */
    enum OwnerState {
        ACTIVE,
        LOCKED,
        REMOVED
    }

    record Owner(UUID id, String name, OwnerState state) {}

    record Entry(
            UUID id,
            String name,
            Owner owner,
            String plan,
            String state,
            Instant createdAt,
            int members,
            int projects,
            List<String> can) {}

    /** A project by name and sums; nothing of what is in it. */
    record ProjectSums(UUID id, String name, int datasets, long items, long bytes) {}

    Page<Entry> list(Grant<InOrganization> grant, Listing listing) {
        return BY_NAME.page(rows(grant), listing, OwnWorkspaces::entry);
    }

    Optional<Entry> find(Grant<InOrganization> grant, UUID workspaceId) {
        return rows(grant).and(WORKSPACE.ID.eq(workspaceId)).fetchOptional(OwnWorkspaces::entry);
    }

    Page<ProjectSums> projects(Grant<InOrganization> grant, UUID workspaceId, Listing listing) {
        Field<Integer> datasets = count().as("datasets");
        Field<BigDecimal> items = coalesce(sum(DATASET.ITEMS), BigDecimal.ZERO).as("items");
        Field<BigDecimal> bytes = coalesce(sum(DATASET.BYTES), BigDecimal.ZERO).as("bytes");
        var sums = select(datasets, items, bytes)
                .from(DATASET)
                .where(DATASET.PROJECT_ID.eq(PROJECT.ID))
                .asTable("sums");
        var rows = sql.select(
                        PROJECT.ID,
                        PROJECT.NAME,
                        sums.field(datasets),
                        sums.field(items),
                        sums.field(bytes),
                        PROJECTS_BY_NAME.key())
                .from(PROJECT)
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(PROJECT.WORKSPACE_ID).and(WORKSPACE.ORGANIZATION_ID.eq(grant.id())))
                .crossJoin(lateral(sums))
                .where(PROJECT.WORKSPACE_ID.eq(workspaceId).and(PROJECT.TRASHED_AT.isNull()));
        return PROJECTS_BY_NAME.page(
                rows,
                listing,
                r -> new ProjectSums(
                        r.get(PROJECT.ID),
                        r.get(PROJECT.NAME),
                        r.get(datasets),
                        r.get(items).longValue(),
                        r.get(bytes).longValue()));
    }

    private SelectConditionStep<? extends Record> rows(Grant<InOrganization> grant) {
        return sql.select(
                        WORKSPACE.ID,
                        WORKSPACE.NAME,
                        WORKSPACE.PLAN,
                        WORKSPACE.STATE,
                        WORKSPACE.CREATED_AT,
                        APP_USER.ID,
                        APP_USER.NAME,
                        APP_USER.LOCKED_AT,
                        APP_USER.REMOVED_AT,
                        MEMBERS,
                        PROJECTS,
                        BY_NAME.key())
                .from(WORKSPACE)
                .join(APP_USER)
                .on(APP_USER.ID.eq(WORKSPACE.OWNER_ID))
                .where(WORKSPACE.ORGANIZATION_ID.eq(grant.id()).and(WORKSPACE.DELETED_AT.isNull()));
    }

    private static Entry entry(Record r) {
        OwnerState state = r.get(APP_USER.REMOVED_AT) != null
                ? OwnerState.REMOVED
                : r.get(APP_USER.LOCKED_AT) != null ? OwnerState.LOCKED : OwnerState.ACTIVE;
        return new Entry(
                r.get(WORKSPACE.ID),
                r.get(WORKSPACE.NAME),
                new Owner(r.get(APP_USER.ID), r.get(APP_USER.NAME), state),
                r.get(WORKSPACE.PLAN),
                r.get(WORKSPACE.STATE),
                r.get(WORKSPACE.CREATED_AT),
                r.get(MEMBERS),
                r.get(PROJECTS),
                state == OwnerState.ACTIVE ? List.of() : List.of("WORKSPACE_NAME_OWNER"));
    }
}
