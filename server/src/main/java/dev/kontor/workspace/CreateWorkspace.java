package dev.kontor.workspace;

import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.identity.BrowserOnly;
import dev.kontor.web.Refusal;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** any user creates one workspace; it belongs to their organization, and they own it and administer it. */
@Component
class CreateWorkspace {
    private final Workspaces workspaces;
    private final Collaborators collaborators;
    private final Members members;
    private final Audit audit;

    CreateWorkspace(Workspaces workspaces, Collaborators collaborators, Members members, Audit audit) {
        this.workspaces = workspaces;
        this.collaborators = collaborators;
        this.members = members;
        this.audit = audit;
    }

    @Transactional
    public UUID create(Actor actor, NewWorkspace wanted) {
        if (actor.narrowed()) {
            BrowserOnly.check(actor);
        }
        UUID id = workspaces.insert(actor, wanted).orElseThrow(Refusal.WORKSPACE_ALREADY_CREATED::refused);
        collaborators.insert(id, actor.organizationId(), Set.of(CollaborationType.OWNER), true);
        members.insert(
                id,
                actor.userId(),
                actor.organizationId(),
                Set.of(CollaborationType.OWNER),
                Set.of(WorkspaceRole.ADMIN));
        audit.record(
                actor,
                AuditEvent.inWorkspace(
                        id,
                        AuditKind.WORKSPACE_CREATED,
                        "workspace",
                        id,
                        wanted.name().text()));
        return id;
    }
}
