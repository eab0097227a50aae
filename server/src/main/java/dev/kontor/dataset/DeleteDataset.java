package dev.kontor.dataset;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Refusal;
import java.text.Normalizer;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** T-16: irrevocable, asks for the name typed, ends every use at once. */
@Component
class DeleteDataset {
    private final Access access;
    private final Datasets datasets;
    private final ApplicationEventPublisher events;
    private final Audit audit;

    DeleteDataset(Access access, Datasets datasets, ApplicationEventPublisher events, Audit audit) {
        this.access = access;
        this.datasets = datasets;
        this.events = events;
        this.audit = audit;
    }

    @Transactional
    public void delete(Actor actor, UUID datasetId, String typed) {
        Grant<InDataset> grant = access.toChangeFacts(actor, DatasetPermission.DATASET_ADMINISTER, datasetId);
        Writable.notArchived(grant);
        String name = datasets.name(grant);
        if (!Normalizer.normalize(typed, Normalizer.Form.NFC).strip().equals(name)) {
            throw Refusal.NAME_NOT_CONFIRMED.refused(name);
        }
        events.publishEvent(new DatasetDeleted(grant));
        datasets.delete(grant);
        audit.record(
                actor,
                AuditEvent.inWorkspace(
                        grant.scope().workspaceId(), AuditKind.DATASET_DELETED, "dataset", datasetId, name));
    }
}
