package dev.kontor.dataset;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.ProjectPermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.project.Project;
import dev.kontor.web.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** T-01: whoever may add to a project creates datasets in it, and owns them. */
@Component
public class CreateDataset {
    private final Access access;
    private final Datasets datasets;
    private final Audit audit;

    CreateDataset(Access access, Datasets datasets, Audit audit) {
        this.access = access;
        this.datasets = datasets;
        this.audit = audit;
    }

    @Transactional
    public Dataset create(Actor actor, UUID projectId, NewDataset wanted) {
        var grant = access.toWrite(actor, ProjectPermission.PROJECT_ADD, projectId);
        Project.checkOpen(grant);
        UUID id = datasets.insert(grant, wanted).orElseThrow(() -> Refusal.NAME_TAKEN.refused(wanted.name()));
        audit.record(
                actor,
                AuditEvent.inWorkspace(
                                grant.scope().standing().workspaceId(),
                                AuditKind.DATASET_CREATED,
                                "dataset",
                                id,
                                wanted.name().text())
                        .with("project", projectId.toString())
                        .with("visibility", wanted.wanted().name()));
        return datasets.get(actor, id);
    }
}
