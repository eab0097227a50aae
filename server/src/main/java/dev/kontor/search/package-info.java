/**
 * One box for all that one may see: people, projects and datasets, in one's workspaces. Each module finds its own; what is
 * found can be opened. Owns no table.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "member", "project", "dataset"})
@org.jspecify.annotations.NullMarked
package dev.kontor.search;
