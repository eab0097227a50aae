/**
 * Invitations into workspaces, of people and of partners: made, listed, renewed, revoked, and what each is still worth
 * (O-01). Owns {@code workspace_invitation}, {@code invitation_project}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit", "identity", "organization", "workspace"})
@org.jspecify.annotations.NullMarked
package dev.kontor.invitation;
