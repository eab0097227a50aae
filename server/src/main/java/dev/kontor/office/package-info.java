/**
 * What an organization's administrators see and do about workspaces (C-02, C-04, C-06): the workspaces that it owns by
 * name, owner, plan and sums; naming an owner in place of one who is locked or removed; what their users hold, and how
 * that ends when they leave. Gives no right inside a workspace. Owns no table.
 */
@org.springframework.modulith.ApplicationModule(
        type = org.springframework.modulith.ApplicationModule.Type.OPEN,
        allowedDependencies = {"web", "access", "audit", "identity", "organization", "workspace", "member"})
@org.jspecify.annotations.NullMarked
package dev.kontor.office;
