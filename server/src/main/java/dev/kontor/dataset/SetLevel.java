package dev.kontor.dataset;

import static dev.kontor.web.Refusal.DOES_NOT_SEE_PROJECT;
import static dev.kontor.web.Refusal.NOT_FOUND;
import static dev.kontor.web.Refusal.OWNER_LEVEL;
import static dev.kontor.web.Refusal.UNKNOWN_MEMBER;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetLevel;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.DatasetMembers.Candidate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** T-15: a dataset admin gives or takes levels of members who see the project; nobody but by transfer the owner's. */
@Component
class SetLevel {
    private final Access access;
    private final DatasetMembers members;
    private final Datasets datasets;
    private final Audit audit;
    private final ApplicationEventPublisher events;

    SetLevel(Access access, DatasetMembers members, Datasets datasets, Audit audit, ApplicationEventPublisher events) {
        this.access = access;
        this.members = members;
        this.datasets = datasets;
        this.audit = audit;
        this.events = events;
    }

    @Transactional
    public void set(Actor actor, UUID datasetId, UUID userId, DatasetLevel level) {
        Grant<InDataset> grant = access.toNarrowFacts(actor, DatasetPermission.DATASET_ADMINISTER, datasetId);
        Candidate candidate = named(grant, userId);
        Optional<DatasetLevel> before = members.granted(grant, userId);
        boolean takesAway = before.isPresent() && before.get().reaches(level);
        if (!takesAway) {
            Writable.check(access.writable(grant));
        }
        if (level == DatasetLevel.OWNER) {
            throw OWNER_LEVEL.refused();
        }
        if (!candidate.seesProject()) {
            throw DOES_NOT_SEE_PROJECT.refused(candidate.name());
        }
        members.put(grant, userId, level, actor.userId());
        if (takesAway && before.get() != level) {
            events.publishEvent(new LevelLowered(datasetId, userId, level));
        }
        record(grant, AuditKind.DATASET_LEVEL_GRANTED, candidate, level);
    }

    /** T-15: a dataset admin takes it away; anybody gives up their own. */
    @Transactional
    public void remove(Actor actor, UUID datasetId, UUID userId) {
        boolean leaves = userId.equals(actor.userId());
        Grant<InDataset> grant = access.toNarrowFacts(
                actor, leaves ? DatasetPermission.DATASET_PREVIEW : DatasetPermission.DATASET_ADMINISTER, datasetId);
        Candidate candidate = named(grant, userId);
        DatasetLevel level = members.granted(grant, userId).orElseThrow(NOT_FOUND::refused);
        members.remove(grant, userId);
        events.publishEvent(new LevelLowered(datasetId, userId, null));
        if (leaves) {
            audit.record(actor, event(grant, AuditKind.DATASET_LEFT).with("level", level.name()));
        } else {
            record(grant, AuditKind.DATASET_LEVEL_WITHDRAWN, candidate, level);
        }
    }

    private Candidate named(Grant<InDataset> grant, UUID userId) {
        Candidate candidate = members.candidate(grant, userId).orElseThrow(UNKNOWN_MEMBER::refused);
        if (candidate.owner()) {
            throw OWNER_LEVEL.refused();
        }
        return candidate;
    }

    private void record(Grant<InDataset> grant, AuditKind kind, Candidate candidate, DatasetLevel level) {
        audit.record(
                grant.actor(),
                event(grant, kind)
                        .with("user", candidate.userId().toString())
                        .with("name", candidate.name())
                        .with("level", level.name()));
    }

    private AuditEvent event(Grant<InDataset> grant, AuditKind kind) {
        return AuditEvent.inWorkspace(grant.scope().workspaceId(), kind, "dataset", grant.id(), datasets.name(grant));
    }
}
