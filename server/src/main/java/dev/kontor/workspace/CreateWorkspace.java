package dev.kontor.workspace;

import dev.kontor.access.Actor;
import dev.kontor.access.Locks;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.identity.BrowserOnly;
import dev.kontor.web.Refusal;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** any user creates one workspace; it belongs to their organization, and they own it and administer it. */
@Component
class CreateWorkspace {
    private final Workspaces workspaces;
    private final Audit audit;
    private final Locks locks;
    private final ApplicationEventPublisher events;

    CreateWorkspace(Workspaces workspaces, Audit audit, Locks locks, ApplicationEventPublisher events) {
        this.workspaces = workspaces;
        this.audit = audit;
        this.locks = locks;
        this.events = events;
    }

    @Transactional
    public UUID create(Actor actor, NewWorkspace wanted) {
        if (actor.narrowed()) {
            BrowserOnly.check(actor);
        }
        // whoever joins the organization now finds either this workspace or none (M-09)
        locks.shared(Locks.Scope.ORGANIZATION, actor.organizationId());
        UUID id = workspaces.insert(actor, wanted).orElseThrow(Refusal.WORKSPACE_ALREADY_CREATED::refused);
        events.publishEvent(new WorkspaceCreated(actor, id));
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
