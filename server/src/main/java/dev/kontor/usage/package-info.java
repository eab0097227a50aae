/**
 * What projects and workspaces store, and how much they may (O-08, C-14). The schema counts it with every statement that
 * writes items or documents; here it is read, compared with the plan's quotas, and counted again from scratch. Owns
 * {@code project_content} and {@code project_storage}, which the schema keeps.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit"})
@org.jspecify.annotations.NullMarked
package dev.kontor.usage;
