package dev.kontor.project;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.DATASET_OWNER;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Names;
import dev.kontor.access.People;
import dev.kontor.access.Person;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.web.Refusal;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.springframework.stereotype.Component;

/** O-12: who owns datasets in a project. */
@Component
class DatasetOwners {
    private static final int NAMED = 5;

    private static final Field<Integer> COUNT = count().as("datasets");
    private static final Field<Integer> OPEN =
            count().filterWhere(DATASET_OWNER.OPEN).as("open_datasets");
    private static final Field<String[]> NAMES = field(
                    "(array_agg({0} order by lower({0})))[1:{1}]", String[].class, DATASET_OWNER.NAME, inline(NAMED))
            .as("names");

    private final DSLContext sql;

    DatasetOwners(DSLContext sql) {
        this.sql = sql;
    }

    /**
     * Somebody who owns datasets in a project, and how the reader may see them (O-05).
     *
     * @param names of the first of their datasets
     * @param open how many of them everybody may use now, and nobody once the project is in the trash (O-13)
     */
    record Owner(Person user, boolean self, boolean creator, int datasets, int open, List<String> names) {
        String text() {
            return user.name() + " (" + String.join(", ", names) + (datasets > NAMED ? ", …" : "") + ")";
        }
    }

    private record Known(UUID id, Owner owner) {}

    /** The ids of all of them: for those who are told. */
    Set<UUID> ids(UUID projectId) {
        return sql.selectDistinct(DATASET_OWNER.OWNER_ID)
                .from(DATASET_OWNER)
                .where(DATASET_OWNER.PROJECT_ID.eq(projectId))
                .fetchSet(DATASET_OWNER.OWNER_ID);
    }

    List<Owner> list(Grant<InProject> grant) {
        return known(grant).stream().map(Known::owner).toList();
    }

    /** Refuses, naming them and what is theirs, while others than this person own datasets in the project. */
    void checkNoneBut(Grant<InProject> grant, UUID userId) {
        List<Owner> others = known(grant).stream()
                .filter(known -> !known.id().equals(userId))
                .map(Known::owner)
                .toList();
        if (!others.isEmpty()) {
            throw Refusal.OTHERS_OWN_DATASETS
                    .refused(others.stream().map(Owner::text).collect(Collectors.joining("; ")))
                    .with("owners", others);
        }
    }

    private List<Known> known(Grant<InProject> grant) {
        Field<Boolean> seen =
                People.seen(grant.actor(), APP_USER.ORGANIZATION_ID).as("seen");
        return sql.select(APP_USER.ID, APP_USER.NAME, ORGANIZATION.ID, ORGANIZATION.NAME, MEMBER.ROLES)
                .select(PROJECT.CREATOR_ID, seen, COUNT, OPEN, NAMES)
                .from(DATASET_OWNER)
                .join(PROJECT)
                .on(PROJECT.ID.eq(DATASET_OWNER.PROJECT_ID))
                .join(MEMBER)
                .on(MEMBER.WORKSPACE_ID.eq(PROJECT.WORKSPACE_ID).and(MEMBER.USER_ID.eq(DATASET_OWNER.OWNER_ID)))
                .join(APP_USER)
                .on(APP_USER.ID.eq(DATASET_OWNER.OWNER_ID))
                .join(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .where(DATASET_OWNER.PROJECT_ID.eq(grant.id()))
                .groupBy(APP_USER.ID, ORGANIZATION.ID, MEMBER.WORKSPACE_ID, MEMBER.USER_ID, PROJECT.ID)
                .orderBy(lower(APP_USER.NAME), APP_USER.ID)
                .fetch(r -> new Known(r.get(APP_USER.ID), owner(r, grant, r.get(seen))));
    }

    private static Owner owner(Record r, Grant<InProject> grant, boolean seen) {
        UUID id = r.get(APP_USER.ID);
        var known = new Person.Known(
                id,
                r.get(APP_USER.NAME),
                new Person.Organization(r.get(ORGANIZATION.ID), r.get(ORGANIZATION.NAME)),
                Names.read(WorkspaceRole.class, r.get(MEMBER.ROLES)));
        return new Owner(
                Person.seenBy(grant.actor(), grant.scope().standing().admin(), seen, known),
                id.equals(grant.actor().userId()),
                id.equals(r.get(PROJECT.CREATOR_ID)),
                r.get(COUNT),
                r.get(OPEN),
                Arrays.asList(r.get(NAMES)));
    }
}
