package dev.kontor.branch;

import static dev.kontor.web.Refusal.BRANCH_IN_USE;
import static dev.kontor.web.Refusal.MAIN_BRANCH_STAYS;
import static dev.kontor.web.Refusal.NOT_FOUND;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.Writable;
import dev.kontor.version.Ref;
import java.util.List;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Ends a branch and the versions that are its own; refused while a tag, another branch or a draft rests on them. What it
 * started from is not touched.
 */
@Component
class DeleteBranch {
    private final Access access;
    private final Branches branches;
    private final ApplicationEventPublisher events;
    private final BranchLog log;

    DeleteBranch(Access access, Branches branches, ApplicationEventPublisher events, BranchLog log) {
        this.access = access;
        this.branches = branches;
        this.events = events;
        this.log = log;
    }

    @Transactional
    public void delete(Actor actor, UUID datasetId, String name) {
        Grant<InDataset> grant = access.toTakeAway(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        branches.hold(grant);
        if (name.equals(Ref.MAIN)) {
            throw MAIN_BRANCH_STAYS.refused();
        }
        Branch branch = branches.find(grant, name).orElseThrow(NOT_FOUND::refused);
        long line = branches.line(grant, name);
        List<String> uses = branches.uses(grant, line);
        if (!uses.isEmpty()) {
            throw BRANCH_IN_USE.refused(String.join(", ", uses)).with("uses", uses);
        }
        events.publishEvent(new BranchDeleted(datasetId, line));
        branches.delete(grant, line);
        log.record(
                grant,
                AuditKind.BRANCH_DELETED,
                event -> event.with("branch", name).with("versions", branch.versions()));
    }
}
