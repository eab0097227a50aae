package dev.kontor.invitation;

import dev.kontor.access.CollaborationType;
import dev.kontor.access.Person;
import dev.kontor.access.WorkspaceRole;
import dev.kontor.organization.InvitationMade;
import dev.kontor.organization.InvitationMail;
import dev.kontor.organization.InvitationState;
import dev.kontor.organization.UserInvitation;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An invitation into a workspace: of a person (M-07) or of a partner organization through one of its people (K-05). */
public record WorkspaceInvitation(
        UUID id,
        String token,
        UUID workspaceId,
        String workspaceName,
        Kind kind,
        Person.@Nullable Organization organization,
        boolean bringsIn,
        String email,
        Set<WorkspaceRole> roles,
        Set<CollaborationType> types,
        boolean fullAccess,
        List<CollaboratorProject> projects,
        Person.Known inviter,
        Instant createdAt,
        Instant expiresAt,
        InvitationMail mail,
        @Nullable Instant acceptedAt,
        @Nullable Instant revokedAt) {

    public enum Kind {
        MEMBER,
        COLLABORATOR
    }

    /** An invitation as it is shown to those who could make the same one. */
    public record View(
            UUID id,
            Kind kind,
            String email,
            List<WorkspaceRole> roles,
            List<CollaborationType> types,
            Person.@Nullable Organization organization,
            boolean fullAccess,
            List<CollaboratorProject> projects,
            Person inviter,
            String link,
            InvitationState state,
            Instant createdAt,
            Instant expiresAt,
            InvitationMail mail,
            List<String> can) {}

    /** The link that can be copied, relative to the server. */
    public String link() {
        return UserInvitation.PAGE + token;
    }

    /** Whether it was found by a link that only a mail to its address said. */
    public boolean isMailed(String found) {
        return !token.equals(found);
    }

    /** As its mail tells of it. */
    public InvitationMade made() {
        return new InvitationMade(id, email, inviter.name(), workspaceName, UserInvitation.PAGE, expiresAt);
    }

    /** Where it stands; an open one waits while its inviter could not make it. */
    public InvitationState state(Instant now, boolean inviterCould) {
        InvitationState state = InvitationState.of(acceptedAt, revokedAt, expiresAt, now);
        return state == InvitationState.OPEN && !inviterCould ? InvitationState.WAITING : state;
    }

    public boolean over() {
        return acceptedAt != null || revokedAt != null;
    }
}
