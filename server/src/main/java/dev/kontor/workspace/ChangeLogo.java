package dev.kontor.workspace;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.WorkspacePermission;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.picture.Thumbnail;
import dev.kontor.picture.Thumbnails;
import dev.kontor.storage.MediaTypes;
import dev.kontor.web.Refusal;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** workspace admins give their workspace a logo, or take it away. */
@Component
class ChangeLogo {
    private static final Set<String> TAKEN = Set.of("image/png", "image/jpeg");

    private final Access access;
    private final Workspaces workspaces;
    private final Logos logos;
    private final Thumbnails thumbnails;
    private final Audit audit;
    private final TransactionTemplate transaction;

    ChangeLogo(
            Access access,
            Workspaces workspaces,
            Logos logos,
            Thumbnails thumbnails,
            Audit audit,
            TransactionTemplate transaction) {
        this.access = access;
        this.workspaces = workspaces;
        this.logos = logos;
        this.thumbnails = thumbnails;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Asks before anything is decoded, and again when it is kept: no connection is held while pictures shrink. */
    void put(Actor actor, UUID workspaceId, byte[] sent) {
        transaction.executeWithoutResult(
                status -> access.toWrite(actor, WorkspacePermission.WORKSPACE_EDIT, workspaceId));
        Logo logo = shrunk(sent);
        transaction.executeWithoutResult(status -> {
            var grant = access.toWrite(actor, WorkspacePermission.WORKSPACE_EDIT, workspaceId);
            logos.put(grant, logo);
            record(actor, workspaceId, AuditKind.WORKSPACE_LOGO_CHANGED);
        });
    }

    void remove(Actor actor, UUID workspaceId) {
        transaction.executeWithoutResult(status -> {
            var grant = access.toTakeAway(actor, WorkspacePermission.WORKSPACE_EDIT, workspaceId);
            if (logos.remove(grant)) {
                record(actor, workspaceId, AuditKind.WORKSPACE_LOGO_REMOVED);
            }
        });
    }

    /** What is kept was drawn by this server: nothing of what came in but its look. */
    private Logo shrunk(byte[] sent) {
        String type = MediaTypes.of(sent, "");
        if (!TAKEN.contains(type)) {
            throw Refusal.BAD_LOGO.refused();
        }
        Thumbnail small = thumbnails.shrink(sent, type, Logo.EDGE).orElseThrow(Refusal.BAD_LOGO::refused);
        return new Logo(small.mediaType(), small.bytes(), UUID.randomUUID().toString());
    }

    private void record(Actor actor, UUID workspaceId, AuditKind kind) {
        audit.record(
                actor,
                AuditEvent.inWorkspace(workspaceId, kind, "workspace", workspaceId, workspaces.name(workspaceId)));
    }
}
