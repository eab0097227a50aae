package dev.kontor.document;

import static dev.kontor.access.ProjectPermission.PROJECT_VIEW;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.project.Project;
import dev.kontor.project.ProjectPurging;
import dev.kontor.web.Refusal;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Renames a document, points a link elsewhere, deletes either: who brought it, and who edits the project. */
@Component
class EditDocument {
    private final Access access;
    private final Documents documents;
    private final Audit audit;

    EditDocument(Access access, Documents documents, Audit audit) {
        this.access = access;
        this.documents = documents;
        this.audit = audit;
    }

    @Transactional
    public Document edit(Actor actor, UUID projectId, UUID id, DocumentChange change, Optional<Long> revision) {
        var grant = access.toWrite(actor, PROJECT_VIEW, projectId);
        Document before = documents.get(grant, id).changeable();
        Project.checkOpen(grant);
        if (change.url() != null && before.kind() != Document.Kind.LINK) {
            throw Refusal.UNACCEPTABLE.on("url", "A file has no address; replace its content.");
        }
        if (change.name() != null && taken(grant, before, change.name())) {
            throw Refusal.DOCUMENT_NAME_TAKEN.refused(change.name());
        }
        if (!documents.edit(grant, id, change, revision)) {
            throw Refusal.CHANGED_MEANWHILE.refused();
        }
        Document after = documents.get(grant, id);
        audit.record(actor, event(grant, AuditKind.DOCUMENT_EDITED, after).with("before", before.name()));
        return after;
    }

    private boolean taken(Grant<InProject> grant, Document document, DocumentName name) {
        return documents
                .named(grant, name)
                .filter(other -> !other.id().equals(document.id()))
                .isPresent();
    }

    @Transactional
    public void delete(Actor actor, UUID projectId, UUID id) {
        var grant = access.toTakeAway(actor, PROJECT_VIEW, projectId);
        Document document = documents.get(grant, id).changeable();
        Project.checkOpen(grant);
        documents.delete(grant, id);
        audit.record(actor, event(grant, AuditKind.DOCUMENT_DELETED, document));
    }

    /** O-13: with their project. */
    @EventListener
    @Transactional
    public void on(ProjectPurging purging) {
        documents.deleteAll(purging.projectId());
    }

    static AuditEvent event(Grant<InProject> grant, AuditKind kind, Document document) {
        return AuditEvent.inWorkspace(
                        grant.scope().standing().workspaceId(), kind, "document", document.id(), document.name())
                .with("project", grant.id().toString());
    }
}
