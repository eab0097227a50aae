/**
 * Figures of each day: how much there was in a workspace, per project and per organization, and how much was done.
 * Counted by a job, kept as figures, read by workspace admins. Owns {@code workspace_day}, {@code project_day},
 * {@code organization_day}.
 */
@org.springframework.modulith.ApplicationModule(allowedDependencies = {"web", "access", "audit", "workspace"})
@org.jspecify.annotations.NullMarked
package dev.kontor.statistic;
