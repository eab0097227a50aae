package dev.kontor.document;

import static dev.kontor.access.ProjectPermission.PROJECT_ADD;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InProject;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditKind;
import dev.kontor.project.Project;
import dev.kontor.storage.Contents;
import dev.kontor.storage.MediaTypes;
import dev.kontor.storage.Received;
import dev.kontor.usage.CheckQuota;
import dev.kontor.web.Refusal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** whoever may add datasets to a project adds links and files; a file of a name that is there replaces it. */
@Component
class AddDocument {
    private final Access access;
    private final Documents documents;
    private final Contents contents;
    private final CheckQuota quota;
    private final Audit audit;

    AddDocument(Access access, Documents documents, Contents contents, CheckQuota quota, Audit audit) {
        this.access = access;
        this.documents = documents;
        this.contents = contents;
        this.quota = quota;
        this.audit = audit;
    }

    record NewLink(DocumentName name, Link url) {}

    /** A file as it is there now, and whether it was not before. */
    record Put(Document document, boolean created) {}

    @Transactional
    public Document link(Actor actor, UUID projectId, NewLink wanted) {
        var grant = check(actor, projectId);
        UUID id = documents
                .insert(grant, wanted.name(), wanted.url())
                .orElseThrow(() -> Refusal.DOCUMENT_NAME_TAKEN.refused(wanted.name()));
        return recorded(grant, AuditKind.DOCUMENT_ADDED, id);
    }

    /** Asked before bytes are taken in, and again in the transaction that makes them visible. */
    @Transactional
    public void mayAdd(Actor actor, UUID projectId, long declared) {
        quota.beforeDocument(check(actor, projectId), declared);
    }

    /**
     * The same bytes under the same name, sent again, change nothing.
     *
     * @param anew refuse where there is one of this name, other than these bytes
     */
    @Transactional
    public Put file(Actor actor, UUID projectId, DocumentName name, Received received, boolean anew) {
        var grant = check(actor, projectId);
        Optional<Document> same =
                documents.named(grant, name).filter(there -> documents.holds(grant, there.id(), received));
        if (same.isPresent()) {
            return new Put(same.get(), false);
        }
        contents.insert(List.of(received));
        String mediaType = MediaTypes.of(received.head(), name.text());
        Optional<UUID> inserted = documents.insert(grant, name, received, mediaType);
        if (inserted.isPresent()) {
            quota.grownByDocument(grant);
            return new Put(recorded(grant, AuditKind.DOCUMENT_ADDED, inserted.get()), true);
        }
        Document there = documents.named(grant, name).orElseThrow(Refusal.BUSY::refused);
        if (anew || there.kind() == Document.Kind.LINK) {
            throw Refusal.DOCUMENT_NAME_TAKEN.refused(there.name());
        }
        documents.replace(grant, there.changeable().id(), received, mediaType);
        quota.grownByDocument(grant);
        return new Put(recorded(grant, AuditKind.DOCUMENT_REPLACED, there.id()), false);
    }

    private Grant<InProject> check(Actor actor, UUID projectId) {
        var grant = access.toWrite(actor, PROJECT_ADD, projectId);
        Project.checkOpen(grant);
        return grant;
    }

    private Document recorded(Grant<InProject> grant, AuditKind kind, UUID id) {
        Document document = documents.get(grant, id);
        audit.record(grant.actor(), EditDocument.event(grant, kind, document).with("type", document.kind()));
        return document;
    }
}
