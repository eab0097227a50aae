/**
 * The organizations of a workspace: types, project access, auto-invite (section 4); and the same seen from an
 * organization, whose administrators may take it out again (O-04). Owns {@code collaborator},
 * {@code collaborator_project}, {@code auto_invite_refusal}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit", "organization", "workspace", "invitation", "member"})
@org.jspecify.annotations.NullMarked
package dev.kontor.collaborator;
