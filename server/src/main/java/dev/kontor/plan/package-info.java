/**
 * Plans and what becomes of workspaces (A-12 to A-17, O-07): switching, deleting and restoring by their owners, and what the
 * clock does: ending trials, warning people, purging. What is in a workspace is deleted by its own modules, which are told by
 * events of {@code workspace}. Owns {@code warning}, {@code watched_time}, {@code purge}.
 */
@org.springframework.modulith.ApplicationModule(
        allowedDependencies = {"web", "access", "audit", "identity", "workspace"})
@org.jspecify.annotations.NullMarked
package dev.kontor.plan;
