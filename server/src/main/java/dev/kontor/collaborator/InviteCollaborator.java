package dev.kontor.collaborator;

import static dev.kontor.access.WorkspacePermission.COLLABORATOR_MANAGE;

import dev.kontor.access.Access;
import dev.kontor.access.Actor;
import dev.kontor.access.CollaborationType;
import dev.kontor.access.Grant;
import dev.kontor.access.Grant.InWorkspace;
import dev.kontor.access.Reach;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.audit.Audit;
import dev.kontor.audit.AuditEvent;
import dev.kontor.audit.AuditKind;
import dev.kontor.invitation.OpenInvitations;
import dev.kontor.invitation.ProjectAccess;
import dev.kontor.member.Member;
import dev.kontor.member.RoleSet;
import dev.kontor.organization.Organization;
import dev.kontor.organization.Organizations;
import dev.kontor.web.Email;
import dev.kontor.web.Refusal;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * K-05: invites a partner organization, by the address of one of its people (it becomes a collaborator on acceptance)
 * or by picking one whose people one may see (it becomes one at once).
 */
@Component
class InviteCollaborator {
    private final Access access;
    private final Organizations organizations;
    private final Collaborators collaborators;
    private final GrantableProjects grantable;
    private final OpenInvitations invitations;
    private final Audit audit;

    InviteCollaborator(
            Access access,
            Organizations organizations,
            Collaborators collaborators,
            GrantableProjects grantable,
            OpenInvitations invitations,
            Audit audit) {
        this.access = access;
        this.organizations = organizations;
        this.collaborators = collaborators;
        this.grantable = grantable;
        this.invitations = invitations;
        this.audit = audit;
    }

    /** Types, whom (either of the two), roles for the person (with an address only), and which projects. */
    record Wanted(
            TypeSet types,
            @Nullable UUID organizationId,
            @Nullable Email email,
            @Nullable RoleSet roles,
            ProjectAccess projectAccess) {
        Wanted {
            if ((organizationId == null) == (email == null)) {
                throw Refusal.UNACCEPTABLE.on("email", "Name either an e-mail address or an organization.");
            }
            if (email == null && roles != null && !roles.roles().isEmpty()) {
                throw Refusal.UNACCEPTABLE.on(
                        "roles", "Roles go with an e-mail address; an organization brings no people yet.");
            }
        }
    }

    /** Who became a collaborator at once, or the invitation that was made. */
    record Invited(Optional<UUID> organization, Optional<UUID> invitation) {}

    @Transactional
    public Invited invite(Actor actor, UUID workspaceId, Wanted wanted) {
        var grant = access.toChangeFacts(actor, COLLABORATOR_MANAGE, workspaceId);
        Reach reach = access.reach(actor, COLLABORATOR_MANAGE, workspaceId);
        Collaborator.checkTypes(grant.roles(), wanted.types().types());
        checkProjects(reach, wanted.projectAccess());
        return wanted.organizationId() != null
                ? new Invited(Optional.of(pick(grant, reach, wanted.organizationId(), wanted)), Optional.empty())
                : new Invited(Optional.empty(), Optional.of(inviteByEmail(grant, wanted)));
    }

    private void checkProjects(Reach reach, ProjectAccess wanted) {
        if (wanted.full() && !reach.standing().fullAccess()) {
            throw Refusal.FULL_ACCESS_ABOVE_OWN.refused();
        }
        grantable.check(reach, wanted.projects());
    }

    private UUID pick(Grant<InWorkspace> grant, Reach reach, UUID organizationId, Wanted wanted) {
        if (!reach.sees(organizationId)) {
            throw Refusal.UNKNOWN_ORGANIZATION.refused();
        }
        Organization organization =
                organizations.byId(organizationId).orElseThrow(Refusal.UNKNOWN_ORGANIZATION::refused);
        collaborators.types(grant.id(), organizationId).ifPresent(types -> {
            boolean owning = types.contains(CollaborationType.OWNER);
            throw owning ? Refusal.OWNING_ORGANIZATION.refused() : Refusal.ALREADY_COLLABORATOR.refused();
        });
        collaborators.insert(
                grant.id(),
                organizationId,
                wanted.types().types(),
                wanted.projectAccess().full());
        collaborators.grantProjects(
                grant.id(), organizationId, wanted.projectAccess().projects());
        audit.record(
                grant.actor(),
                AuditEvent.inWorkspace(
                                grant.id(),
                                AuditKind.COLLABORATOR_ADDED,
                                "organization",
                                organizationId,
                                organization.name())
                        .with("types", wanted.types().types())
                        .with("access", access(wanted.projectAccess())));
        return organizationId;
    }

    private UUID inviteByEmail(Grant<InWorkspace> grant, Wanted wanted) {
        Email email = Objects.requireNonNull(wanted.email());
        Set<WorkspaceRole> roles =
                wanted.roles() == null ? Set.of() : wanted.roles().roles();
        Member.checkRank(grant.roles(), roles);
        Member.checkTypes(wanted.types().types(), roles);
        UUID id = invitations.inviteCollaborator(grant, email, wanted.types().types(), roles, wanted.projectAccess());
        audit.record(
                grant.actor(),
                AuditEvent.inWorkspace(grant.id(), AuditKind.COLLABORATOR_INVITED, "invitation", id, email.address())
                        .with("types", wanted.types().types())
                        .with("roles", roles)
                        .with("access", access(wanted.projectAccess())));
        return id;
    }

    static Object access(ProjectAccess wanted) {
        return wanted.full() ? "FULL" : wanted.projects();
    }
}
