package dev.kontor.dataset;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.DatasetPermission;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InDataset;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.project.ProjectPurging;
import dev.kontor.web.Refusal;
import java.text.Normalizer;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** T-16: irrevocable, asks for the name typed, ends every use at once. Datasets also end with their project (O-13). */
@Component
public class DeleteDataset {
    private final Access access;
    private final Datasets datasets;
    private final ApplicationEventPublisher events;
    private final Audit audit;
    private final TransactionTemplate transactions;

    DeleteDataset(
            Access access,
            Datasets datasets,
            ApplicationEventPublisher events,
            Audit audit,
            TransactionTemplate transactions) {
        this.access = access;
        this.datasets = datasets;
        this.events = events;
        this.audit = audit;
        this.transactions = transactions;
    }

    @Transactional
    public void delete(Actor actor, UUID datasetId, String typed) {
        Grant<InDataset> grant = access.toNarrowFacts(actor, DatasetPermission.DATASET_ADMINISTER, datasetId);
        Writable.check(grant);
        String name = datasets.name(grant);
        if (!Normalizer.normalize(typed, Normalizer.Form.NFC).strip().equals(name)) {
            throw Refusal.NAME_NOT_CONFIRMED.refused(name);
        }
        remove(datasetId);
        audit.record(
                actor,
                AuditEvent.inWorkspace(
                        grant.scope().workspaceId(), AuditKind.DATASET_DELETED, "dataset", datasetId, name));
    }

    /** O-13: one after the other, so that a purge that is cut off goes on where it was. */
    @EventListener
    public void on(ProjectPurging purging) {
        datasets.inProject(purging.projectId()).forEach(id -> {
            events.publishEvent(new DatasetPurging(id));
            transactions.executeWithoutResult(status -> remove(id));
        });
        events.publishEvent(new LeftoversPurging(purging.projectId()));
    }

    private void remove(UUID datasetId) {
        events.publishEvent(new DatasetDeleted(datasetId));
        datasets.delete(datasetId);
    }
}
