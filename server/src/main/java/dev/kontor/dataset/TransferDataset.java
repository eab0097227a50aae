package dev.kontor.dataset;

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
import dev.kontor.web.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** T-02: the owner passes a dataset on to a member who sees the project, and stays its admin. */
@Component
class TransferDataset {
    private final Access access;
    private final DatasetMembers members;
    private final Datasets datasets;
    private final Audit audit;

    TransferDataset(Access access, DatasetMembers members, Datasets datasets, Audit audit) {
        this.access = access;
        this.members = members;
        this.datasets = datasets;
        this.audit = audit;
    }

    @Transactional
    public void transfer(Actor actor, UUID datasetId, UUID userId) {
        Grant<InDataset> grant = access.toChangeFacts(actor, DatasetPermission.DATASET_OWN, datasetId);
        Writable.check(grant);
        Candidate heir = members.candidate(grant, userId).orElseThrow(() -> Refusal.UNKNOWN_MEMBER.on("userId"));
        if (heir.owner()) {
            throw Refusal.OWNER_LEVEL.on("userId");
        }
        if (!heir.active()) {
            throw Refusal.UNKNOWN_MEMBER.on("userId");
        }
        if (!heir.seesProject()) {
            throw Refusal.DOES_NOT_SEE_PROJECT.on("userId", heir.name());
        }
        members.remove(grant, userId);
        datasets.pass(grant, userId);
        members.put(grant, actor.userId(), DatasetLevel.ADMIN, actor.userId());
        audit.record(
                actor,
                AuditEvent.inWorkspace(
                                grant.scope().workspaceId(),
                                AuditKind.DATASET_OWNERSHIP_TRANSFERRED,
                                "dataset",
                                datasetId,
                                datasets.name(grant))
                        .with("owner", userId)
                        .with("name", heir.name())
                        .with("before", actor.userId()));
    }
}
