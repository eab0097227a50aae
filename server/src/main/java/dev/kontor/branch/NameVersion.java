package dev.kontor.branch;

import static dev.kontor.web.Refusal.NOT_FOUND;
import static dev.kontor.web.Refusal.NO_VERSION;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.Writable;
import dev.kontor.version.Spot;
import dev.kontor.version.Spots;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts a tag on a version, and takes it off. A tag is never moved: that would be another version under one name. */
@Component
class NameVersion {
    private final Access access;
    private final Branches branches;
    private final Tags tags;
    private final Spots spots;
    private final BranchLog log;

    NameVersion(Access access, Branches branches, Tags tags, Spots spots, BranchLog log) {
        this.access = access;
        this.branches = branches;
        this.tags = tags;
        this.spots = spots;
        this.log = log;
    }

    @Transactional
    public Tag tag(Actor actor, UUID datasetId, RefName name, String version) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        branches.hold(grant);
        Spot spot = spots.version(actor, datasetId, version);
        tags.insert(grant, name, Optional.ofNullable(spot.versionId()).orElseThrow(NO_VERSION::refused));
        log.record(
                grant,
                AuditKind.TAG_CREATED,
                event -> event.with("tag", name.text()).with("number", spot.number()));
        return tags.find(grant, name.text()).orElseThrow();
    }

    @Transactional
    public void untag(Actor actor, UUID datasetId, String name) {
        Grant<InDataset> grant = access.toTakeAway(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        Tag tag = tags.find(grant, name).orElseThrow(NOT_FOUND::refused);
        tags.delete(grant, name);
        log.record(
                grant, AuditKind.TAG_DELETED, event -> event.with("tag", name).with("number", tag.number()));
    }
}
