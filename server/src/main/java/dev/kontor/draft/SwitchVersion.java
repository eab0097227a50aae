package dev.kontor.draft;

import static dev.kontor.web.Refusal.ALREADY_THERE;
import static dev.kontor.web.Refusal.DRAFT_OPEN;
import static dev.kontor.web.Refusal.NO_VERSION;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.branch.Branches;
import dev.kontor.dataset.Writable;
import dev.kontor.version.Diffs;
import dev.kontor.version.Spot;
import dev.kontor.version.Spots;
import dev.kontor.version.Version;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes an older version, or one of another branch, the present state of a branch: by a draft that undoes what lies
 * between, or at once by a new version. History stays as it is.
 */
@Component
class SwitchVersion {
    private final Access access;
    private final Branches branches;
    private final Spots spots;
    private final Diffs diffs;
    private final OpenDraft open;
    private final Drafts drafts;
    private final Reversals reversals;
    private final Changes changes;
    private final CommitDraft commit;
    private final DraftLog log;

    SwitchVersion(
            Access access,
            Branches branches,
            Spots spots,
            Diffs diffs,
            OpenDraft open,
            Drafts drafts,
            Reversals reversals,
            Changes changes,
            CommitDraft commit,
            DraftLog log) {
        this.access = access;
        this.branches = branches;
        this.spots = spots;
        this.diffs = diffs;
        this.open = open;
        this.drafts = drafts;
        this.reversals = reversals;
        this.changes = changes;
        this.commit = commit;
        this.log = log;
    }

    /** @param commit what to say of the new version; a draft is left where there is none */
    record Wanted(String branch, String version, CommitDraft.@Nullable Wanted commit) {}

    /** One of the two. */
    record Switched(@Nullable Draft draft, @Nullable Version version) {}

    @Transactional
    public Switched to(Actor actor, UUID datasetId, Wanted wanted) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        // before the target is looked for, so that nobody deletes it meanwhile
        branches.hold(grant);
        Spot target = spots.version(actor, datasetId, wanted.version());
        if (target.layers().isEmpty()) {
            throw NO_VERSION.refused();
        }
        OpenDraft.Opened opened = open.open(actor, datasetId, wanted.branch());
        if (opened.before()) {
            throw DRAFT_OPEN.refused(wanted.branch());
        }
        long number = opened.draft().number();
        Work work = drafts.take(grant, number);
        Spot now = spots.version(actor, datasetId, wanted.branch());
        reversals.fill(work, diffs.becoming(new Diffs.Between(now, target)));
        boolean declared = drafts.adoptCatalog(work, target);
        Changes.Counts counts = changes.counts(Changes.Delta.of(work));
        if (counts.none() && !declared) {
            throw ALREADY_THERE.refused(wanted.branch(), target.number());
        }
        log.switched(work, target.number(), counts);
        return wanted.commit() == null
                ? new Switched(drafts.find(grant, number).orElseThrow(), null)
                : new Switched(null, commit.commit(actor, datasetId, number, wanted.commit()));
    }
}
