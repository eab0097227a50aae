package dev.kontor.dataset;

import static kontor.tables.Tables.DATASET;
import static kontor.tables.Tables.DATASET_GRANT;
import static kontor.tables.facts.Tables.MEMBERSHIP;
import static kontor.tables.facts.Tables.SIGHT;
import static org.jooq.impl.DSL.*;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of what people hold in a workspace's datasets, for when they lose it: ownership passes on, grants end. */
@Component
class Holdings {
    private final DSLContext sql;

    Holdings(DSLContext sql) {
        this.sql = sql;
    }

    /** Datasets of these owners, in these projects where some are given, get another owner; their ids are returned. */
    List<String> handOver(UUID workspaceId, Collection<UUID> owners, @Nullable Collection<UUID> projects, UUID heir) {
        return sql.update(DATASET)
                .set(DATASET.OWNER_ID, heir)
                .set(DATASET.REVISION, DATASET.REVISION.plus(1))
                .where(owned(workspaceId, owners, projects))
                .returning(DATASET.ID)
                .fetch(row -> row.get(DATASET.ID).toString());
    }

    void endGrants(UUID workspaceId, Collection<UUID> users, Collection<UUID> projects) {
        sql.deleteFrom(DATASET_GRANT)
                .where(granted(workspaceId, users, projects))
                .execute();
    }

    int countOwned(UUID workspaceId, Collection<UUID> owners, @Nullable Collection<UUID> projects) {
        return sql.fetchCount(DATASET, owned(workspaceId, owners, projects));
    }

    int countGrants(UUID workspaceId, Collection<UUID> users, @Nullable Collection<UUID> projects) {
        return sql.fetchCount(DATASET_GRANT, granted(workspaceId, users, projects));
    }

    /** The people of an organization in a workspace. */
    Set<UUID> people(UUID workspaceId, UUID organizationId) {
        return sql.select(MEMBERSHIP.USER_ID)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.WORKSPACE_ID.eq(workspaceId).and(MEMBERSHIP.ORGANIZATION_ID.eq(organizationId)))
                .fetchSet(MEMBERSHIP.USER_ID);
    }

    boolean sees(UUID userId, UUID projectId) {
        return sql.fetchExists(
                SIGHT,
                SIGHT.USER_ID.eq(userId).and(SIGHT.PROJECT_ID.eq(projectId)).and(SIGHT.SEEN));
    }

    private static Condition owned(UUID workspaceId, Collection<UUID> owners, @Nullable Collection<UUID> projects) {
        return DATASET.WORKSPACE_ID
                .eq(workspaceId)
                .and(DATASET.OWNER_ID.eq(any(owners.toArray(UUID[]::new))))
                .and(projects == null ? noCondition() : DATASET.PROJECT_ID.eq(any(projects.toArray(UUID[]::new))));
    }

    private static Condition granted(UUID workspaceId, Collection<UUID> users, @Nullable Collection<UUID> projects) {
        Condition there = projects == null
                ? noCondition()
                : DATASET_GRANT.DATASET_ID.in(select(DATASET.ID)
                        .from(DATASET)
                        .where(DATASET.PROJECT_ID.eq(any(projects.toArray(UUID[]::new)))));
        return DATASET_GRANT
                .WORKSPACE_ID
                .eq(workspaceId)
                .and(DATASET_GRANT.USER_ID.eq(any(users.toArray(UUID[]::new))))
                .and(there);
    }
}
