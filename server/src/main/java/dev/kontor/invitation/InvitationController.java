package dev.kontor.invitation;

import static dev.kontor.access.WorkspacePermission.MEMBER_MANAGE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.Reach;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.web.Listing;
import dev.kontor.web.Page;
import dev.kontor.web.Refusal;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitations into a workspace, with their links, for those who could make the same ones (O-01). */
@RestController
@RequestMapping("/api/v1/workspaces/{workspaceId}/invitations")
class InvitationController {
    private final Access access;
    private final WorkspaceInvitations invitations;
    private final OpenInvitations open;
    private final Audit audit;

    InvitationController(Access access, WorkspaceInvitations invitations, OpenInvitations open, Audit audit) {
        this.access = access;
        this.invitations = invitations;
        this.open = open;
        this.audit = audit;
    }

    @GetMapping
    Page<WorkspaceInvitation.View> list(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @ModelAttribute Listing listing) {
        Reach reach = access.reach(actor, MEMBER_MANAGE, workspaceId);
        return invitations.views(reach, invitations.list(reach, listing));
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Transactional
    public void revoke(@AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @PathVariable UUID id) {
        var grant = access.toNarrowFacts(actor, MEMBER_MANAGE, workspaceId);
        WorkspaceInvitation invitation = find(actor, workspaceId, id);
        if (!open.revoke(grant, id)) {
            throw invitation.acceptedAt() != null
                    ? Refusal.INVITATION_ACCEPTED.refused()
                    : Refusal.INVITATION_REVOKED.refused();
        }
        audit.record(
                actor,
                AuditEvent.inWorkspace(
                        workspaceId, AuditKind.INVITATION_REVOKED, "invitation", id, invitation.email()));
    }

    /** Makes it live a full life again, under the name of whoever renews it. */
    @PostMapping("/{id}/renewal")
    @Transactional
    public WorkspaceInvitation.View renew(
            @AuthenticationPrincipal Actor actor, @PathVariable UUID workspaceId, @PathVariable UUID id) {
        var grant = access.toChangeFacts(actor, MEMBER_MANAGE, workspaceId);
        WorkspaceInvitation invitation = find(actor, workspaceId, id);
        if (!open.renew(grant, id)) {
            throw invitation.acceptedAt() != null
                    ? Refusal.INVITATION_ACCEPTED.refused()
                    : Refusal.INVITATION_REVOKED.refused();
        }
        audit.record(
                actor,
                AuditEvent.inWorkspace(
                        workspaceId, AuditKind.INVITATION_RENEWED, "invitation", id, invitation.email()));
        Reach reach = access.reach(actor, MEMBER_MANAGE, workspaceId);
        return invitations.view(reach, invitations.find(reach, id).orElseThrow(Refusal.NOT_FOUND::refused));
    }

    private WorkspaceInvitation find(Actor actor, UUID workspaceId, UUID id) {
        Reach reach = access.reach(actor, MEMBER_MANAGE, workspaceId);
        return invitations.find(reach, id).orElseThrow(Refusal.NOT_FOUND::refused);
    }
}
