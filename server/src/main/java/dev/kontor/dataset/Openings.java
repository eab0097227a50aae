package dev.kontor.dataset;

import static kontor.tables.Tables.*;
import static kontor.tables.facts.Tables.DATASET_ORIGIN;
import static kontor.tables.facts.Tables.DATASET_SOURCE;
import static kontor.tables.facts.Tables.DATASET_STANDING;

import dev.kontor.access.Actor;
import dev.kontor.access.DatasetFacts;
import dev.kontor.access.DatasetVisibility;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.People;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.Records;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The SQL of requests to open a dataset. */
@Component
class Openings {
    private static final int MOST = 100;
    private static final int STEPS = 10;

    private final DSLContext sql;
    private final Clock clock;

    Openings(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    Opening get(Grant<InDataset> grant, DatasetSettings settings) {
        People people = People.seenBy(grant);
        Record row = sql.select(DATASET.NAME, DATASET.VISIBILITY, OPENING.ASKED_AT)
                .select(People.fields(grant.actor()))
                .from(DATASET)
                .leftJoin(OPENING)
                .on(OPENING.DATASET_ID.eq(DATASET.ID))
                .leftJoin(APP_USER)
                .on(APP_USER.ID.eq(OPENING.ASKED_BY))
                .leftJoin(ORGANIZATION)
                .on(ORGANIZATION.ID.eq(APP_USER.ORGANIZATION_ID))
                .leftJoin(MEMBER)
                .on(People.membership(DATASET.WORKSPACE_ID))
                .where(DATASET.ID.eq(grant.id()))
                .fetchSingle();
        Opening.@Nullable Asked asked = row.get(OPENING.ASKED_AT) == null
                ? null
                : new Opening.Asked(people.person(row), row.get(OPENING.ASKED_AT));
        DatasetVisibility visibility = DatasetVisibility.valueOf(row.get(DATASET.VISIBILITY));
        Opening.Origins origins = origins(grant);
        return new Opening(
                grant.id(),
                row.get(DATASET.NAME),
                visibility,
                asked,
                sources(grant),
                origins.seen(),
                origins.others(),
                Opening.can(grant, settings, visibility, asked != null));
    }

    private List<Opening.Source> sources(Grant<InDataset> grant) {
        return sql.select(DATASET_SOURCE.ORGANIZATION, DATASET_SOURCE.VERSIONS, DATASET_SOURCE.ITEMS)
                .from(DATASET_SOURCE)
                .where(DATASET_SOURCE.DATASET_ID.eq(grant.id()))
                .orderBy(DATASET_SOURCE.ITEMS.desc(), DATASET_SOURCE.ORGANIZATION_ID)
                .limit(DSL.inline(MOST))
                .fetch(Records.mapping(Opening.Source::new));
    }

    /** Step by step back to where items came in; far enough for whoever has to decide. */
    private Opening.Origins origins(Grant<InDataset> grant) {
        Actor reader = grant.actor();
        List<Opening.Origin> origins = new ArrayList<>();
        int others = 0;
        Set<UUID> known = new HashSet<>(Set.of(grant.id()));
        Set<UUID> next = Set.of(grant.id());
        for (int step = 0; step < STEPS && !next.isEmpty() && origins.size() + others < MOST; step++) {
            Set<UUID> found = new HashSet<>();
            var rows = sql.select(
                            DATASET_ORIGIN.SOURCE_ID,
                            DATASET_ORIGIN.NAME,
                            DATASET_ORIGIN.VERSION,
                            DATASET_ORIGIN.ORGANIZATION,
                            DATASET.WORKSPACE_ID,
                            DATASET.VISIBILITY)
                    .select(DatasetFacts.FIELDS)
                    .from(DATASET_ORIGIN)
                    .leftJoin(DATASET)
                    .on(DATASET.ID.eq(DATASET_ORIGIN.SOURCE_ID))
                    .leftJoin(DATASET_STANDING)
                    .on(DatasetFacts.join(reader, DATASET.ID))
                    .where(DATASET_ORIGIN.DATASET_ID.eq(DSL.any(next.toArray(UUID[]::new))))
                    .orderBy(DATASET_ORIGIN.NAME, DATASET_ORIGIN.VERSION)
                    .limit(DSL.inline(MOST))
                    .fetch();
            for (Record row : rows) {
                if (isSeen(reader, row)) {
                    origins.add(new Opening.Origin(
                            row.get(DATASET_ORIGIN.NAME),
                            row.get(DATASET_ORIGIN.VERSION),
                            row.get(DATASET_ORIGIN.ORGANIZATION)));
                } else {
                    others++;
                }
                found.add(row.get(DATASET_ORIGIN.SOURCE_ID));
            }
            found.removeAll(known);
            known.addAll(found);
            next = found;
        }
        return new Opening.Origins(origins, others);
    }

    /** One that is gone is seen by nobody. */
    private static boolean isSeen(Actor reader, Record row) {
        UUID workspaceId = row.get(DATASET.WORKSPACE_ID);
        return workspaceId != null
                && reader.reaches(workspaceId)
                && DatasetFacts.of(row).level().isPresent();
    }

    /** False where somebody asks for it already. */
    boolean insert(Grant<InDataset> grant) {
        return sql.insertInto(OPENING)
                        .set(OPENING.DATASET_ID, grant.id())
                        .set(OPENING.WORKSPACE_ID, grant.scope().workspaceId())
                        .set(OPENING.ASKED_BY, grant.actor().userId())
                        .set(OPENING.ASKED_AT, clock.instant())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    /** Who asked for it; nothing where nobody did. */
    Optional<UUID> delete(Grant<InDataset> grant) {
        return sql.deleteFrom(OPENING)
                .where(OPENING.DATASET_ID.eq(grant.id()))
                .returning(OPENING.ASKED_BY)
                .fetchOptional(OPENING.ASKED_BY);
    }
}
