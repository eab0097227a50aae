package dev.kontor.branch;

import static dev.kontor.web.Refusal.MAIN_BRANCH_STAYS;
import static dev.kontor.web.Refusal.NOT_FOUND;
import static dev.kontor.web.Refusal.REF_NAME_TAKEN;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.Writable;
import dev.kontor.version.Ref;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a branch another name; the main branch keeps its. */
@Component
class RenameBranch {
    private final Access access;
    private final Branches branches;
    private final BranchLog log;

    RenameBranch(Access access, Branches branches, BranchLog log) {
        this.access = access;
        this.branches = branches;
        this.log = log;
    }

    @Transactional
    public Branch rename(Actor actor, UUID datasetId, String name, RefName wanted) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        branches.hold(grant);
        if (name.equals(Ref.MAIN)) {
            throw MAIN_BRANCH_STAYS.refused();
        }
        if (branches.find(grant, name).isEmpty()) {
            throw NOT_FOUND.refused();
        }
        boolean onlyCase = name.equalsIgnoreCase(wanted.text());
        if (!onlyCase && branches.taken(grant, wanted)) {
            throw REF_NAME_TAKEN.refused(wanted);
        }
        branches.rename(grant, name, wanted);
        log.record(
                grant,
                AuditKind.BRANCH_RENAMED,
                event -> event.with("branch", wanted.text()).with("before", name));
        return branches.find(grant, wanted.text()).orElseThrow();
    }
}
