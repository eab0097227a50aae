package dev.kontor.dataset;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.MEMBERSHIP;
import static kontor.tables.facts.Tables.SIGHT;
import static org.jooq.impl.DSL.*;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record1;
import org.jooq.Select;
import org.springframework.stereotype.Component;

/** The SQL of datasets that pass to somebody else, and of grants that end without a dataset admin's doing. */
@Component
class DatasetHandovers {
    private static final int NAMED = 100;

    private final DSLContext sql;

    DatasetHandovers(DSLContext sql) {
        this.sql = sql;
    }

    static Condition ownedBy(UUID workspaceId, Collection<UUID> users) {
        return DATASET.WORKSPACE_ID.eq(workspaceId).and(DATASET.OWNER_ID.in(users));
    }

    static Condition ownedByPeopleOf(UUID workspaceId, UUID organizationId, Collection<UUID> projects) {
        return DATASET.WORKSPACE_ID
                .eq(workspaceId)
                .and(DATASET.PROJECT_ID.in(projects))
                .and(DATASET.OWNER_ID.in(people(workspaceId, organizationId)));
    }

    static Condition ofProjects(Collection<UUID> projects) {
        return DATASET.PROJECT_ID.in(projects);
    }

    static Condition grantedTo(UUID workspaceId, Collection<UUID> users) {
        return DATASET_GRANT.WORKSPACE_ID.eq(workspaceId).and(DATASET_GRANT.USER_ID.in(users));
    }

    static Condition grantedToPeopleOf(UUID workspaceId, UUID organizationId, Collection<UUID> projects) {
        return DATASET_GRANT.WORKSPACE_ID
                .eq(workspaceId)
                .and(DATASET_GRANT.USER_ID.in(people(workspaceId, organizationId)))
                .and(in(projects));
    }

    static Condition in(Collection<UUID> projects) {
        return DATASET_GRANT.DATASET_ID.in(
                select(DATASET.ID).from(DATASET).where(DATASET.PROJECT_ID.in(projects)));
    }

    private static Select<Record1<UUID>> people(UUID workspaceId, UUID organizationId) {
        return select(MEMBER.USER_ID)
                .from(MEMBER)
                .where(MEMBER.WORKSPACE_ID.eq(workspaceId).and(MEMBER.ORGANIZATION_ID.eq(organizationId)));
    }

    /** The names of what passed, the first hundred. An owner needs no grant. */
    List<String> handOver(Condition owned, UUID heir) {
        var passed = sql.update(DATASET)
                .set(DATASET.OWNER_ID, heir)
                .set(DATASET.REVISION, DATASET.REVISION.plus(1))
                .where(owned)
                .and(DATASET.OWNER_ID.ne(heir))
                .returning(DATASET.ID, DATASET.NAME)
                .fetch();
        sql.deleteFrom(DATASET_GRANT)
                .where(DATASET_GRANT.USER_ID.eq(heir).and(DATASET_GRANT.DATASET_ID.in(passed.getValues(DATASET.ID))))
                .execute();
        return passed.getValues(DATASET.NAME).stream().sorted().limit(NAMED).toList();
    }

    void endGrants(Condition granted) {
        sql.deleteFrom(DATASET_GRANT).where(granted).execute();
    }

    int countOwned(Condition owned) {
        return sql.fetchCount(DATASET, owned);
    }

    int countGrants(Condition granted) {
        return sql.fetchCount(DATASET_GRANT, granted);
    }

    boolean sees(UUID userId, UUID projectId) {
        return sql.fetchExists(SIGHT, SIGHT.PROJECT_ID.eq(projectId).and(SIGHT.USER_ID.eq(userId)).and(SIGHT.SEEN));
    }

    UUID workspaceOwner(UUID workspaceId) {
        return sql.select(MEMBERSHIP.USER_ID)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.WORKSPACE_ID.eq(workspaceId).and(MEMBERSHIP.OWNER))
                .fetchSingle()
                .value1();
    }
}
