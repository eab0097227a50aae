package dev.kontor.project;

import static kontor.tables.facts.Tables.DATASET_OWNER;

import dev.kontor.web.Refusal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** O-12: who owns datasets in a project. */
@Component
class DatasetOwners {
    private static final int NAMED = 20;

    private final DSLContext sql;

    DatasetOwners(DSLContext sql) {
        this.sql = sql;
    }

    Set<UUID> of(UUID projectId) {
        return sql.selectDistinct(DATASET_OWNER.OWNER_ID)
                .from(DATASET_OWNER)
                .where(DATASET_OWNER.PROJECT_ID.eq(projectId))
                .fetchSet(DATASET_OWNER.OWNER_ID);
    }

    /** Refuses, naming the datasets, while others than this person own some in the project. */
    void checkNoneBut(UUID userId, UUID projectId) {
        List<String> names = sql.select(DATASET_OWNER.NAME)
                .from(DATASET_OWNER)
                .where(DATASET_OWNER.PROJECT_ID.eq(projectId).and(DATASET_OWNER.OWNER_ID.ne(userId)))
                .orderBy(DATASET_OWNER.NAME)
                .limit(NAMED)
                .fetch(DATASET_OWNER.NAME);
        if (!names.isEmpty()) {
            throw Refusal.OTHERS_OWN_DATASETS
                    .refused(names.stream().collect(Collectors.joining(", ")))
                    .with("datasets", names);
        }
    }
}
