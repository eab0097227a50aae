package dev.kontor.access;

/** A row of one of the permission tables. An access key may be narrowed to some of them. */
public sealed interface Permission
        permits WorkspacePermission, ProjectPermission, DatasetPermission, OrganizationPermission {
    String name();
}
