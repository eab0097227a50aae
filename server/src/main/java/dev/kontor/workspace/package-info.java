/**
 * Workspaces themselves: creating, settings, their life from one state to the next, and the switcher (section 3). Who is in
 * them is told by the modules above, and what makes them live on or end by {@code plan}. Owns {@code workspace}, {@code workspace_logo}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit", "identity", "picture", "storage"})
@org.jspecify.annotations.NullMarked
package dev.kontor.workspace;
