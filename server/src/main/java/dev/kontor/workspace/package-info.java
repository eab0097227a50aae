/**
 * Workspaces with their members, collaborators and invitations (sections 3 to 5). Owns {@code workspace},
 * {@code collaborator}, {@code collaborator_project}, {@code member}, {@code former_member},
 * {@code workspace_invitation}, {@code invitation_project}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit", "identity", "organization"})
@org.jspecify.annotations.NullMarked
package dev.kontor.workspace;
