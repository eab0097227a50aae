package dev.kontor.dataset;

import static dev.kontor.web.Refusal.NOT_FOUND;
import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.DATASET_STANDING;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetFacts;
import dev.kontor.access.DatasetLevel;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.DatasetVisibility;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of single datasets. */
@Component
public class Datasets {
    static final List<Field<?>> FIELDS = List.of(
            DATASET.ID,
            DATASET.WORKSPACE_ID,
            DATASET.PROJECT_ID,
            DATASET.NAME,
            DATASET.DESCRIPTION,
            DATASET.VISIBILITY,
            DATASET.OWNER_ID,
            DATASET.CREATED_AT,
            DATASET.ITEMS,
            DATASET.BYTES,
            DATASET.LATEST,
            DATASET.DRAFT,
            DATASET.COVER,
            DATASET.REVISION,
            PROJECT.NAME);

    private static final kontor.tables.Organization HOUSE = ORGANIZATION.as("house");

    private final DSLContext sql;
    private final Clock clock;
    private final Access access;

    Datasets(DSLContext sql, Clock clock, Access access) {
        this.sql = sql;
        this.clock = clock;
        this.access = access;
    }

    /** One as the actor sees it; the check is asked of the row itself, so that one statement does. */
    Dataset get(Actor actor, UUID datasetId) {
        Record row = sql.select(FIELDS)
                .select(People.fields(actor))
                .select(DatasetFacts.FIELDS)
                .select(HOUSE.ID, HOUSE.NAME)
                .from(DATASET)
                .join(PROJECT)
                .on(PROJECT.ID.eq(DATASET.PROJECT_ID))
                .join(WORKSPACE)
                .on(WORKSPACE.ID.eq(DATASET.WORKSPACE_ID))
                .join(HOUSE)
                .on(HOUSE.ID.eq(WORKSPACE.ORGANIZATION_ID))
                .join(APP_USER)
                .on(APP_USER.ID.eq(DATASET.OWNER_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .leftJoin(MEMBER)
                .on(People.membership(DATASET.WORKSPACE_ID))
                .leftJoin(DATASET_STANDING)
                .on(DatasetFacts.join(actor, DATASET.ID))
                .where(DATASET.ID.eq(datasetId))
                .fetchOptional()
                .orElseThrow(NOT_FOUND::refused);
        Grant<InDataset> grant = access.require(actor, DatasetPermission.DATASET_PREVIEW, row);
        return dataset(row, grant.actor(), DatasetFacts.of(row), owner(grant, row));
    }

    /** T-03: strangers see whose workspace it is from, and none of its people. */
    private static Person owner(Grant<InDataset> grant, Record row) {
        return grant.scope().standing().isPresent()
                ? People.seenBy(grant).person(row)
                : Person.hidden(new Person.Organization(row.get(HOUSE.ID), row.get(HOUSE.NAME)));
    }

    static Dataset dataset(Record r, Actor actor, DatasetFacts facts, Person owner) {
        DatasetLevel level = facts.level().orElseThrow();
        boolean changes = DatasetPermission.DATASET_CHANGE.heldBy(level);
        return new Dataset(
                r.get(DATASET.ID),
                r.get(DATASET.WORKSPACE_ID),
                facts.seesProject() ? new Dataset.ProjectName(r.get(DATASET.PROJECT_ID), r.get(PROJECT.NAME)) : null,
                r.get(DATASET.NAME),
                r.get(DATASET.DESCRIPTION),
                DatasetVisibility.valueOf(r.get(DATASET.VISIBILITY)),
                owner,
                level,
                r.get(DATASET.CREATED_AT),
                r.get(DATASET.ITEMS),
                r.get(DATASET.BYTES),
                r.get(DATASET.LATEST),
                changes ? r.get(DATASET.DRAFT) : null,
                r.get(DATASET.COVER),
                r.get(DATASET.REVISION),
                facts.can(actor, level));
    }

    /** Nothing where the project has one of this name. */
    Optional<UUID> insert(Grant<InProject> grant, NewDataset wanted) {
        return sql.insertInto(DATASET)
                .set(DATASET.WORKSPACE_ID, grant.scope().standing().workspaceId())
                .set(DATASET.PROJECT_ID, grant.id())
                .set(DATASET.NAME, wanted.name().text())
                .set(
                        DATASET.DESCRIPTION,
                        wanted.description() == null ? "" : wanted.description().text())
                .set(DATASET.VISIBILITY, wanted.wanted().name())
                .set(DATASET.OWNER_ID, grant.actor().userId())
                .set(DATASET.CREATED_AT, clock.instant())
                .onConflictDoNothing()
                .returning(DATASET.ID)
                .fetchOptional(DATASET.ID);
    }

    /** Whether another dataset of the project has that name; asked while the row of this one is held. */
    boolean taken(Grant<InDataset> grant, DatasetName name) {
        return sql.fetchExists(
                DATASET,
                DATASET.PROJECT_ID
                        .eq(grant.scope().projectId())
                        .and(lower(DATASET.NAME).eq(lower(val(name.text()))))
                        .and(DATASET.ID.ne(grant.id())));
    }

    /** False where the revision is another one meanwhile. */
    boolean update(Grant<InDataset> grant, DatasetChange change, Optional<Long> revision) {
        return sql.update(DATASET)
                        .set(
                                DATASET.NAME,
                                change.name() == null
                                        ? DATASET.NAME
                                        : val(change.name().text()))
                        .set(
                                DATASET.DESCRIPTION,
                                change.description() == null
                                        ? DATASET.DESCRIPTION
                                        : val(change.description().text()))
                        .set(
                                DATASET.VISIBILITY,
                                change.visibility() == null
                                        ? DATASET.VISIBILITY
                                        : val(change.visibility().name()))
                        .set(DATASET.REVISION, DATASET.REVISION.plus(1))
                        .where(DATASET.ID.eq(grant.id()))
                        .and(revision.map(DATASET.REVISION::eq).orElse(noCondition()))
                        .execute()
                == 1;
    }

    /** Its name, for the audit log and where it has to be typed. Refused where it was deleted in this moment. */
    public String name(Grant<InDataset> grant) {
        return sql.select(DATASET.NAME)
                .from(DATASET)
                .where(DATASET.ID.eq(grant.id()))
                .fetchOptional(DATASET.NAME)
                .orElseThrow(NOT_FOUND::refused);
    }

    /** To another owner, who is a member by the schema. */
    void pass(Grant<InDataset> grant, UUID userId) {
        sql.update(DATASET)
                .set(DATASET.OWNER_ID, userId)
                .set(DATASET.REVISION, DATASET.REVISION.plus(1))
                .where(DATASET.ID.eq(grant.id()))
                .execute();
    }

    void open(Grant<InDataset> grant) {
        sql.update(DATASET)
                .set(DATASET.VISIBILITY, DatasetVisibility.OPEN.name())
                .set(DATASET.REVISION, DATASET.REVISION.plus(1))
                .where(DATASET.ID.eq(grant.id()))
                .execute();
    }

    void delete(UUID datasetId) {
        sql.deleteFrom(DATASET).where(DATASET.ID.eq(datasetId)).execute();
    }

    /** The ids of all that a project holds. */
    List<UUID> inProject(UUID projectId) {
        return sql.select(DATASET.ID)
                .from(DATASET)
                .where(DATASET.PROJECT_ID.eq(projectId))
                .orderBy(DATASET.ID)
                .fetch(DATASET.ID);
    }

    /** What the newest version of the main branch is; the draft that became it is closed. */
    public record Newest(
            UUID versionId,
            long number,
            long items,
            long bytes,
            @Nullable String cover) {}

    public void committed(Grant<InDataset> grant, Newest newest) {
        sql.update(DATASET)
                .set(DATASET.LATEST_ID, newest.versionId())
                .set(DATASET.LATEST, newest.number())
                .set(DATASET.ITEMS, newest.items())
                .set(DATASET.BYTES, newest.bytes())
                .set(DATASET.COVER, newest.cover())
                .setNull(DATASET.DRAFT)
                .where(DATASET.ID.eq(grant.id()))
                .execute();
    }

    /** So many versions more, or fewer, on any branch. */
    public void counted(UUID datasetId, int versions) {
        sql.update(DATASET)
                .set(DATASET.VERSIONS, DATASET.VERSIONS.plus(versions))
                .where(DATASET.ID.eq(datasetId))
                .execute();
    }

    /** The main branch's open draft; null where none is open. */
    public void draft(Grant<InDataset> grant, @Nullable Long number) {
        sql.update(DATASET)
                .set(DATASET.DRAFT, number)
                .where(DATASET.ID.eq(grant.id()))
                .execute();
    }
}
