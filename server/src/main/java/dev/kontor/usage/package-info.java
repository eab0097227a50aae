/**
 * What projects and workspaces store, and how much they may (O-08, C-14). The schema counts it with every statement that
 * writes items or documents; here it is read, compared with the plan's quotas, and counted again from scratch. What a
 * workspace used is summed up by the month, for its bill. Owns {@code project_content}, {@code project_storage} and
 * {@code project_month}, which the schema keeps, {@code workspace_month} and {@code active_member}.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit", "workspace"})
@org.jspecify.annotations.NullMarked
package dev.kontor.usage;
