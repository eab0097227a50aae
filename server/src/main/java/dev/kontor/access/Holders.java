package dev.kontor.access;

import static kontor.tables.Tables.DATASET;
import static kontor.tables.facts.Tables.*;

import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** What others may do at this moment, for decisions that rest on their word: whoever invited, made a link, owns. */
@Component
public class Holders {
    private final DSLContext sql;

    Holders(DSLContext sql) {
        this.sql = sql;
    }

    /** The level that is somebody's own (T-13); nothing while they are locked, or do not see the project. */
    public Optional<DatasetLevel> own(UUID userId, UUID datasetId) {
        return sql.select(DATASET.VISIBILITY)
                .select(DatasetFacts.FIELDS)
                .from(DATASET)
                .join(DATASET_STANDING)
                .on(DATASET_STANDING.DATASET_ID.eq(DATASET.ID).and(DATASET_STANDING.USER_ID.eq(userId)))
                .join(ACTIVE_USER)
                .on(ACTIVE_USER.USER_ID.eq(DATASET_STANDING.USER_ID))
                .where(DATASET.ID.eq(datasetId))
                .fetchOptional(DatasetFacts::of)
                .flatMap(DatasetFacts::own);
    }

    /** Whether somebody may do that in a project. */
    public boolean holds(UUID userId, ProjectPermission permission, UUID projectId) {
        Record row = sql.select(
                        SIGHT.WORKSPACE_ID,
                        SIGHT.ORGANIZATION_ID,
                        SIGHT.ROLES,
                        SIGHT.TYPES,
                        SIGHT.FULL_ACCESS,
                        SIGHT.OWNER,
                        SIGHT.STATE,
                        SIGHT.CREATOR)
                .from(SIGHT)
                .join(ACTIVE_USER)
                .on(ACTIVE_USER.USER_ID.eq(SIGHT.USER_ID))
                .where(SIGHT.PROJECT_ID
                        .eq(projectId)
                        .and(SIGHT.USER_ID.eq(userId))
                        .and(SIGHT.SEEN))
                .fetchOne();
        if (row == null) {
            return false;
        }
        Standing standing = Reaches.standingOfSight(row);
        return permission.heldBy(Access.projectRoles(standing, row.get(SIGHT.CREATOR)));
    }
}
