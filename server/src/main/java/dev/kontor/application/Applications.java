package dev.kontor.application;

import static kontor.tables.Tables.*;
import static org.jooq.impl.DSL.*;

import dev.kontor.access.DatasetLevel;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.access.Grant.InProject;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.application.Application.Entry;
import dev.kontor.application.Application.State;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/** The SQL of single applications. */
@Component
class Applications {
    private final DSLContext sql;
    private final Clock clock;

    Applications(DSLContext sql, Clock clock) {
        this.sql = sql;
        this.clock = clock;
    }

    UUID insert(Offer offer, UUID userId, Entry enters, boolean entryApproved, boolean asksOwner) {
        return sql.insertInto(APPLICATION)
                .set(APPLICATION.WORKSPACE_ID, offer.workspaceId())
                .set(APPLICATION.DATASET_ID, offer.datasetId())
                .set(APPLICATION.USER_ID, userId)
                .set(APPLICATION.LEVEL, offer.level().name())
                .set(APPLICATION.INVITER_ID, offer.inviterId())
                .set(APPLICATION.ENTERS, enters.name())
                .set(APPLICATION.ENTRY_APPROVED, entryApproved)
                .set(APPLICATION.ASKS_OWNER, asksOwner)
                .set(APPLICATION.CREATED_AT, clock.instant())
                .returning(APPLICATION.ID)
                .fetchSingle()
                .get(APPLICATION.ID);
    }

    Optional<Application> openOf(UUID datasetId, UUID userId) {
        return find(APPLICATION
                .DATASET_ID
                .eq(datasetId)
                .and(APPLICATION.USER_ID.eq(userId))
                .and(APPLICATION.STATE.eq(inline("OPEN"))));
    }

    Optional<Application> find(Grant<InDataset> grant, UUID id) {
        return find(APPLICATION.ID.eq(id).and(APPLICATION.DATASET_ID.eq(grant.id())));
    }

    /** One that is about coming into the workspace. */
    Optional<Application> into(Grant<InWorkspace> grant, UUID id) {
        return toWorkspace(grant.id(), id);
    }

    /** The same before the lock, only to know which locks it takes. */
    Optional<Application> toWorkspace(UUID workspaceId, UUID id) {
        return find(APPLICATION
                .ID
                .eq(id)
                .and(APPLICATION.WORKSPACE_ID.eq(workspaceId))
                .and(APPLICATION.ENTERS.eq(Entry.WORKSPACE.name())));
    }

    /** One that is about being chosen for the project. */
    Optional<Application> ofProject(Grant<InProject> grant, UUID id) {
        return find(APPLICATION
                .ID
                .eq(id)
                .and(DATASET.PROJECT_ID.eq(grant.id()))
                .and(APPLICATION.ENTERS.eq(Entry.PROJECT.name())));
    }

    /** One's own. */
    Optional<Application> own(UUID userId, UUID id) {
        return find(APPLICATION.ID.eq(id).and(APPLICATION.USER_ID.eq(userId)));
    }

    private Optional<Application> find(Condition which) {
        return sql.select(
                        APPLICATION.ID,
                        APPLICATION.USER_ID,
                        APPLICATION.LEVEL,
                        APPLICATION.INVITER_ID,
                        APPLICATION.ENTERS,
                        APPLICATION.ENTRY_APPROVED,
                        APPLICATION.ASKS_OWNER,
                        APPLICATION.OWNER_APPROVED,
                        APPLICATION.STATE,
                        DATASET.WORKSPACE_ID,
                        DATASET.PROJECT_ID,
                        DATASET.ID,
                        DATASET.NAME)
                .from(APPLICATION)
                .join(DATASET)
                .on(DATASET.ID.eq(APPLICATION.DATASET_ID))
                .where(which)
                .fetchOptional(r -> new Application(
                        r.get(APPLICATION.ID),
                        new Offer(
                                r.get(DATASET.WORKSPACE_ID),
                                r.get(DATASET.PROJECT_ID),
                                r.get(DATASET.ID),
                                r.get(DATASET.NAME),
                                DatasetLevel.valueOf(r.get(APPLICATION.LEVEL)),
                                r.get(APPLICATION.INVITER_ID)),
                        r.get(APPLICATION.USER_ID),
                        Entry.valueOf(r.get(APPLICATION.ENTERS)),
                        r.get(APPLICATION.ENTRY_APPROVED),
                        r.get(APPLICATION.ASKS_OWNER),
                        r.get(APPLICATION.OWNER_APPROVED),
                        State.valueOf(r.get(APPLICATION.STATE))));
    }

    void entryApproved(UUID id) {
        sql.update(APPLICATION)
                .set(APPLICATION.ENTRY_APPROVED, true)
                .where(APPLICATION.ID.eq(id))
                .execute();
    }

    void ownerApproved(UUID id) {
        sql.update(APPLICATION)
                .set(APPLICATION.OWNER_APPROVED, true)
                .where(APPLICATION.ID.eq(id))
                .execute();
    }

    void askOwner(UUID id) {
        sql.update(APPLICATION)
                .set(APPLICATION.ASKS_OWNER, true)
                .where(APPLICATION.ID.eq(id))
                .execute();
    }

    void end(UUID id, State state) {
        sql.update(APPLICATION)
                .set(APPLICATION.STATE, state.name())
                .set(APPLICATION.DECIDED_AT, clock.instant())
                .where(APPLICATION.ID.eq(id).and(APPLICATION.STATE.eq(inline("OPEN"))))
                .execute();
    }
}
