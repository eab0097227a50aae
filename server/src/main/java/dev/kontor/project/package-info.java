/**
 * Projects: the unit of sharing inside a workspace, behind two gates (section 6). Owns {@code project} and
 * {@code project_member}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit", "workspace", "member", "collaborator"})
@org.jspecify.annotations.NullMarked
package dev.kontor.project;
