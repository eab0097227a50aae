package dev.kontor.draft;

import static dev.kontor.web.Refusal.NO_VERSION;
import static dev.kontor.web.Refusal.VERSION_IN_USE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.AuditKind;
import dev.kontor.branch.Branches;
import dev.kontor.dataset.Datasets;
import dev.kontor.dataset.Writable;
import dev.kontor.version.RunningExports;
import dev.kontor.version.Spot;
import dev.kontor.version.Spot.Layer;
import dev.kontor.version.Spots;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Deletes a version between two that stay, which it never harms. One that something rests on is refused, with names: a
 * branch that ends with it or starts from it (and with it every draft), a tag, a download under way.
 */
@Component
class DeleteVersion {
    private final Access access;
    private final Branches branches;
    private final Spots spots;
    private final RunningExports exports;
    private final Commits commits;
    private final Reversals reversals;
    private final Datasets datasets;
    private final DraftLog log;

    DeleteVersion(
            Access access,
            Branches branches,
            Spots spots,
            RunningExports exports,
            Commits commits,
            Reversals reversals,
            Datasets datasets,
            DraftLog log) {
        this.access = access;
        this.branches = branches;
        this.spots = spots;
        this.exports = exports;
        this.commits = commits;
        this.reversals = reversals;
        this.datasets = datasets;
        this.log = log;
    }

    @Transactional
    public void delete(Actor actor, UUID datasetId, String ref) {
        Grant<InDataset> grant = access.toTakeAway(actor, DatasetPermission.DATASET_CHANGE, datasetId);
        Writable.check(grant);
        branches.hold(grant);
        Spot spot = spots.version(actor, datasetId, ref);
        UUID version = Optional.ofNullable(spot.versionId()).orElseThrow(NO_VERSION::refused);
        commits.hold(version);
        List<String> uses = new ArrayList<>(branches.uses(version));
        int running = exports.count(version);
        if (running > 0) {
            uses.add(running + (running == 1 ? " running download" : " running downloads"));
        }
        if (!uses.isEmpty()) {
            throw VERSION_IN_USE.refused(String.join(", ", uses)).with("uses", uses);
        }
        Layer own = spot.layers().getFirst();
        Commits.Neighbours neighbours = commits.neighbours(own);
        reversals.forget(own.lineId(), own.at(), neighbours.before(), neighbours.after());
        commits.delete(version);
        commits.recount(grant, spot, neighbours.after());
        datasets.counted(datasetId, -1);
        log.record(grant, AuditKind.VERSION_DELETED, spot.number());
    }
}
