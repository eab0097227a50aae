package dev.kontor.branch;

import static dev.kontor.web.Refusal.NO_VERSION;
import static dev.kontor.web.Refusal.REF_NAME_TAKEN;

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

/** Starts a branch from any version, branch or tag; costs the same whatever the dataset's size. */
@Component
class CreateBranch {
    private final Access access;
    private final Branches branches;
    private final Spots spots;
    private final BranchLog log;

    CreateBranch(Access access, Branches branches, Spots spots, BranchLog log) {
        this.access = access;
        this.branches = branches;
        this.spots = spots;
        this.log = log;
    }

    @Transactional
    public Branch create(Actor actor, UUID datasetId, RefName name, String from) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        branches.hold(grant);
        Spot start = spots.version(actor, datasetId, from);
        if (start.layers().isEmpty()) {
            throw NO_VERSION.refused();
        }
        if (branches.taken(grant, name)) {
            throw REF_NAME_TAKEN.refused(name);
        }
        branches.insert(grant, name.text(), Optional.of(start.layers().getFirst()));
        log.record(
                grant,
                AuditKind.BRANCH_CREATED,
                event -> event.with("branch", name.text()).with("from", start.number()));
        return branches.find(grant, name.text()).orElseThrow();
    }
}
