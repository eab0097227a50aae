package dev.kontor.access;

import static kontor.tables.Tables.DATASET;
import static kontor.tables.facts.Tables.DATASET_STANDING;
import static kontor.tables.facts.Tables.OPEN_DATASET;
import static org.jooq.impl.DSL.exists;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.selectOne;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;

/** What a person's level on a dataset is made of, and how (O-14, T-03 to T-06): the highest of all sources. */
public record DatasetFacts(
        boolean owner,
        boolean workspaceAdmin,
        @Nullable DatasetLevel granted,
        DatasetVisibility visibility,
        boolean seesProject,
        boolean standsIn) {

    /** A dataset is OPEN only while its project is not in the trash (O-13). */
    private static final Field<Boolean> OPEN = field(
                    exists(selectOne().from(OPEN_DATASET).where(OPEN_DATASET.DATASET_ID.eq(DATASET.ID))))
            .as("open_now");

    /** Fields to select beside a dataset's own, from {@code facts.dataset_standing} joined by {@link #join}. */
    public static final List<Field<?>> FIELDS = List.of(
            OPEN,
            DATASET_STANDING.USER_ID,
            DATASET_STANDING.ORGANIZATION_ID,
            DATASET_STANDING.ROLES,
            DATASET_STANDING.TYPES,
            DATASET_STANDING.FULL_ACCESS,
            DATASET_STANDING.OWNER,
            DATASET_STANDING.STATE,
            DATASET_STANDING.ARCHIVED,
            DATASET_STANDING.TRASHED,
            DATASET_STANDING.DATASET_OWNER,
            DATASET_STANDING.STANDS_IN,
            DATASET_STANDING.LEVEL);

    /** How {@code facts.dataset_standing} is left joined to a dataset for one person. */
    public static Condition join(Actor actor, Field<UUID> datasetId) {
        return DATASET_STANDING.DATASET_ID.eq(datasetId).and(DATASET_STANDING.USER_ID.eq(actor.userId()));
    }

    /** From a row with a dataset's own fields and {@link #FIELDS}. */
    public static DatasetFacts of(Record row) {
        DatasetVisibility said = DatasetVisibility.valueOf(row.get(DATASET.VISIBILITY));
        boolean closed = said == DatasetVisibility.OPEN && !row.get(OPEN);
        DatasetVisibility visibility = closed ? DatasetVisibility.PROJECT : said;
        if (row.get(DATASET_STANDING.USER_ID) == null) {
            return new DatasetFacts(false, false, null, visibility, false, false);
        }
        String level = row.get(DATASET_STANDING.LEVEL);
        boolean admin = List.of(row.get(DATASET_STANDING.ROLES)).contains(WorkspaceRole.ADMIN.name());
        return new DatasetFacts(
                row.get(DATASET_STANDING.DATASET_OWNER),
                admin,
                level == null ? null : DatasetLevel.valueOf(level),
                visibility,
                true,
                row.get(DATASET_STANDING.STANDS_IN));
    }

    /** What the person is in the workspace; nothing for strangers, to whom a dataset may be OPEN all the same. */
    Optional<Standing> standing(Record row) {
        return seesProject
                ? Optional.of(Standing.of(
                        row.get(DATASET.WORKSPACE_ID),
                        row.get(DATASET_STANDING.ORGANIZATION_ID),
                        row.get(DATASET_STANDING.ROLES),
                        row.get(DATASET_STANDING.TYPES),
                        row.get(DATASET_STANDING.FULL_ACCESS),
                        row.get(DATASET_STANDING.OWNER),
                        row.get(DATASET_STANDING.STATE)))
                : Optional.empty();
    }

    /** T-13: what was given to oneself, not to everybody who sees the project, or to everybody at all. */
    public Optional<DatasetLevel> own() {
        if (!seesProject) {
            return Optional.empty();
        }
        if (owner) {
            return Optional.of(DatasetLevel.OWNER);
        }
        return workspaceAdmin ? Optional.of(DatasetLevel.ADMIN) : Optional.ofNullable(granted);
    }

    /** What somebody may do with these facts and that key: what a check would let through. */
    public List<String> can(Actor actor, DatasetLevel level) {
        if (actor.key().isEmpty()) {
            return DatasetPermission.namesHeldBy(this, level);
        }
        return actor.carried(Arrays.stream(DatasetPermission.values())
                .filter(permission -> permission.heldBy(this, level) && !Access.keyNeedsUse(actor, permission, level))
                .toList());
    }

    /** Nothing, where the person does not see the dataset at all. */
    public Optional<DatasetLevel> level() {
        if (!seesProject) {
            return visibility == DatasetVisibility.OPEN ? Optional.of(DatasetLevel.USER) : Optional.empty();
        }
        DatasetLevel shown = visibility == DatasetVisibility.PRIVATE ? DatasetLevel.PREVIEWER : DatasetLevel.USER;
        return Optional.of(own().filter(own -> own.reaches(shown)).orElse(shown));
    }
}
