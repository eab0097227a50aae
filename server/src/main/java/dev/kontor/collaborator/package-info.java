/**
 * The organizations of a workspace: types, project access, auto-invite (section 4). Owns {@code collaborator},
 * {@code collaborator_project}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit", "organization", "workspace", "invitation", "member"})
@org.jspecify.annotations.NullMarked
package dev.kontor.collaborator;
