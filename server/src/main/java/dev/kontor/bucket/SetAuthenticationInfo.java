package dev.kontor.bucket;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.dataset.Datasets;
import dev.kontor.dataset.Writable;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says from which bucket a dataset imports, and with which credentials (T-10). They were tried before. */
@Component
class SetAuthenticationInfo {
    private final Access access;
    private final AuthenticationInfos infos;
    private final Seal seal;
    private final Datasets datasets;
    private final Audit audit;

    SetAuthenticationInfo(Access access, AuthenticationInfos infos, Seal seal, Datasets datasets, Audit audit) {
        this.access = access;
        this.infos = infos;
        this.seal = seal;
        this.datasets = datasets;
        this.audit = audit;
    }

    /** Asked before the bucket is tried, asked again by {@link #set}. */
    @Transactional(readOnly = true)
    public void maySet(Actor actor, UUID datasetId) {
        Writable.check(access.writable(access.require(actor, DatasetPermission.DATASET_ADMINISTER, datasetId)));
    }

    @Transactional
    public void set(Actor actor, UUID datasetId, OutsideBucket bucket, Credentials credentials) {
        Grant<InDataset> grant = access.toWrite(actor, DatasetPermission.DATASET_ADMINISTER, datasetId);
        Writable.check(grant);
        infos.set(grant, bucket, seal.seal(datasetId, bucket, credentials));
        record(grant, AuditKind.DATASET_AUTHENTICATION_SET, bucket);
    }

    /** Imports that are running end with their next step. Only takes away, so it is possible in any state. */
    @Transactional
    public void remove(Actor actor, UUID datasetId) {
        Grant<InDataset> grant = access.toTakeAway(actor, DatasetPermission.DATASET_ADMINISTER, datasetId);
        infos.find(grant).ifPresent(stored -> {
            infos.delete(grant);
            record(grant, AuditKind.DATASET_AUTHENTICATION_REMOVED, stored.bucket());
        });
    }

    private void record(Grant<InDataset> grant, AuditKind kind, OutsideBucket bucket) {
        audit.record(
                grant.actor(),
                AuditEvent.inWorkspace(grant.scope().workspaceId(), kind, "dataset", grant.id(), datasets.name(grant))
                        .with("bucket", bucket.place()));
    }
}
